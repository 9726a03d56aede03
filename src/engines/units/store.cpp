// The units' rows, as of a day.
#include "engines/units/store.hpp"
#include "engines/units/units.hpp"
#include "platform/crypto/crypto.hpp"

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
  SELECT v.unit_id, v.kind, v.code, v.name_vi, v.name_en, v.parent_id, v.valid_from, v.valid_to,
    (SELECT a.code FROM units_code a WHERE a.unit_id = v.unit_id AND a.system = 'QD20'
      AND a.valid_from <= $2 ORDER BY a.valid_from DESC LIMIT 1),
    v.basis, v.confidence
  FROM units_version v
  WHERE v.kind = $1 AND v.valid_from <= $2 AND (v.valid_to IS NULL OR v.valid_to >= $2)
  ORDER BY v.sort_key, v.unit_id)sql";

constexpr std::string_view kChildren = R"sql(
  SELECT unit_id FROM units_version
  WHERE parent_id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
  ORDER BY sort_key, unit_id)sql";

constexpr std::string_view kHistory = R"sql(
  SELECT unit_id, kind, code, name_vi, name_en, parent_id, valid_from, valid_to, '', basis,
    confidence
  FROM units_version WHERE unit_id = $1 ORDER BY valid_from)sql";

constexpr std::string_view kBegin = R"sql(
  SELECT min(valid_from) FROM units_version)sql";

constexpr std::string_view kCodes = R"sql(
  SELECT system, valid_from, code FROM units_code WHERE unit_id = $1
  ORDER BY system, valid_from)sql";

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
    tx.query(kOfKind, {kind, as_of}, [&](const db::Row& row) { out.push_back(unit_of(row)); });
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

std::optional<base::Date> records_begin(db::Tx& tx) {
  return tx.first(kBegin, {}, [](const db::Row& row) { return row.maybe_date(0); })
      .value_or(std::nullopt);
}

std::vector<Unit> history(db::Tx& tx, base::UnitId id) { return tx.all(kHistory, {id}, unit_of); }

std::vector<Code> codes(db::Tx& tx, base::UnitId id) {
  return tx.all(kCodes, {id}, [](const db::Row& row) {
    return Code{row.str(0), row.date(1), row.str(2)};
  });
}

std::vector<Succession> successions(db::Tx& tx, base::Date after, base::Date by) {
  auto all = store::successions(tx);
  std::erase_if(all, [&](const auto& l) { return l.effective <= after || l.effective > by; });
  return all;
}

std::string fingerprint(db::Tx& tx, base::UnitId id) {
  std::string all;
  for (const auto& v : history(tx, id)) {
    all += v.from.iso() + (v.to ? v.to->iso() : "") + v.kind + v.code + v.name.vi + v.name.en +
           v.parent.str() + '\n';
  }
  for (const auto& c : codes(tx, id)) all += c.system + c.from.iso() + c.code + '\n';
  return crypto::sha256_hex(all).substr(0, 16);
}

void set_agency_code(db::Tx& tx, base::UnitId unit, std::string_view code, base::Date from) {
  store::set_code(tx, unit, "QD20", from, code);
  store::touch(tx);
}

}  // namespace units
