// The units' rows, as of a day.
#include "engines/units/store.hpp"

#include <fmt/format.h>

#include <map>

#include "base/fold.hpp"
#include "engines/units/units.hpp"

namespace units {
namespace {

constexpr std::string_view kFind = R"sql(
  SELECT v.unit_id, v.kind, v.code, v.name_vi, v.name_en, v.parent_id, v.valid_from, v.valid_to,
    (SELECT a.code FROM units_code a WHERE a.unit_id = v.unit_id AND a.system = 'QD20'
      AND a.valid_from <= $2 ORDER BY a.valid_from DESC LIMIT 1),
    v.basis, v.confidence
  FROM units_version v
  WHERE v.unit_id = $1 AND v.valid_from <= $2 AND (v.valid_to IS NULL OR v.valid_to >= $2))sql";

constexpr std::string_view kByCode = R"sql(
  SELECT unit_id FROM units_version
  WHERE code = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
  ORDER BY unit_id LIMIT 1)sql";

constexpr std::string_view kOfKind = R"sql(
  SELECT unit_id FROM units_version
  WHERE kind = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
  ORDER BY sort_key, unit_id)sql";

constexpr std::string_view kChildren = R"sql(
  SELECT unit_id FROM units_version
  WHERE parent_id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
  ORDER BY sort_key, unit_id)sql";

constexpr std::string_view kInsertUnit = R"sql(
  INSERT INTO units_unit (id, kind, created_on) VALUES ($1, $2, $3))sql";

constexpr std::string_view kInsertVersion = R"sql(
  INSERT INTO units_version (unit_id, valid_from, valid_to, code, name_vi, name_en, sort_key,
    parent_id, kind)
  VALUES ($1, $2, NULL, $3, $4, $5, $6, $7, $8))sql";

constexpr std::string_view kAgencyCode = R"sql(
  INSERT INTO units_code (unit_id, system, valid_from, code) VALUES ($1, 'QD20', $2, $3)
  ON CONFLICT (unit_id, system, valid_from) DO UPDATE SET code = excluded.code)sql";

Unit unit_of(const db::Row& row) {
  return {row.id<base::UnitId>(0),
          row.str(1),
          row.str(2),
          {row.str(3), row.str(4)},
          row.id<base::UnitId>(5),
          row.date(6),
          row.maybe_date(7),
          row.str(8),
          row.str(9),
          store::confidence_of(row.text(10))};
}

std::vector<Unit> units_of(db::Tx& tx, const std::vector<base::UnitId>& ids, base::Date as_of) {
  std::vector<Unit> out;
  for (const auto id : ids) {
    if (auto unit = find(tx, id, as_of)) out.push_back(std::move(*unit));
  }
  return out;
}

std::vector<std::string> cells(std::string_view line) {
  std::vector<std::string> out(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      out.emplace_back();
    else if (c != '\r')
      out.back() += c;
  }
  return out;
}

const auto id_at_0 = [](const db::Row& row) { return row.id<base::UnitId>(0); };

}  // namespace

std::optional<Unit> find(db::Tx& tx, base::UnitId id, base::Date as_of) {
  return tx.first(kFind, {id, as_of}, unit_of);
}

std::optional<Unit> by_code(db::Tx& tx, std::string_view code, base::Date as_of) {
  const auto id = tx.first(kByCode, {code, as_of}, id_at_0);
  return id ? find(tx, *id, as_of) : std::nullopt;
}

std::vector<Unit> of_kinds(db::Tx& tx, const std::vector<std::string>& kinds, base::Date as_of) {
  std::vector<Unit> out;
  for (const auto& kind : kinds) {
    for (auto& unit : units_of(tx, tx.all(kOfKind, {kind, as_of}, id_at_0), as_of)) {
      out.push_back(std::move(unit));
    }
  }
  return out;
}

std::vector<Unit> children(db::Tx& tx, base::UnitId parent, base::Date as_of) {
  return units_of(tx, tx.all(kChildren, {parent, as_of}, id_at_0), as_of);
}

bool within(db::Tx& tx, base::UnitId unit, base::UnitId top, base::Date as_of) {
  for (int depth = 0; depth < 16 && unit; ++depth) {
    if (unit == top) return true;
    const auto here = find(tx, unit, as_of);
    unit = here ? here->parent : base::UnitId{};
  }
  return false;
}

Imported import_units(db::Database& db, db::Tx& tx, std::string_view csv) {
  Imported out;
  std::map<std::string, std::size_t> column;
  for (int number = 1; !csv.empty(); ++number) {
    const auto end = csv.find('\n');
    const auto line = csv.substr(0, end);
    csv.remove_prefix(end == std::string_view::npos ? csv.size() : end + 1);
    if (line.empty() || line.front() == '#') continue;
    const auto row = cells(line);
    if (column.empty()) {
      for (std::size_t i = 0; i < row.size(); ++i) column[row[i]] = i;
      continue;
    }
    const auto cell = [&](const char* name) {
      const auto at = column.find(name);
      return at != column.end() && at->second < row.size() ? row[at->second] : std::string();
    };
    const auto from = base::Date::parse_iso(cell("valid_from"));
    if (!from || cell("code").empty() || cell("name_vi").empty()) {
      out.problem =
          fmt::format("line {}: code, name_vi and valid_from (2025-07-01) are needed", number);
      return out;
    }
    const auto parent = by_code(tx, cell("parent"), *from);
    if (!parent && !cell("parent").empty()) {
      out.problem =
          fmt::format("line {}: parent '{}' is not above this line", number, cell("parent"));
      return out;
    }
    if (by_code(tx, cell("code"), *from)) continue;
    const auto id = db.fresh<base::UnitId>();
    tx.execute(kInsertUnit, {id, cell("kind"), *from});
    tx.execute(kInsertVersion, {id, *from, cell("code"), cell("name_vi"), cell("name_en"),
                                base::sort_key(cell("name_vi")),
                                parent ? parent->id : base::UnitId{}, cell("kind")});
    ++out.added;
  }
  if (out.added > 0) store::touch(tx);
  return out;
}

void set_agency_code(db::Tx& tx, base::UnitId unit, std::string_view code, base::Date from) {
  tx.execute(kAgencyCode, {unit, from, code});
  store::touch(tx);
}

}  // namespace units
