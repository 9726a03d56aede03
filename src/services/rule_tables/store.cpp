#include "services/rule_tables/store.hpp"

namespace rule_tables::store {
namespace {

constexpr std::string_view kInsert = R"sql(
  INSERT INTO rule_tables_draft (id, code, based_on, state, version, sheet, begun_by, begun_at,
    saved_by, saved_at, last_act, proposed_by, proposed_for, proposed_at, hash, returned)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16))sql";
constexpr std::string_view kFind = R"sql(
  SELECT id, code, based_on, state, version, sheet, begun_by, begun_at, saved_by, saved_at,
    last_act, proposed_by, proposed_for, proposed_at, hash, returned
  FROM rule_tables_draft WHERE id = $1)sql";
constexpr std::string_view kOpen = R"sql(
  SELECT id, code, based_on, state, version, sheet, begun_by, begun_at, saved_by, saved_at,
    last_act, proposed_by, proposed_for, proposed_at, hash, returned
  FROM rule_tables_draft WHERE code = $1 AND state IN ('draft', 'proposed'))sql";
constexpr std::string_view kAllOpen = R"sql(
  SELECT id, code, based_on, state, version, sheet, begun_by, begun_at, saved_by, saved_at,
    last_act, proposed_by, proposed_for, proposed_at, hash, returned
  FROM rule_tables_draft WHERE state IN ('draft', 'proposed') ORDER BY code, id)sql";
constexpr std::string_view kProposed = R"sql(
  SELECT count(*) FROM rule_tables_draft WHERE state = 'proposed')sql";
constexpr std::string_view kUpdate = R"sql(
  UPDATE rule_tables_draft SET based_on = $3, state = $4, version = $5, sheet = $6, saved_by = $7,
    saved_at = $8, last_act = $9, proposed_by = $10, proposed_for = $11, proposed_at = $12,
    hash = $13, returned = $14
  WHERE id = $1 AND version = $2)sql";

constexpr std::string_view states[] = {"draft", "proposed", "published", "dropped"};

Draft draft_in(const db::Row& row) {
  Draft out;
  out.id = row.id<DraftId>(0);
  out.code = row.str(1);
  out.based_on = int(row.i64(2));
  for (int i = 0; i < 4; ++i) {
    if (row.text(3) == states[i]) out.state = State(i);
  }
  out.version = int(row.i64(4));
  out.sheet = read_sheet(row.text(5));
  out.begun_by = row.id<base::PersonId>(6);
  out.begun_at = row.at(7);
  out.saved_by = row.id<base::PersonId>(8);
  out.saved_at = row.at(9);
  out.last_act = row.str(10);
  out.proposed_by.person = row.id<base::PersonId>(11);
  out.proposed_by.acting_for = row.id<base::PersonId>(12);
  if (out.proposed_by.person) out.proposed_by.kind = journal::ActorKind::officer;
  out.proposed_at = row.maybe_at(13);
  out.hash = row.str(14);
  out.returned = row.str(15);
  return out;
}

}  // namespace

void insert(db::Tx& tx, const Draft& d) {
  tx.execute(kInsert,
             {d.id, d.code, d.based_on, states[int(d.state)], d.version, written(d.sheet),
              d.begun_by, d.begun_at, d.saved_by, d.saved_at, d.last_act, d.proposed_by.person,
              d.proposed_by.acting_for, d.proposed_at, d.hash, d.returned});
}

std::optional<Draft> find(db::Tx& tx, DraftId id) { return tx.first(kFind, {id}, draft_in); }

std::optional<Draft> open(db::Tx& tx, std::string_view code) {
  return tx.first(kOpen, {code}, draft_in);
}

std::vector<Draft> all_open(db::Tx& tx) { return tx.all(kAllOpen, {}, draft_in); }

int proposed(db::Tx& tx) {
  return int(tx.first(kProposed, {}, [](const db::Row& row) { return row.i64(0); }).value_or(0));
}

bool update(db::Tx& tx, const Draft& d, int version) {
  return tx.execute(kUpdate,
                    {d.id, version, d.based_on, states[int(d.state)], d.version, written(d.sheet),
                     d.saved_by, d.saved_at, d.last_act, d.proposed_by.person,
                     d.proposed_by.acting_for, d.proposed_at, d.hash, d.returned}) == 1;
}

}  // namespace rule_tables::store
