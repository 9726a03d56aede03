// Administrator and demo people, each made in one transaction with its journal entries.
#include "engines/identity/founding.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>

#include "base/fold.hpp"
#include "base/must.hpp"
#include "engines/identity/store_accounts.hpp"
#include "engines/identity/store_second_factor.hpp"
#include "engines/identity/store_sessions.hpp"
#include "engines/identity/text.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/crypto/password.hpp"

namespace identity {
namespace {

using base::json::text_at;

struct NewOfficer {
  store::Account account;  // its person is made here
  std::string name;
  std::vector<Position> positions;
};

// The same login, role and unit are appointed by the same act, so a second founding changes
// nothing.
std::string act_of(std::string_view login, const Position& p) {
  return "appoint-" +
         crypto::sha256_hex(fmt::format("{}/{}/{}", login, p.role, p.unit.value)).substr(0, 32);
}

bool found(db::Database& db, journal::Journal& journal, const NewOfficer& officer,
           base::Instant now) {
  return db.write([&](db::Tx& tx) {
    if (store::account(tx, officer.account.login)) return false;
    PersonFacts facts;
    facts.name = officer.name;
    auto account = officer.account;
    account.person = keep_person(db, tx, facts, Source::desk, now);
    store::insert_account(tx, account, now);
    for (auto position : officer.positions) {
      position.person = account.person;
      position.id = appoint(db, tx, position);
      journal.append(tx, now,
                     {.act = act_of(account.login, position),
                      .verb = "identity.appoint",
                      .subject_kind = "person",
                      .subject = account.person.value,
                      .facts = {{"position", position.id.str()},
                                {"role", position.role},
                                {"unit", position.unit.str()},
                                {"from", position.from.iso()}}});
    }
    return true;
  });
}

bool is_known(db::Database& db, const std::string& login) {
  return db.read([&](db::Tx& tx) { return store::account(tx, login).has_value(); });
}

// Reads the file into officers; what is wrong with it is said with its line.
class PeopleFile {
 public:
  PeopleFile(std::string text, const std::function<base::UnitId(std::string_view)>& unit)
      : text_(std::move(text)), unit_(unit) {}

  DemoPeople read();
  std::vector<NewOfficer> officers;

 private:
  void read_officer(const base::json::object& one, const std::string& pointer);
  Position read_position(const base::json::object& one, const std::string& pointer);
  void wrong(const std::string& pointer, std::string_view what) {
    if (!people_.problem.empty()) return;
    people_.problem = fmt::format("people.json:{}: {}", base::json::line_of(text_, pointer), what);
  }

  std::string text_;
  const std::function<base::UnitId(std::string_view)>& unit_;
  DemoPeople people_;
};

DemoPeople PeopleFile::read() {
  const auto json = base::json::parse(text_);
  if (!json || !json->is_object()) {
    const auto line = json ? 1 : json.error().line;
    people_.problem = fmt::format("people.json:{}: not a JSON object", line);
    return people_;
  }
  const auto& all = json->get_object();
  const auto& list = base::json::array_at(all, "officers");
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto pointer = fmt::format("/officers/{}", i);
    if (list[i].is_object())
      read_officer(list[i].get_object(), pointer);
    else
      wrong(pointer, "an officer is an object");
  }
  people_.residents = base::json::array_at(all, "residents");
  for (std::size_t i = 0; i < people_.residents.size(); ++i) {
    const auto& one = people_.residents[i];
    const auto pointer = fmt::format("/residents/{}", i);
    if (!one.is_object())
      wrong(pointer, "a resident is an object");
    else if (!is_personal_number(text_at(one.get_object(), "number"))) {
      wrong(pointer + "/number", "a personal number has 12 digits");
    }
  }
  return people_;
}

void PeopleFile::read_officer(const base::json::object& one, const std::string& pointer) {
  NewOfficer officer;
  officer.account.login = base::lower(text_at(one, "login"));
  officer.name = text_at(one, "name");
  if (officer.account.login.empty()) wrong(pointer, "an officer needs a login");
  if (officer.name.empty()) wrong(pointer, "an officer needs a name");
  if (text_at(one, "password").size() < password_length_min) {
    wrong(pointer + "/password", fmt::format("a password has {} characters", password_length_min));
  }
  const auto& positions = base::json::array_at(one, "positions");
  if (positions.empty()) wrong(pointer, "an officer needs a position");
  DemoOfficer shown{
      officer.account.login, std::string(text_at(one, "password")), officer.name, {}, {}};
  for (std::size_t i = 0; i < positions.size(); ++i) {
    const auto at = fmt::format("{}/positions/{}", pointer, i);
    if (!positions[i].is_object()) {
      wrong(at, "a position is an object");
      continue;
    }
    officer.positions.push_back(read_position(positions[i].get_object(), at));
    if (i == 0) {
      shown.title = officer.positions[0].title;
      shown.unit = text_at(positions[i].get_object(), "unit");
    }
  }
  people_.officers.push_back(shown);
  officers.push_back(std::move(officer));
}

Position PeopleFile::read_position(const base::json::object& one, const std::string& pointer) {
  Position position;
  position.role = text_at(one, "role");
  const auto& title = base::json::object_at(one, "title");
  position.title = {std::string(text_at(title, "vi")), std::string(text_at(title, "en"))};
  position.unit = unit_(text_at(one, "unit"));
  const auto from = base::Date::parse_iso(text_at(one, "from"));
  position.from = from.value_or(base::Date{});
  if (one.contains("to")) position.to = base::Date::parse_iso(text_at(one, "to"));
  if (position.role.empty()) wrong(pointer, "a position needs a role");
  if (position.title.vi.empty()) wrong(pointer, "a position needs a title in Vietnamese");
  if (!position.unit) wrong(pointer + "/unit", "there is no unit with this code");
  if (!from) wrong(pointer, "a position begins on a day: \"from\": \"2025-07-01\"");
  return position;
}

}  // namespace

