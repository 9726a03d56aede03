// Moving open cases on when their unit has ended, and asking to confirm where no address decided.
#pragma once

#include <functional>
#include <string>

#include "engines/casework/casework.hpp"
#include "engines/units/reorganise.hpp"

namespace casework {

// The action of the card by which a unit says that a case is its own, or hands it to the right one.
inline constexpr std::string_view confirm_action = "casework.confirm_unit";

// The address a matter is about, as its room knows it; "" if none. Opened only where a unit was
// split; moving a case by it stands in the access ledger under this purpose, counting does not:
// nothing but numbers of cases comes of that.
using AddressOf = std::function<base::Personal<std::string>(db::Tx&, std::string_view subject_kind,
                                                            std::int64_t subject)>;
inline constexpr std::string_view move_purpose = "casework.move";

// The case and its open tasks go to whoever answers now; what is done keeps its desk. The matter
// itself is not touched. A case that went to the rest of a split unit gets a card to confirm it,
// for the role that has its open task; doing that task confirms as well.
units::Mover open_cases(db::Database& db, AddressOf address);

// Answers such a card: the case stays, or goes to `unit` with its open tasks.
base::Result<void, Trouble> confirm_unit(db::Tx& tx, base::Instant now, base::TaskId task,
                                         base::UnitId unit, base::PersonId by);

}  // namespace casework
