#include "engines/decisions/store.hpp"

#include "base/must.hpp"
#include "engines/decisions/file.hpp"
#include "platform/shelf.hpp"

namespace decisions {
namespace {

constexpr std::string_view kById = R"sql(
  SELECT id, code, number, applies_from, applies_until, known_from, replaces, content, hash, origin,
    reason, proposed_by, proposed_for, published_by, published_for, published_at
  FROM decisions_edition WHERE id = $1)sql";
constexpr std::string_view kByNumber = R"sql(
  SELECT id, code, number, applies_from, applies_until, known_from, replaces, content, hash, origin,
    reason, proposed_by, proposed_for, published_by, published_for, published_at
  FROM decisions_edition WHERE code = $1 AND number = $2)sql";
constexpr std::string_view kOfCode = R"sql(
  SELECT id, code, number, applies_from, applies_until, known_from, replaces, content, hash, origin,
    reason, proposed_by, proposed_for, published_by, published_for, published_at
  FROM decisions_edition WHERE code = $1 ORDER BY number DESC)sql";
constexpr std::string_view kCodes = R"sql(
  SELECT DISTINCT code FROM decisions_edition ORDER BY code)sql";
constexpr std::string_view kInsert = R"sql(
  INSERT INTO decisions_edition (id, code, number, applies_from, applies_until, known_from,
    replaces, content, hash, origin, reason, proposed_by, proposed_for, published_by, published_for,
    published_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16))sql";
constexpr std::string_view kBrought = R"sql(
  SELECT code, applies_from, content, hash FROM decisions_brought WHERE pack = $1
  ORDER BY code, applies_from)sql";
constexpr std::string_view kRemember = R"sql(
  INSERT INTO decisions_brought (pack, code, applies_from, content, hash)
  VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (pack, code, applies_from) DO UPDATE SET content = $4, hash = $5)sql";

journal::Actor actor_in(const db::Row& row, int column) {
  journal::Actor out;
  out.person = row.id<base::PersonId>(column);
  out.acting_for = row.id<base::PersonId>(column + 1);
  if (out.person) out.kind = journal::ActorKind::officer;
  return out;
}

// What was published has been read before: that it cannot be read now is a bug.
Table table_in(std::string_view content) {
  static platform::Shelf<Table> shelf(256);
  return *shelf.get(content, [&] {
    auto file = read(content);
    base::must(bool(file));
    return std::move(file->table);
  });
}

Edition edition_in(const db::Row& row) {
  Edition out;
  out.id = row.id<EditionId>(0);
  out.code = row.str(1);
  out.number = int(row.i64(2));
  out.applies = {row.date(3), row.maybe_date(4)};
  out.known_from = row.at(5);
  out.replaces = int(row.i64(6));
  out.table = table_in(row.text(7));
  out.hash = row.str(8);
  out.origin = row.text(9) == "pack" ? Origin::pack : Origin::page;
  out.reason = row.str(10);
  out.proposed_by = actor_in(row, 11);
  out.published_by = actor_in(row, 13);
  out.published_at = row.at(15);
  return out;
}

}  // namespace

std::optional<Edition> edition(db::Tx& tx, EditionId id) {
  return tx.first(kById, {id}, edition_in);
}

std::optional<Edition> edition(db::Tx& tx, std::string_view code, int number) {
  return tx.first(kByNumber, {code, number}, edition_in);
}

std::vector<Edition> editions(db::Tx& tx, std::string_view code) {
  return tx.all(kOfCode, {code}, edition_in);
}

std::vector<std::string> codes(db::Tx& tx) {
  return tx.all(kCodes, {}, [](const db::Row& row) { return row.str(0); });
}

std::optional<Edition> in_force(db::Tx& tx, std::string_view code, base::Date on,
                                base::Instant known) {
  auto all = editions(tx, code);
  const auto* found = in_force(all, on, known);
  return found ? std::optional(*found) : std::nullopt;
}

namespace store {

void insert(db::Tx& tx, const Edition& e, std::string_view content) {
  tx.execute(kInsert, {e.id, e.code, e.number, e.applies.from, e.applies.until, e.known_from,
                       e.replaces, content, e.hash, e.origin == Origin::pack ? "pack" : "page",
                       e.reason, e.proposed_by.person, e.proposed_by.acting_for,
                       e.published_by.person, e.published_by.acting_for, e.published_at});
}

std::vector<Brought> brought(db::Tx& tx, std::string_view pack) {
  return tx.all(kBrought, {pack}, [](const db::Row& row) {
    return Brought{row.str(0), row.date(1), row.str(2), row.str(3)};
  });
}

void remember(db::Tx& tx, std::string_view pack, const Brought& one) {
  tx.execute(kRemember, {pack, one.code, one.from, one.content, one.hash});
}

}  // namespace store
}  // namespace decisions
