// Payment orders: rows and the two verbs over them.
#include <fmt/format.h>

#include "base/json.hpp"
#include "engines/documents/documents.hpp"
#include "engines/payments/payments.hpp"

namespace payments {
namespace {

constexpr std::string_view kInsert = R"sql(
  INSERT INTO payments_order (id, subject_kind, subject_id, lines, total_dong, state, asked_at,
    confirmation)
  VALUES ($1, $2, $3, $4, $5, 'due', $6, ''))sql";

constexpr std::string_view kOf = R"sql(
  SELECT id, subject_kind, subject_id, lines, total_dong, state, paid_at, taken_by, confirmation,
    exempt_by FROM payments_order WHERE subject_kind = $1 AND subject_id = $2)sql";

constexpr std::string_view kById = R"sql(
  SELECT id, subject_kind, subject_id, lines, total_dong, state, paid_at, taken_by, confirmation,
    exempt_by FROM payments_order WHERE id = $1)sql";

constexpr std::string_view kPay = R"sql(
  UPDATE payments_order SET state = 'paid', paid_at = $2, taken_by = $3, confirmation = $4
  WHERE id = $1 AND state = 'due')sql";

constexpr std::string_view kCancel = R"sql(
  UPDATE payments_order SET state = 'cancelled'
  WHERE subject_kind = $1 AND subject_id = $2 AND state = 'due')sql";

constexpr std::string_view kExempt = R"sql(
  UPDATE payments_order SET state = 'exempt', exempt_by = $3
  WHERE subject_kind = $1 AND subject_id = $2 AND state = 'due')sql";

std::string text_of(const std::vector<Line>& lines) {
  base::json::array out;
  for (const auto& line : lines) {
    out.push_back(base::json::object{{"vi", line.name.vi},
                                     {"en", line.name.en},
                                     {"dong", line.amount.amount},
                                     {"demo", line.demo}});
  }
  return base::json::canonical(out);
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> out;
  const auto parsed = base::json::parse(text);
  for (const auto& item : parsed.value().as_array()) {
    const auto& o = item.as_object();
    out.push_back(
        {{std::string(base::json::text_at(o, "vi")), std::string(base::json::text_at(o, "en"))},
         {base::json::number_at(o, "dong")},
         base::json::flag_at(o, "demo")});
  }
  return out;
}

Order order_of(const db::Row& row) {
  Order o;
  o.id = row.id<base::OrderId>(0);
  o.subject_kind = row.str(1);
  o.subject = row.i64(2);
  o.lines = lines_of(row.text(3));
  o.total = {row.i64(4)};
  o.state = row.text(5) == "paid"     ? State::paid
            : row.text(5) == "due"    ? State::due
            : row.text(5) == "exempt" ? State::exempt
                                      : State::cancelled;
  o.paid_at = row.maybe_at(6);
  o.taken_by = row.id<base::PersonId>(7);
  o.confirmation = row.str(8);
  o.exempt_by = row.str(9);
  return o;
}

}  // namespace

bool Order::demo() const {
  for (const auto& line : lines) {
    if (line.demo) return true;
  }
  return false;
}

std::optional<base::OrderId> ask(db::Database& db, db::Tx& tx, base::Instant now,
                                 std::string_view kind, std::int64_t subject,
                                 const std::vector<Line>& lines) {
  base::Dong total;
  for (const auto& line : lines) total = total + line.amount;
  if (total.amount <= 0) return std::nullopt;
  const auto id = db.fresh<base::OrderId>();
  tx.execute(kInsert, {id, kind, subject, text_of(lines), total, now});
  return id;
}

std::optional<Order> of(db::Tx& tx, std::string_view kind, std::int64_t subject) {
  return tx.first(kOf, {kind, subject}, order_of);
}

base::Result<Order, Refusal> take_at_counter(db::Tx& tx, base::Instant now, base::OrderId id,
                                             base::UnitId unit, base::PersonId by) {
  auto order = tx.first(kById, {id}, order_of);
  if (!order) return base::refuse(Refusal::no_order);
  if (order->state == State::paid) return base::refuse(Refusal::already_paid);
  if (order->state != State::due) return base::refuse(Refusal::cancelled);
  const int year = now.local().date.year();
  const auto number = documents::next_number(tx, unit, fmt::format("payment:{}", year));
  if (tx.execute(kPay, {id, now, by, fmt::format("{}/{}", number, year)}) != 1) {
    return base::refuse(Refusal::already_paid);
  }
  return *tx.first(kById, {id}, order_of);
}

void exempt(db::Tx& tx, std::string_view kind, std::int64_t subject, std::string_view by) {
  tx.execute(kExempt, {kind, subject, by});
}

void cancel(db::Tx& tx, std::string_view kind, std::int64_t subject) {
  tx.execute(kCancel, {kind, subject});
}

}  // namespace payments
