// What people wrote stands sealed, each value bound to its row and column.
#include "services/privacy/store.hpp"

#include "platform/crypto/keyring.hpp"

namespace privacy::store {
namespace {

constexpr std::string_view kInsert = R"sql(
  INSERT INTO privacy_request (id, code, person_id, kind, field, wanted, words, paper, paper_type,
    state, asked_at, reply_by, due_at, answer)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting', $10, $11, $12, ''))sql";

constexpr std::string_view kFind = R"sql(
  SELECT id, code, person_id, kind, field, wanted, words, paper, paper_type, state, asked_at,
    reply_by, due_at, decided_at, answer
  FROM privacy_request WHERE id = $1)sql";

constexpr std::string_view kOfPerson = R"sql(
  SELECT id, code, person_id, kind, field, wanted, words, paper, paper_type, state, asked_at,
    reply_by, due_at, decided_at, answer
  FROM privacy_request WHERE person_id = $1 ORDER BY id DESC LIMIT $2)sql";

constexpr std::string_view kAll = R"sql(
  SELECT id, code, person_id, kind, field, wanted, words, paper, paper_type, state, asked_at,
    reply_by, due_at, decided_at, answer
  FROM privacy_request
  ORDER BY CASE WHEN state = 'waiting' THEN 0 ELSE 1 END,
    CASE WHEN state = 'waiting' THEN COALESCE(reply_by, due_at) END NULLS LAST,
    CASE WHEN state = 'waiting' THEN id END, id DESC LIMIT $1)sql";

constexpr std::string_view kWaiting = R"sql(
  SELECT count(*) FROM privacy_request WHERE state = 'waiting')sql";

constexpr std::string_view kDecide = R"sql(
  UPDATE privacy_request SET state = $2, decided_by = $3, answer = $4, decided_at = $5
  WHERE id = $1 AND state = 'waiting')sql";

constexpr std::string_view kPapers = R"sql(
  SELECT paper FROM privacy_request WHERE person_id = $1 AND paper <> '' ORDER BY id)sql";

constexpr std::string_view kDropPaper = R"sql(
  UPDATE privacy_request SET paper = '', paper_type = '' WHERE id = $1)sql";

constexpr std::string_view kForget = R"sql(
  UPDATE privacy_request SET wanted = '', words = '', answer = '', paper = ''
  WHERE person_id = $1)sql";

constexpr std::string_view kTaken = R"sql(
  INSERT INTO privacy_taken (person_id, day, times) VALUES ($1, $2, 1)
  ON CONFLICT (person_id, day) DO UPDATE SET times = privacy_taken.times + 1
  RETURNING times)sql";

constexpr std::string_view kStale = R"sql(
  SELECT id, wanted, words, answer FROM privacy_request
  WHERE id > $1 AND ((wanted <> '' AND wanted NOT LIKE $2) OR (words <> '' AND words NOT LIKE $2)
    OR (answer <> '' AND answer NOT LIKE $2))
  ORDER BY id LIMIT $3)sql";

constexpr std::string_view kSeal = R"sql(
  UPDATE privacy_request SET wanted = $5, words = $6, answer = $7
  WHERE id = $1 AND wanted = $2 AND words = $3 AND answer = $4)sql";

std::string place(RequestId id, std::string_view column) {
  return "privacy_request/" + id.str() + "/" + std::string(column);
}

std::string sealed(db::Tx& tx, RequestId id, std::string_view column, std::string_view value) {
  return value.empty() ? "" : tx.keys().seal(value, place(id, column));
}

std::string opened(db::Tx& tx, RequestId id, std::string_view column, std::string_view kept) {
  return kept.empty() ? "" : tx.keys().open(kept, place(id, column));
}

auto made(db::Tx& tx) {
  return [&tx](const db::Row& row) {
    Request r{.id = row.id<RequestId>(0), .code = row.str(1), .person = row.id<base::PersonId>(2)};
    const auto value = [&](int column, std::string_view name) {
      return base::Personal(r.person, opened(tx, r.id, name, row.text(column)));
    };
    r.kind = kind_of(row.text(3)).value_or(Kind::correction);
    r.field = field_of(row.text(4)).value_or(Field::other);
    r.wanted = value(5, "wanted");
    r.words = value(6, "words");
    r.paper = row.str(7);
    r.paper_type = row.str(8);
    r.state = state_of(row.text(9)).value_or(State::waiting);
    r.asked_at = row.at(10);
    r.reply_by = row.maybe_at(11);
    r.due_at = row.maybe_at(12);
    r.decided_at = row.maybe_at(13);
    r.answer = value(14, "answer");
    return r;
  };
}

}  // namespace

void insert(db::Tx& tx, const Request& r, const Typed& typed) {
  tx.execute(kInsert,
             {r.id, r.code, r.person, code(r.kind), code(r.field),
              sealed(tx, r.id, "wanted", typed.wanted), sealed(tx, r.id, "words", typed.words),
              r.paper, r.paper_type, r.asked_at, r.reply_by, r.due_at});
}

std::optional<Request> find(db::Tx& tx, RequestId id) { return tx.first(kFind, {id}, made(tx)); }

std::vector<Request> of_person(db::Tx& tx, base::PersonId person, int limit) {
  return tx.all(kOfPerson, {person, limit}, made(tx));
}

std::vector<Request> all(db::Tx& tx, int limit) { return tx.all(kAll, {limit}, made(tx)); }

int waiting(db::Tx& tx) {
  return *tx.first(kWaiting, {}, [](const db::Row& row) { return int(row.i64(0)); });
}

bool decide(db::Tx& tx, RequestId id, State state, base::PersonId by, std::string_view answer,
            base::Instant now) {
  return tx.execute(kDecide, {id, code(state), by, sealed(tx, id, "answer", answer), now}) == 1;
}

std::vector<std::string> forget(db::Tx& tx, base::PersonId person) {
  auto papers = tx.all(kPapers, {person}, [](const db::Row& row) { return row.str(0); });
  tx.execute(kForget, {person});
  return papers;
}

int taken(db::Tx& tx, base::PersonId person, base::Date day) {
  return *tx.first(kTaken, {person, day}, [](const db::Row& row) { return int(row.i64(0)); });
}

void drop_paper(db::Tx& tx, RequestId id) { tx.execute(kDropPaper, {id}); }

int seal_requests(db::Tx& tx, std::int64_t& after, int limit) {
  struct Stale {
    RequestId id;
    std::string wanted, words, answer;
  };
  const auto stale =
      tx.all(kStale, {after, tx.keys().newest_like(), limit}, [](const db::Row& row) {
        return Stale{row.id<RequestId>(0), row.str(1), row.str(2), row.str(3)};
      });
  for (const auto& one : stale) {
    const auto again = [&](std::string_view column, const std::string& kept) {
      return tx.keys().again(kept, place(one.id, column));
    };
    tx.execute(kSeal, {one.id, one.wanted, one.words, one.answer, again("wanted", one.wanted),
                       again("words", one.words), again("answer", one.answer)});
    after = one.id.value;
  }
  return int(stale.size());
}

}  // namespace privacy::store