bool create_administrator(db::Database& db, journal::Journal& journal,
                          const FirstAdministrator& first, base::Instant now) {
  base::must(first.password.size() >= password_length_min && first.unit);
  NewOfficer officer;
  officer.account.login = base::lower(base::tidy(first.login));
  officer.account.password_hash = crypto::hash_password(first.password);
  officer.account.one_time = first.one_time;
  officer.name = first.name;
  Position position;
  position.unit = first.unit;
  position.role = role::system_administrator;
  position.title = {std::string(text::system_administrator.vi),
                    std::string(text::system_administrator.en)};
  position.from = now.local().date;
  officer.positions.push_back(position);
  return found(db, journal, officer, now);
}

std::optional<base::PersonId> person_of_login(db::Tx& tx, std::string_view login) {
  const auto account = store::account(tx, base::lower(base::tidy(login)));
  if (!account || account->state == AccountState::ended) return std::nullopt;
  return account->person;
}

bool reset_account(db::Database& db, journal::Journal& journal, std::string_view login,
                   std::string_view password, base::Instant now) {
  base::must(password.size() >= password_length_min);
  const auto hash = crypto::hash_password(password);
  return db.write([&](db::Tx& tx) {
    const auto account = store::account(tx, base::lower(base::tidy(login)));
    if (!account || account->state == AccountState::ended) return false;
    const auto person = account->person;
    store::set_state(tx, person, AccountState::active);
    store::set_password(tx, person, hash, true, now);
    const bool factor = store::remove_factor(tx, person);
    const int ended = store::end_sessions(tx, person, 0, now);
    journal.append(tx, now,
                   {.act = crypto::random_token(),
                    .verb = "account.reset",
                    .subject_kind = "person",
                    .subject = person.value,
                    .facts = {{"ended", ended}, {"factor_removed", factor}}});
    return true;
  });
}

bool end_account(db::Database& db, journal::Journal& journal, std::string_view login,
                 base::Instant now) {
  return db.write([&](db::Tx& tx) {
    const auto account = store::account(tx, base::lower(base::tidy(login)));
    if (!account || account->state == AccountState::ended) return false;
    store::set_state(tx, account->person, AccountState::ended);
    store::remove_factor(tx, account->person);
    store::end_sessions(tx, account->person, 0, now);
    journal.append(tx, now,
                   {.act = crypto::random_token(),
                    .verb = "account.end",
                    .subject_kind = "person",
                    .subject = account->person.value});
    return true;
  });
}

DemoPeople load_demo_people(db::Database& db, journal::Journal& journal, const std::string& folder,
                            const std::function<base::UnitId(std::string_view code)>& unit,
                            base::Instant now) {
  std::ifstream file(folder + "/people.json", std::ios::binary);
  if (!file) return {{}, {}, folder + "/people.json: cannot be read"};
  PeopleFile reader({std::istreambuf_iterator<char>(file), {}}, unit);
  auto people = reader.read();
  if (!people.problem.empty()) return people;
  for (std::size_t i = 0; i < reader.officers.size(); ++i) {
    auto& officer = reader.officers[i];
    if (is_known(db, officer.account.login)) continue;
    officer.account.password_hash = crypto::hash_password(people.officers[i].password);
    found(db, journal, officer, now);
  }
  return people;
}

}  // namespace identity
