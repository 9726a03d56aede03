// How people want to be reached, as rows.
#include "engines/messages/store.hpp"

#include "platform/crypto/keyring.hpp"

namespace messages::store {
namespace {

constexpr std::string_view kPerson = R"sql(
  SELECT lang, address, confirmed_at, bounced_at, pending, asked_at, code, code_tries
  FROM messages_person WHERE person = $1)sql";

constexpr std::string_view kKeep = R"sql(
  INSERT INTO messages_person (person, lang, address, confirmed_at, bounced_at, pending, asked_at,
    code, code_tries)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  ON CONFLICT (person) DO UPDATE SET lang = excluded.lang, address = excluded.address,
    confirmed_at = excluded.confirmed_at, bounced_at = excluded.bounced_at,
    pending = excluded.pending, asked_at = excluded.asked_at, code = excluded.code,
    code_tries = excluded.code_tries)sql";

constexpr std::string_view kChoices = R"sql(
  SELECT kind, channel FROM messages_choice WHERE person = $1 ORDER BY kind)sql";

constexpr std::string_view kChoose = R"sql(
  INSERT INTO messages_choice (person, kind, channel) VALUES ($1, $2, $3)
  ON CONFLICT (person, kind) DO UPDATE SET channel = excluded.channel)sql";

constexpr std::string_view kBouncing = R"sql(
  SELECT count(*) FROM messages_person WHERE bounced_at IS NOT NULL)sql";

}  // namespace

std::string place_of(base::PersonId person, std::string_view column) {
  return "messages_person/" + person.str() + "/" + std::string(column);
}

PersonRow person(db::Tx& tx, base::PersonId person) {
  const auto opened = [&](const db::Row& r, int at, std::string_view column) {
    return tx.keys().open(r.text(at), place_of(person, column));
  };
  const auto found = tx.first(kPerson, {person}, [&](const db::Row& r) {
    return PersonRow{r.str(0),
                     opened(r, 1, "address"),
                     r.maybe_at(2),
                     r.maybe_at(3),
                     opened(r, 4, "pending"),
                     r.maybe_at(5),
                     r.str(6),
                     int(r.i64(7))};
  });
  return found.value_or(PersonRow{});
}

PersonRow person_to_change(db::Tx& tx, base::PersonId id) {
  tx.hold("messages.reach:" + id.str());
  return person(tx, id);
}

void keep(db::Tx& tx, base::PersonId person, const PersonRow& row) {
  const auto sealed = [&](const std::string& value, std::string_view column) {
    return value.empty() ? "" : tx.keys().seal(value, place_of(person, column));
  };
  tx.execute(kKeep,
             {person, row.lang, sealed(row.address, "address"), row.confirmed_at, row.bounced_at,
              sealed(row.pending, "pending"), row.asked_at, row.code, row.code_tries});
}

std::map<std::string, std::string> choices(db::Tx& tx, base::PersonId person) {
  std::map<std::string, std::string> out;
  tx.query(kChoices, {person}, [&](const db::Row& r) { out[r.str(0)] = r.str(1); });
  return out;
}

void choose(db::Tx& tx, base::PersonId person, std::string_view kind, std::string_view channel) {
  tx.execute(kChoose, {person, kind, channel});
}

int bouncing(db::Tx& tx) {
  return tx.first(kBouncing, {}, [](const db::Row& r) { return int(r.i64(0)); }).value_or(0);
}

}  // namespace messages::store
