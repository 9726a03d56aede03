// What the city corrected is not undone by a provider that goes on saying what it said before.
#include <utility>

#include "base/json.hpp"
#include "engines/identity/store_people.hpp"
#include "platform/crypto/keyring.hpp"

namespace identity::store {
namespace {

constexpr std::string_view kKnown = R"sql(
  SELECT overruled, name, birth, gender, ethnicity, nationality, residence, phone, email
  FROM identity_person WHERE id = $1)sql";

constexpr std::string_view kOverruled = R"sql(
  SELECT id, overruled FROM identity_person WHERE number_hash = $1)sql";

constexpr std::string_view kKeep = R"sql(
  UPDATE identity_person SET overruled = $2 WHERE id = $1)sql";

// In the order of kKnown.
constexpr std::pair<std::string_view, std::string PersonFacts::*> fields[] = {
    {"name", &PersonFacts::name},
    {"birth", &PersonFacts::birth},
    {"gender", &PersonFacts::gender},
    {"ethnicity", &PersonFacts::ethnicity},
    {"nationality", &PersonFacts::nationality},
    {"residence", &PersonFacts::residence},
    {"phone", &PersonFacts::phone},
    {"email", &PersonFacts::email}};

base::json::object read(std::string_view text) { return base::json::parse(text)->as_object(); }

}  // namespace

void overrule(db::Tx& tx, base::PersonId id, const PersonFacts& corrected) {
  base::json::object marks;
  bool changed = false;
  tx.query(kKnown, {id}, [&](const db::Row& row) {
    marks = read(row.text(0));
    int column = 0;
    for (const auto& [name, field] : fields) {
      const auto before = row.str(++column);
      // Corrected once more: the provider still says what it said at first.
      if (before.empty() || before == corrected.*field || marks.contains(name)) continue;
      marks[name] = tx.keys().hash(before);
      changed = true;
    }
  });
  if (changed) tx.execute(kKeep, {id, base::json::canonical(marks)});
}

PersonFacts not_overruled(db::Tx& tx, PersonFacts said) {
  const auto found = tx.first(kOverruled, {tx.keys().hash(said.number)}, [](const db::Row& row) {
    return std::pair(row.id<base::PersonId>(0), row.str(1));
  });
  if (!found || found->second == "{}") return said;
  auto marks = read(found->second);
  const auto before = marks.size();
  for (const auto& [name, field] : fields) {
    const auto mark = base::json::text_at(marks, name);
    if (mark.empty() || (said.*field).empty()) continue;
    if (mark == tx.keys().hash(said.*field)) {
      (said.*field).clear();
    } else {
      marks.erase(name);
    }
  }
  if (marks.size() != before) tx.execute(kKeep, {found->first, base::json::canonical(marks)});
  return said;
}

}  // namespace identity::store
