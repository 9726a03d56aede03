// A dossier and the states the law knows for it. Pure: no clock, no database.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/text.hpp"

namespace one_stop {

// The ten national codes, synchronised with the National Public Service Portal.
enum class State {
  submitted = 1,
  accepted = 2,
  refused = 3,
  in_progress = 4,
  supplement_requested = 5,
  payment_requested = 6,
  withdrawn = 7,
  stopped = 8,
  resolved = 9,
  returned = 10,
};

enum class Channel { counter = 1, online = 2, post = 3 };

struct Dossier {
  base::DossierId id;
  std::string code;       // "H13.01-261122-0001"
  std::string procedure;  // "1.004873"
  base::VersionId version;
  base::UnitId unit;  // that decides
  base::PersonId owner;
  Channel channel = Channel::online;
  State state = State::submitted;
  std::string reason;   // of a refusal, in the officer's words to the person
  std::string opinion;  // of the officer who appraised, or of the leader who sent it back
  base::Instant submitted_at;
  std::optional<base::Instant> accepted_at;
  std::optional<base::Instant> due_at;  // none: the clock has not been started
  std::optional<base::Instant> resolved_at;
  std::optional<base::Instant> returned_at;
};

// May a dossier go from one state to the other?  [law: NĐ 118/2025]
bool may_become(State from, State to);
constexpr bool is_final(State s) {
  return s == State::refused || s == State::withdrawn || s == State::stopped ||
         s == State::returned;
}

// "{agency}-{yymmdd}-{order}" filled: H13.01-261122-0001.  [law: TT 01/2018/TT-VPCP Đ.19]
std::string code_from(std::string_view pattern, std::string_view agency, base::Date day,
                      std::int64_t order);

// Shape of a code somebody types or scans; letters in any case, blanks around it.
std::optional<std::string> read_code(std::string_view typed);

std::string_view code(Channel channel);  // "counter", "online", "post"

// The question every form has about fees, and the answer that asks for nothing.
inline constexpr std::string_view exemption_key = "delivery.exempt_group";
inline constexpr std::string_view no_exemption = "NONE";
inline bool asks_exemption(std::string_view group) {
  return !group.empty() && group != no_exemption;
}

// Why an act on a dossier does not happen.
enum class Refusal {
  no_dossier,       // gone, or not yours to see
  already_done,     // another officer was faster
  wrong_state,      // the dossier has moved on since the page was drawn
  not_your_office,  // the role or unit is not yours (any more)
  own_proposal,     // proposed by the same person, or by or for whom they stand in
  reason_missing,
  already_paid,
  draft_gone,
  incomplete,      // the form has problems; the page shows which
  no_agency_code,  // the unit cannot number dossiers yet
  nobody_there,    // nobody receives dossiers in the unit
  no_authority,    // who signs has no right to on this day
  paper_changed,   // the paper is not the one that was looked at
};

}  // namespace one_stop
