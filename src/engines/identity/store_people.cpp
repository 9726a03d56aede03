// Rows of people and of their older papers: SQL and its reading.
#include "engines/identity/store_people.hpp"

#include "base/fold.hpp"
#include "engines/identity/sealing.hpp"
#include "platform/crypto/keyring.hpp"

namespace identity {
namespace {

constexpr std::string_view kPerson = R"sql(
  SELECT id, number, name, birth, gender, ethnicity, nationality, residence, phone, email, source,
    version
  FROM identity_person WHERE id = $1)sql";

constexpr std::string_view kByNumber = R"sql(
  SELECT id FROM identity_person WHERE number_hash = $1)sql";

constexpr std::string_view kKeep = R"sql(
  INSERT INTO identity_person (id, number, name, birth, gender, ethnicity, nationality, residence,
    phone, email, source, changed_at, words, sort_key, number_hash)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
  ON CONFLICT (number_hash) DO UPDATE SET
    name = CASE WHEN excluded.name <> '' THEN excluded.name ELSE identity_person.name END,
    words = CASE WHEN excluded.name <> '' THEN excluded.words ELSE identity_person.words END,
    sort_key = CASE WHEN excluded.name <> '' THEN excluded.sort_key
      ELSE identity_person.sort_key END,
    birth = CASE WHEN excluded.birth <> '' THEN excluded.birth ELSE identity_person.birth END,
    gender = CASE WHEN excluded.gender <> '' THEN excluded.gender
      ELSE identity_person.gender END,
    ethnicity = CASE WHEN excluded.ethnicity <> '' THEN excluded.ethnicity
      ELSE identity_person.ethnicity END,
    nationality = CASE WHEN excluded.nationality <> '' THEN excluded.nationality
      ELSE identity_person.nationality END,
    residence = CASE WHEN excluded.residence <> '' THEN excluded.residence
      ELSE identity_person.residence END,
    phone = CASE WHEN excluded.phone <> '' THEN excluded.phone ELSE identity_person.phone END,
    email = CASE WHEN excluded.email <> '' THEN excluded.email ELSE identity_person.email END,
    source = excluded.source,
    changed_at = excluded.changed_at,
    version = identity_person.version + 1)sql";

constexpr std::string_view kCorrect = R"sql(
  UPDATE identity_person SET number = COALESCE(number, $3), name = $4, birth = $5, gender = $6,
    ethnicity = $7, nationality = $8, residence = $9, phone = $10, email = $11, changed_at = $12,
    words = $13, sort_key = $14, version = version + 1, number_hash = COALESCE(number_hash, $15)
  WHERE id = $1 AND version = $2)sql";

constexpr std::string_view kUnfolded = R"sql(
  SELECT id, name FROM identity_person WHERE words IS NULL ORDER BY id LIMIT $1)sql";

constexpr std::string_view kFold = R"sql(
  UPDATE identity_person SET words = $2, sort_key = $3 WHERE id = $1)sql";

constexpr std::string_view kPapersOf = R"sql(
  SELECT id, person_id, kind, number, valid_from, valid_to, source FROM identity_paper
  WHERE person_id = $1 ORDER BY kind, valid_from NULLS LAST, id)sql";

constexpr std::string_view kInsertPaper = R"sql(
  INSERT INTO identity_paper (id, person_id, kind, number, valid_from, valid_to, source, kept_at,
    number_hash)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING)sql";

constexpr std::string_view kRemovePaper = R"sql(
  DELETE FROM identity_paper WHERE id = $1 AND person_id = $2)sql";

constexpr std::string_view kByAnyNumber = R"sql(
  SELECT id, name, birth, number FROM identity_person
  WHERE id IN (SELECT id FROM identity_person WHERE number_hash = $1
    UNION SELECT person_id FROM identity_paper WHERE number_hash = $1)
  ORDER BY sort_key, id LIMIT 20)sql";

