// Nobody signs what they proposed, in whatever name; and who acted for whom is told.
#include <doctest/doctest.h>

#include "cast/town.hpp"
#include "engines/identity/delegation.hpp"
#include "engines/identity/four_eyes.hpp"
#include "engines/identity/positions.hpp"
#include "platform/pdf/tests/outside.hpp"
#include "services/one_stop/history.hpp"
#include "support/databases.hpp"

using one_stop::Dossier;
using one_stop::Refusal;

namespace {

struct Desk {
  explicit Desk(db::Database& database) : db(database), town(database) {}

  base::Date today() const { return town.now.local().date; }
  // `to` acts for `from` today.
  void stands_in(identity::Who& to, const identity::Who& from) {
    db.write([&](db::Tx& tx) {
      identity::delegate(db, tx,
                         {.position = from.positions.front().id,
                          .from = from.person,
                          .to = to.person,
                          .first = today(),
                          .last = today(),
                          .signing = "KT"},
                         town.now);
    });
    read_again(to);
  }
  void appointed(identity::Who& who, const char* role) {
    db.write([&](db::Tx& tx) {
      identity::appoint(db, tx,
                        {.person = who.person,
                         .unit = town.ward,
                         .role = role,
                         .title = {"Chủ tịch Ủy ban nhân dân phường", "Chair"},
                         .from = today()});
    });
    read_again(who);
  }
  void read_again(identity::Who& who) {
    who.positions =
        db.read([&](db::Tx& tx) { return identity::positions(tx, who.person, today()); });
  }

  Dossier received(const identity::Who& by) {
    auto dossier = town.lan_submits("submit" + std::to_string(++submitted)).value();
    REQUIRE(town.actions.accept(town.act(by), town.task(dossier)));
    return town.actions.take_fee(town.act(by), town.task(dossier)).value();
  }
  void propose(const Dossier& dossier, const identity::Who& by) {
    REQUIRE(town.actions.propose(town.act(by), town.task(dossier), "đủ điều kiện",
                                 town.draft(dossier)));
  }
  // Why that officer may not sign it; nothing: what is refused is the paper, which is none.
  std::optional<Refusal> refused(const Dossier& dossier, const identity::Who& by) {
    const auto done = town.actions.approve(town.act(by), town.task(dossier), {});
    REQUIRE_FALSE(done);
    const bool own = done.error() == Refusal::own_proposal;
    return own ? std::optional(done.error()) : std::nullopt;
  }
  bool approves(const Dossier& dossier, const identity::Who& by) {
    return bool(town.actions.approve(town.act(by), town.task(dossier),
                                     town.signed_by(dossier, by, town.ward)));
  }

  db::Database& db;
  cast::Town town;
  int submitted = 0;
};

}  // namespace

TEST_CASE("Two acts are of one hand through who did them and in whose name they were done") {
  const auto by = [](std::int64_t person, std::int64_t acting_for = 0) {
    return journal::Actor{
        .kind = journal::ActorKind::officer, .person = {person}, .acting_for = {acting_for}};
  };
  using identity::same_hand;
  CHECK(same_hand(by(1), by(1)));
  CHECK_FALSE(same_hand(by(1), by(2)));
  CHECK(same_hand(by(1), by(2, 1)));
  CHECK(same_hand(by(2, 1), by(1)));
  CHECK(same_hand(by(2, 1), by(3, 1)));
  CHECK(same_hand(by(1, 3), by(1, 2)));
  CHECK_FALSE(same_hand(by(1, 3), by(2, 4)));
  CHECK_FALSE(same_hand(by(1), by(2, 0)));
  CHECK_FALSE(same_hand(by(0), by(0)));  // nobody is not somebody
}

TEST_CASE("Who appraised does not sign: not for the absent head, and not as a second head") {
  support::on_each_database([](db::Database& db) {
    Desk desk(db);
    auto& town = desk.town;
    const auto dossier = desk.received(town.minh);
    desk.propose(dossier, town.duyen);
    desk.stands_in(town.duyen, town.hoa);
    CHECK(desk.refused(dossier, town.duyen) == Refusal::own_proposal);
    desk.appointed(town.duyen, "LEADER");
    CHECK(desk.refused(dossier, town.duyen) == Refusal::own_proposal);
    CHECK(town.verbs(dossier) == "submit accept take_fee propose");
    CHECK(desk.approves(dossier, town.hoa));
  });
}

TEST_CASE("Nor does who stood in for the appraiser, or whoever the appraiser stood in for") {
  support::on_each_database([](db::Database& db) {
    Desk desk(db);
    auto& town = desk.town;
    desk.appointed(town.duyen, "LEADER");
    desk.stands_in(town.thu, town.duyen);  // in her first office, that of the specialist
    const auto dossier = desk.received(town.minh);
    desk.propose(dossier, town.thu);
    CHECK(desk.refused(dossier, town.duyen) == Refusal::own_proposal);  // proposed in her name
    desk.appointed(town.thu, "LEADER");
    CHECK(desk.refused(dossier, town.thu) == Refusal::own_proposal);
    // Sent back and proposed anew by somebody else, it is theirs.
    REQUIRE(town.actions.send_back(town.act(town.hoa), town.task(dossier), "xem lại"));
    desk.appointed(town.minh, "SPECIALIST");
    desk.propose(dossier, town.minh);
    CHECK(desk.approves(dossier, town.duyen));
  });
}

TEST_CASE("Who acted for whom stands in the history and on the slip") {
  support::on_each_database([](db::Database& db) {
    Desk desk(db);
    auto& town = desk.town;
    desk.stands_in(town.thu, town.minh);
    auto acting = town.thu;
    const auto dossier = desk.received(acting);
    const auto story = db.read(
        [&](db::Tx& tx) { return one_stop::story_of(tx, town.casework, dossier, desk.today()); });
    const auto said = town.thu.name + ", làm thay " + town.minh.name;
    const auto log = one_stop::log(story, "Lan", base::Lang::vi);
    REQUIRE(log.size() == 3);
    for (int i = 0; i < 2; ++i) {
      base::Html shown;
      CHECK(base::h("{}", log[std::size_t(i)].what.html()).str().find(said) != std::string::npos);
    }
    const auto in_english = one_stop::log(story, "Lan", base::Lang::en);
    CHECK(base::h("{}", in_english[0].what.html()).str().find("acting for " + town.minh.name) !=
          std::string::npos);
    cast::AnyPurpose purpose;
    const auto slip =
        town.papers.slip(town.sources(dossier), one_stop::Papers::Slip::receipt, purpose, town.now)
            .value();
    const outside::Folder folder;
    const auto text =
        outside::run("pdftotext " + folder.put("slip.pdf", slip) + " - | tr '\\n' ' '").text;
    CHECK(text.find(said) != std::string::npos);
  });
}
