// The rows of who took over from whom.
#include "engines/units/store.hpp"

namespace units::store {
namespace {

constexpr std::string_view kInsert = R"sql(
  INSERT INTO units_succession (from_id, to_id, effective, share, area, basis, confidence)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (from_id, effective, to_id) DO NOTHING)sql";

constexpr std::string_view kAll = R"sql(
  SELECT from_id, to_id, effective, share, area, basis, confidence FROM units_succession
  ORDER BY effective, from_id, CASE share WHEN 'whole' THEN 0 WHEN 'part' THEN 1 ELSE 2 END,
    to_id)sql";

constexpr std::string_view kFrom = R"sql(
  SELECT from_id, to_id, effective, share, area, basis, confidence FROM units_succession
  WHERE from_id = $1 AND effective <= $2
  ORDER BY effective, CASE share WHEN 'whole' THEN 0 WHEN 'part' THEN 1 ELSE 2 END, to_id)sql";

constexpr std::string_view kTo = R"sql(
  SELECT from_id, to_id, effective, share, area, basis, confidence FROM units_succession
  WHERE to_id = $1 AND effective <= $2
  ORDER BY effective, CASE share WHEN 'whole' THEN 0 WHEN 'part' THEN 1 ELSE 2 END,
    from_id)sql";

Succession link_of(const db::Row& row) {
  return {row.id<base::UnitId>(0),
          row.id<base::UnitId>(1),
          row.date(2),
          share_of(row.text(3)),
          row.str(4),
          row.str(5),
          confidence_of(row.text(6))};
}

}  // namespace

bool insert_succession(db::Tx& tx, const Succession& l) {
  return tx.execute(kInsert, {l.from, l.to, l.effective, code(l.share), l.area, l.basis,
                              code(l.confidence)}) == 1;
}

std::vector<Succession> successions(db::Tx& tx) { return tx.all(kAll, {}, link_of); }

std::vector<Succession> links_from(db::Tx& tx, base::UnitId unit, base::Date as_of) {
  return tx.all(kFrom, {unit, as_of}, link_of);
}

std::vector<Succession> links_to(db::Tx& tx, base::UnitId unit, base::Date as_of) {
  return tx.all(kTo, {unit, as_of}, link_of);
}

std::string_view code(Share share) {
  return share == Share::whole ? "whole" : share == Share::part ? "part" : "rest";
}

Share share_of(std::string_view code) {
  return code == "part" ? Share::part : code == "rest" ? Share::rest : Share::whole;
}

}  // namespace units::store