// $2 is a day, and $3 its year: whoever has only the year, or nothing, may be the same person.
constexpr std::string_view kByName = R"sql(
  SELECT id, name, birth, number FROM identity_person
  WHERE words = $1 AND (CAST($2 AS TEXT) = '' OR birth = '' OR birth = $2 OR birth = $3
    OR (CAST($2 AS TEXT) = CAST($3 AS TEXT) AND substr(birth, 1, 4) = $3))
  ORDER BY sort_key, id LIMIT 20)sql";

constexpr std::string_view kStalePeople = R"sql(
  SELECT id, number FROM identity_person
  WHERE id > $1 AND number IS NOT NULL
    AND (number_hash IS NULL OR number NOT LIKE $2)
  ORDER BY id LIMIT $3)sql";

constexpr std::string_view kSealPerson = R"sql(
  UPDATE identity_person SET number = $3, number_hash = $4 WHERE id = $1 AND number = $2)sql";

constexpr std::string_view kStalePapers = R"sql(
  SELECT id, number FROM identity_paper
  WHERE id > $1 AND (number_hash IS NULL OR number NOT LIKE $2)
  ORDER BY id LIMIT $3)sql";

constexpr std::string_view kSealPaper = R"sql(
  UPDATE identity_paper SET number = $3, number_hash = $4 WHERE id = $1 AND number = $2)sql";

constexpr std::string_view kNewestHashed = R"sql(
  SELECT id, number, number_hash FROM identity_person
  WHERE number IS NOT NULL AND number_hash IS NOT NULL ORDER BY id DESC LIMIT 1)sql";

constexpr std::string_view kForgetPersonHashes = R"sql(
  UPDATE identity_person SET number_hash = NULL WHERE number IS NOT NULL)sql";

constexpr std::string_view kForgetPaperHashes = R"sql(
  UPDATE identity_paper SET number_hash = NULL)sql";

// Where a number stands: it opens nowhere else.
std::string place_of(base::PersonId id) { return "identity_person/" + id.str(); }
std::string place_of(PaperId id) { return "identity_paper/" + id.str(); }

std::optional<std::string> hash_of(db::Tx& tx, std::string_view number) {
  if (number.empty()) return std::nullopt;
  return tx.keys().hash(number);
}

template <class Id>
std::optional<std::string> sealed(db::Tx& tx, std::string_view number, Id id) {
  if (number.empty()) return std::nullopt;
  return tx.keys().seal(number, place_of(id));
}

template <class Id>
std::string number_in(db::Tx& tx, const db::Row& row, int column, Id id) {
  return row.null(column) ? "" : tx.keys().open(row.text(column), place_of(id));
}

// Reads a row with the keys of its transaction.
template <class Make>
auto in(db::Tx& tx, Make make) {
  return [&tx, make](const db::Row& row) { return make(tx, row); };
}

Found found_in(db::Tx& tx, const db::Row& row) {
  const auto id = row.id<base::PersonId>(0);
  return {id, {id, row.str(1)}, {id, row.str(2)}, {id, number_in(tx, row, 3, id)}};
}

Paper paper_in(db::Tx& tx, const db::Row& row) {
  const auto id = row.id<PaperId>(0);
  const auto person = row.id<base::PersonId>(1);
  return {id,
          person,
          paper_kind(row.text(2)).value_or(PaperKind::old_card),
          {person, number_in(tx, row, 3, id)},
          row.maybe_date(4),
          row.maybe_date(5),
          row.str(6)};
}

// What is not yet under the newest key: seals it, for `limit` rows after `after`; 0: no more.
template <class Id>
int seal_again(db::Tx& tx, std::string_view find, std::string_view keep, std::int64_t& after,
               int limit) {
  const auto stale = tx.all(find, {after, tx.keys().newest_like(), limit}, [](const db::Row& row) {
    return std::pair(row.id<Id>(0), row.str(1));
  });
  for (const auto& [id, was] : stale) {
    const auto number = tx.keys().open(was, place_of(id));
    tx.execute(keep, {id, was, sealed(tx, number, id), hash_of(tx, number)});
    after = id.value;
  }
  return int(stale.size());
}

}  // namespace

