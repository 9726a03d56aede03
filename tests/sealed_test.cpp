// What stands sealed in the database: personal numbers, what people wrote, what they were told.
#include <doctest/doctest.h>

#include "app/fields.hpp"
#include "app/program.hpp"
#include "cast/town.hpp"
#include "engines/messages/store.hpp"
#include "platform/crypto/keyring.hpp"
#include "support/databases.hpp"

namespace {

// All text that these tables hold.
std::string raw(db::Database& db) {
  return db.read([](db::Tx& tx) {
    std::string all;
    const auto add = [&](const db::Row& row) { all += row.str(0) + "|" + row.str(1) + "\n"; };
    tx.query("SELECT number, number_hash FROM identity_person ORDER BY id", {}, add);
    tx.query("SELECT answers, '' FROM forms_answers ORDER BY subject_id", {}, add);
    tx.query("SELECT answers, '' FROM forms_draft ORDER BY id", {}, add);
    tx.query("SELECT wanted, words FROM privacy_request ORDER BY id", {}, add);
    tx.query("SELECT given, mail_said FROM messages_message ORDER BY id", {}, add);
    tx.query("SELECT address, pending FROM messages_person ORDER BY person", {}, add);
    return all;
  });
}

// Lan is told something, and gave an address for it that bounced.
void write_to_lan(cast::Town& town) {
  const auto message = town.told(town.lan);
  town.db.write([&](db::Tx& tx) {
    messages::store::keep(tx, town.lan.person,
                          {.address = "zyxmail@example.vn", .pending = "lan@zyxnew.example.vn"});
    messages::store::tried(tx, town.now, message, "bounced", 550, "<zyxmail@example.vn>: unknown");
  });
}

std::string phone(cast::Town& town, const one_stop::Dossier& dossier) {
  cast::AnyPurpose purpose;
  const auto from = town.sources(dossier);
  return std::string(from.answers.open(purpose).get("requester.requester_phone"));
}

std::string number(cast::Town& town) {
  cast::AnyPurpose purpose;
  return town.db.read(
      [&](db::Tx& tx) { return identity::person(tx, town.lan.person)->number.open(purpose); });
}

}  // namespace

TEST_CASE("Who reads the database file finds no personal number and nothing Lan declared") {
  support::on_each_database([](db::Database& db) {
    cast::Town town(db);
    const auto dossier = town.lan_submits("submit").value();
    town.asked(town.lan);
    write_to_lan(town);
    const auto all = raw(db);
    for (const auto* value : {"092196000107", "Zyxhem", "0912345678", "Nguyễn Thị Lan",
                              "092080000001", "zyx", "H13.01-261123-0001"}) {
      CHECK(all.find(value) == all.npos);
    }
    CHECK(phone(town, dossier) == "0912345678");
    CHECK(number(town) == "092196000107");
    const auto lan =
        db.read([&](db::Tx& tx) { return messages::store::person(tx, town.lan.person); });
    CHECK(lan.address == "zyxmail@example.vn");
    CHECK(lan.pending == "lan@zyxnew.example.vn");
    CHECK(town.inbox(town.lan).at(0).title.find("H13.01-261123-0001") != std::string::npos);
    db.read([&](db::Tx& tx) {
      CHECK(identity::person_by_number(tx, "092196000107") == town.lan.person);
      CHECK(identity::people_by_any_number(tx, "092196000107").size() == 1);
      CHECK_FALSE(identity::person_by_number(tx, "092196000108"));
    });
  });
}

TEST_CASE(
    "What was kept in the clear before is sealed at the next start, and a new key takes over") {
  const support::Folder folder;
  one_stop::Dossier dossier;
  const auto path = folder.path();
  {
    app::Ground ground(path, "");
    cast::Town town(*ground.db);
    dossier = town.lan_submits("submit").value();
    town.asked(town.lan);
    write_to_lan(town);
    // As an older version left it: in the clear, and no key known.
    ground.db->write([&](db::Tx& tx) {
      tx.execute(
          "UPDATE identity_person SET number = '092196000107', number_hash = NULL WHERE id = $1",
          {town.lan.person});
      tx.execute("UPDATE messages_person SET address = 'zyxmail@example.vn', pending = ''");
      tx.execute("UPDATE messages_message SET given = '{\"code\":\"zyx\"}'");
      tx.execute("DELETE FROM config_setting WHERE name = 'sealed'");
    });
    CHECK(raw(*ground.db).find("092196000107") != std::string::npos);
    CHECK(raw(*ground.db).find("zyxmail") != std::string::npos);
  }
  app::Ground ground(path, "");
  CHECK(raw(*ground.db).find("092196000107") == std::string::npos);
  CHECK(raw(*ground.db).find("zyx") == std::string::npos);
  CHECK(raw(*ground.db).find("$2$") == std::string::npos);
  const auto lan =
      ground.db->read([](db::Tx& tx) { return identity::person_by_number(tx, "092196000107"); });
  REQUIRE(lan);

  CHECK(app::make_key(*ground.db, ground.folder) == 2);
  ground.db->keys().look_again();
  CHECK(app::seal_again(*ground.db) >= 8);  // seven of the cast and a dossier
  CHECK(raw(*ground.db).find("$1$") == std::string::npos);
  CHECK(app::seal_again(*ground.db) == 0);
  CHECK(ground.db->read(
            [](db::Tx& tx) { return identity::person_by_number(tx, "092196000107"); }) == lan);
}

TEST_CASE("Without its key the program does not start, and says which file to put back") {
  const support::Folder folder;
  { const app::Ground ground(folder.path(), ""); }
  std::filesystem::remove(folder.path() + "/secrets/fields-1.key");
  try {
    const app::Ground ground(folder.path(), "");
    FAIL("it started");
  } catch (const std::exception& problem) {
    CHECK(std::string(problem.what()).find("secrets/fields-1.key") != std::string::npos);
  }
  CHECK_FALSE(std::filesystem::exists(folder.path() + "/secrets/fields-1.key"));
}
