// The ways round the two-person rule that were found, and what two people do in its place.
#include <regex>

#include "cast/three.hpp"
#include "engines/identity/account_desk.hpp"
#include "platform/crypto/password.hpp"

using namespace cast;

TEST_CASE("Locking the others makes nobody sole") {
  Three hall;
  hall.post(account_page, hall.city.boss, "viec=lock&version=1");
  const auto is_active = [&](base::PersonId person) {
    return hall.city.db().read([&](db::Tx& tx) {
      return identity::store::account_of(tx, person)->state == identity::AccountState::active;
    });
  };
  CHECK(is_active(hall.target.person));
  // And were they locked, by two, those left would be no freer.
  hall.city.db().write([&](db::Tx& tx) {
    for (const auto person : {hall.chi.person, hall.target.person}) {
      identity::store::set_state(tx, person, identity::AccountState::locked);
    }
  });
  const auto before = hall.powers();
  hall.city.person = hall.city.town.tam.person;
  const auto friends = fmt::format("unit={}&role=SYS_ADMIN&title_vi=Người quen&title_en=Friend",
                                   hall.city.city().value) +
                       day("from", hall.city.today());
  CHECK(hall.post("/quan-tri/nguoi/{person}/bo-nhiem", hall.city.boss, friends).status == 303);
  hall.post(account_page, hall.city.boss, "viec=unlock&version=2");
  CHECK(hall.powers() == before);
  CHECK(hall.request(identity::appoint_administrator_kind).concerned == hall.city.person);
}

TEST_CASE("Nobody becomes another administrator by giving them a password") {
  Three hall;
  auto& city = hall.city;
  const auto before = hall.powers();
  CHECK(hall.post(account_page, city.boss, "viec=password&version=1").status == 422);
  CHECK(hall.powers() == before);
  REQUIRE(hall.post(account_page, city.boss, "viec=ask_password&version=1&reason_ask_password=quên")
              .status == 303);
  CHECK(hall.confirm(city.boss, identity::give_password_kind).status == 422);
  CHECK(hall.confirm(hall.target, identity::give_password_kind).status == 422);
  CHECK(hall.powers() == before);
  CHECK(hall.confirm(hall.chi, identity::give_password_kind).status == 303);
  CHECK(hall.powers() != before);
  // Each of the two reads half of it, and half of it opens nothing.
  static const std::regex half("<code>([a-z0-9]{5}-[a-z0-9]{5})</code>");
  const auto half_for = [&](const Who& who) {
    const auto page = hall.get("/quan-tri/hai-nguoi", who).body;
    std::smatch found;
    REQUIRE(std::regex_search(page, found, half));
    const auto first = found[1].str();
    CHECK_FALSE(std::regex_search(std::string(found.suffix()), half));
    return first;
  };
  const auto first = half_for(city.boss), second = half_for(hall.chi);
  CHECK(first != second);
  CHECK_FALSE(std::regex_search(hall.get("/quan-tri/hai-nguoi", hall.target).body, half));
  const auto hash = city.db().read([&](db::Tx& tx) {
    return identity::store::account_of(tx, hall.target.person)->password_hash;
  });
  CHECK(crypto::verify_password(hash, first + "-" + second));
  CHECK_FALSE(crypto::verify_password(hash, first));
  CHECK_FALSE(crypto::verify_password(hash, second));
}

TEST_CASE("Nobody lends another administrator's office to a friend") {
  Three hall;
  auto& city = hall.city;
  const auto absence = fmt::format("position={}&to={}&signing=TUQ&reason=x", city.position.str(),
                                   hall.chi.person.str()) +
                       day("first", city.today()) + day("last", city.today() + 3);
  const auto before = hall.powers();
  CHECK(hall.post("/quan-tri/nguoi/{person}/uy-quyen", city.boss, absence).status == 303);
  CHECK(hall.powers() == before);
  CHECK(hall.confirm(hall.chi, identity::delegate_administrator_kind).status == 422);  // she gains
  CHECK(hall.powers() == before);
  CHECK(hall.confirm(hall.target, identity::delegate_administrator_kind).status == 303);
  CHECK(hall.powers() != before);
}

TEST_CASE(
    "Who administers one ward changes no other unit, and nobody closes their colleagues' one") {
  Three hall;
  auto& city = hall.city;
  CHECK(hall.post(unit_page, city.stranger, "viec=close").status == 404);
  CHECK(hall.get(unit_page, city.stranger).status == 404);
  const auto page = hall.post(unit_page, city.boss, "viec=close&ngay=01/01/2027");
  CHECK(page.status == 422);
  CHECK(page.body.find("còn người giữ chức vụ quản trị") != std::string::npos);
}

TEST_CASE("What two decide of an account is done once, by two who are neither the third nor one") {
  Three hall;
  auto& city = hall.city;
  using identity::AccountState;
  const auto state = [&] {
    return city.db().read(
        [&](db::Tx& tx) { return identity::store::account_of(tx, hall.target.person)->state; });
  };
  const auto version = [&] {
    return city.db().read(
        [&](db::Tx& tx) { return identity::store::account_of(tx, hall.target.person)->version; });
  };
  const auto decided = [&](std::string_view what, std::string_view kind) {
    const auto fields = fmt::format("viec={0}&version={1}&reason_{0}=x", what, version());
    REQUIRE(hall.post(account_page, city.boss, fields).status == 303);
    CHECK(hall.confirm(city.boss, kind).status == 422);
    hall.confirm(hall.target, kind);
    CHECK(hall.request(kind).state == identity::TwoPersonRequest::State::waiting);
    CHECK(hall.confirm(hall.chi, kind).status == 303);
    CHECK(hall.confirm(hall.chi, kind).status == 422);
  };
  decided("ask_lock", identity::lock_account_kind);
  CHECK(state() == AccountState::locked);
  decided("ask_unlock", identity::unlock_account_kind);
  CHECK(state() == AccountState::active);
  decided("ask_reset", identity::reset_factor_kind);
  CHECK(state() == AccountState::active);
  decided("ask_end", identity::end_account_kind);
  CHECK(state() == AccountState::ended);
}

TEST_CASE("The operator of the machine makes a way on where a second administrator is gone") {
  Three hall;
  auto& city = hall.city;
  const auto takes_two = [&] {
    return city.db().read(
        [&](db::Tx& tx) { return identity::takes_two(tx, city.boss.person, city.today()); });
  };
  CHECK(takes_two());
  CHECK(identity::end_account(city.db(), city.town.journal, "chi", city.town.now));
  CHECK(takes_two());
  CHECK(identity::end_account(city.db(), city.town.journal, " QuanTri", city.town.now));
  CHECK_FALSE(takes_two());
  CHECK_FALSE(identity::end_account(city.db(), city.town.journal, "chi", city.town.now));
  CHECK_FALSE(identity::end_account(city.db(), city.town.journal, "nobody", city.town.now));
  const auto entries = city.db().read(
      [&](db::Tx& tx) { return journal::Journal::of(tx, "person", hall.chi.person.value); });
  CHECK(entries.back().verb == "account.end");
  CHECK(entries.back().actor.kind == journal::ActorKind::system);
}
