// What residents are told about their dossiers: when it is accepted, refused, and ready.
#pragma once

#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "engines/messages/messages.hpp"
#include "services/one_stop/dossier.hpp"

namespace one_stop {

namespace notice {
inline constexpr std::string_view accepted = "one_stop.accepted";
inline constexpr std::string_view refused = "one_stop.refused";  // a legal notice
inline constexpr std::string_view ready = "one_stop.ready";
inline constexpr std::string_view draft_ends = "one_stop.draft_ends";  // see remind.hpp
}  // namespace notice

// For the wiring: what may be told, and the values each template can name.
std::vector<messages::Kind> message_kinds();

// To the owner of the dossier, in the transaction of the verb whose act this is. `fee`: owed before
// the clock starts.
messages::Notice notice_of(db::Tx& tx, std::string_view kind, const std::string& act,
                           base::Instant now, const Dossier& dossier, const base::Words& procedure,
                           std::optional<base::Dong> fee);

}  // namespace one_stop
