// Payments: what is owed for a matter, and the proof that it was paid.
//
// Fees and charges (phí, lệ phí) stay separate lines. Only the counter takes money in this slice;
// online payment adds ways to pay, not another kind of order. A confirmation is not a tax receipt.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/money.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "platform/db/db.hpp"

namespace payments {

struct Line {
  base::Words name;
  base::Dong amount;
  bool demo = false;  // an invented amount: the city council's figure is not known to us
};

enum class State { due, paid, cancelled, exempt };

struct Order {
  base::OrderId id;
  std::string subject_kind;
  std::int64_t subject = 0;
  std::vector<Line> lines;
  base::Dong total;
  State state = State::due;
  std::optional<base::Instant> paid_at;
  base::PersonId taken_by;
  std::string exempt_by;     // the article, where an officer found that nothing is owed
  std::string confirmation;  // "12/2026", gap-free for each unit and year; empty until paid

  bool demo() const;
};

enum class Refusal { no_order, already_paid, cancelled };

// Asks for the sum of `lines`; there is one order for a matter. No lines: nothing is asked.
std::optional<base::OrderId> ask(db::Database& db, db::Tx& tx, base::Instant now,
                                 std::string_view subject_kind, std::int64_t subject,
                                 const std::vector<Line>& lines);

std::optional<Order> of(db::Tx& tx, std::string_view subject_kind, std::int64_t subject);

// Money was taken at a counter of `unit`; answers the order with its confirmation number.
base::Result<Order, Refusal> take_at_counter(db::Tx& tx, base::Instant now, base::OrderId id,
                                             base::UnitId unit, base::PersonId by);

// Nothing is owed by this article: the applicant asked, an officer granted it.
void exempt(db::Tx& tx, std::string_view subject_kind, std::int64_t subject, std::string_view by);

// Nothing is owed any more, for example because the dossier was refused. A paid order stays as it
// is.
void cancel(db::Tx& tx, std::string_view subject_kind, std::int64_t subject);

}  // namespace payments
