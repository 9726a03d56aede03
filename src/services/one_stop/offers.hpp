// What each action of a flow asks of a dossier and makes of it: the verbs' own rules once more,
// without people and without a database, so that a flow can be walked before it is published.
#pragma once

#include <optional>
#include <vector>

#include "engines/casework/examine.hpp"
#include "services/one_stop/dossier.hpp"

namespace one_stop {

// How a dossier stands between two tasks.
struct Standing {
  enum class Result { none, drafted, signed_by_officer, issued };
  State state = State::submitted;
  Result result = Result::none;
  bool owes = false;
  auto operator<=>(const Standing&) const = default;
};

// The actions that flows may offer, with the outcomes their verbs have.
const std::vector<casework::Offer>& offers();

bool is_offered(std::string_view action);

// How it stands once the action was done; nothing where the verb would refuse.
std::optional<Standing> after(std::string_view action, std::string_view outcome, Standing before);

// May the action be done at all?
bool possible(std::string_view action, const Standing& standing);

}  // namespace one_stop