std::optional<Person> person(db::Tx& tx, base::PersonId id) {
  return tx.first(kPerson, {id}, [&](const db::Row& row) {
    const auto of = row.id<base::PersonId>(0);
    const auto field = [&](int column) { return base::Personal(of, row.str(column)); };
    return Person{of,
                  base::Personal(of, number_in(tx, row, 1, of)),
                  field(2),
                  field(3),
                  field(4),
                  field(5),
                  field(6),
                  field(7),
                  field(8),
                  field(9),
                  row.text(10) == "oidc" ? Source::oidc : Source::desk,
                  int(row.i64(11))};
  });
}

std::optional<base::PersonId> person_by_number(db::Tx& tx, std::string_view number) {
  return tx.first(kByNumber, {hash_of(tx, number)},
                  [](const db::Row& row) { return row.id<base::PersonId>(0); });
}

std::vector<Found> people_by_any_number(db::Tx& tx, std::string_view number) {
  return tx.all(kByAnyNumber, {hash_of(tx, number)}, in(tx, found_in));
}

std::vector<Found> people_by_name(db::Tx& tx, std::string_view name, std::string_view birth) {
  return tx.all(kByName, {base::fold(base::tidy(name)), birth, birth.substr(0, 4)},
                in(tx, found_in));
}

std::vector<Paper> papers_of(db::Tx& tx, base::PersonId person) {
  return tx.all(kPapersOf, {person}, in(tx, paper_in));
}

bool remove_paper(db::Tx& tx, base::PersonId person, PaperId paper) {
  return tx.execute(kRemovePaper, {paper, person}) == 1;
}

namespace store {

void keep(db::Tx& tx, base::PersonId id, const PersonFacts& f, Source source, base::Instant now) {
  tx.execute(kKeep,
             {id, sealed(tx, f.number, id), f.name, f.birth, f.gender, f.ethnicity, f.nationality,
              f.residence, f.phone, f.email, source == Source::oidc ? "oidc" : "desk", now,
              base::fold(f.name), name_key(f.name), hash_of(tx, f.number)});
}

bool correct(db::Tx& tx, base::PersonId id, const PersonFacts& f, int version, base::Instant now) {
  return tx.execute(kCorrect, {id, version, sealed(tx, f.number, id), f.name, f.birth, f.gender,
                               f.ethnicity, f.nationality, f.residence, f.phone, f.email, now,
                               base::fold(f.name), name_key(f.name), hash_of(tx, f.number)}) == 1;
}

bool insert_paper(db::Tx& tx, PaperId id, const Paper& paper, std::string_view number,
                  base::Instant now) {
  return tx.execute(kInsertPaper,
                    {id, paper.person, code(paper.kind), sealed(tx, number, id), paper.from,
                     paper.to, kept_line(paper.source), now, hash_of(tx, number)}) == 1;
}

int fold_names(db::Tx& tx, int limit) {
  const auto names = tx.all(kUnfolded, {limit}, [](const db::Row& row) {
    return std::pair(row.id<base::PersonId>(0), row.str(1));
  });
  for (const auto& [id, name] : names) {
    tx.execute(kFold, {id, base::fold(name), name_key(name)});
  }
  return int(names.size());
}

}  // namespace store

int seal_numbers(db::Tx& tx, std::int64_t& after, int limit) {
  return seal_again<base::PersonId>(tx, kStalePeople, kSealPerson, after, limit);
}

int seal_paper_numbers(db::Tx& tx, std::int64_t& after, int limit) {
  return seal_again<PaperId>(tx, kStalePapers, kSealPaper, after, limit);
}

std::optional<bool> lookup_fits(db::Tx& tx, crypto::Keyring& keys) {
  return tx.first(kNewestHashed, {}, [&](const db::Row& row) {
    return keys.hash(keys.open(row.text(1), place_of(row.id<base::PersonId>(0)))) == row.text(2);
  });
}

void forget_number_hashes(db::Tx& tx) {
  tx.execute(kForgetPersonHashes);
  tx.execute(kForgetPaperHashes);
}

}  // namespace identity
