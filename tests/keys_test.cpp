// Keys that are lost, swapped, cut or lie open: the program does not start, and says what to do.
#include "app/keys.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>

#include "app/fields.hpp"
#include "app/program.hpp"
#include "app/watch.hpp"
#include "cast/town.hpp"
#include "engines/identity/held.hpp"
#include "platform/config/secrets.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/crypto/seal.hpp"
#include "support/databases.hpp"

namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
}

// What the start of the program says; "" if it starts.
std::string start(const std::string& folder, const std::string& address) {
  try {
    const app::Ground ground(folder, address);
    return "";
  } catch (const std::exception& problem) {
    return problem.what();
  }
}

bool says(const std::string& told, std::string_view part) {
  return told.find(part) != std::string::npos;
}

// A city in which every key has something that depends on it.
struct City {
  City(const std::string& folder, const std::string& address) : secrets(folder + "/secrets") {
    app::Ground ground(folder, address);
    cast::Town town(*ground.db);
    REQUIRE(town.lan_submits("submit"));  // a number, a draft, answers; found by its hash
    files::Store(folder + "/files", (secrets / "files.key").string()).put("a paper");
    const auto minh = town.minh.person;
    const auto factor = crypto::seal(app::key(ground.folder, "second_factor.key"), "its secret",
                                     "second_factor/" + minh.str());
    ground.db->write([&](db::Tx& tx) {
      tx.execute(
          "INSERT INTO identity_factor (person_id, sealed, enrolled_at, last_step) "
          "VALUES ($1, $2, 1, 0)",
          {minh, crypto::base64(factor)});
    });
    identity::held::Form typed;
    typed.fields.add("name", "Lan");
    const identity::held::Place place{"cookie", "/to-khai", town.lan.person};
    REQUIRE(identity::held::keep(*ground.db, app::key(ground.folder, "server.key"), place, typed,
                                 town.now));
    ground.journal.seal(town.now);
  }

  fs::path secrets;
};

// As an older program left it: without proofs, so that only the rows speak.
void forget_proofs(const std::string& address, const std::string& folder) {
  const auto db = db::open(address.empty() ? config::Folder(folder).database() : address);
  db->write([](db::Tx& tx) { tx.execute("DELETE FROM config_key"); });
}

const std::vector<std::string> all_keys = {"fields-1.key", "fields-lookup.key", "files.key",
                                           "journal.pem",  "second_factor.key", "server.key"};

std::string another(const std::string& name) {
  return name.ends_with(".pem") ? crypto::ed25519_make() : crypto::random_bytes(32);
}

void check_refused(const std::string& folder, const std::string& address, const std::string& name,
                   std::string_view why) {
  const auto path = fs::path(folder) / "secrets" / name;
  const bool there = fs::exists(path);
  const auto before = there ? bytes_of(path) : "";
  const auto told = start(folder, address);
  CAPTURE(told);
  CHECK(says(told, path.string()));
  CHECK(says(told, why));
  CHECK(fs::exists(path) == there);  // nothing was made in its place
  if (there) CHECK(bytes_of(path) == before);
}

}  // namespace

TEST_CASE("A lost or other key is refused, whatever depends on it, and is never made anew") {
  support::on_each_database_at([](db::Database&, const std::string& address) {
    const support::Folder folder;
    const City city(folder.path(), address);
    for (const bool proven : {false, true}) {
      CAPTURE(proven);
      if (!proven) forget_proofs(address, folder.path());
      for (const auto& name : all_keys) {
        CAPTURE(name);
        const auto path = city.secrets / name;
        const auto right = bytes_of(path);
        fs::remove(path);
        check_refused(folder.path(), address, name, "is missing");
        write(path, another(name));
        check_refused(folder.path(), address, name, "is another key");
        write(path, right);
      }
      CHECK(start(folder.path(), address) == "");  // and proves them
      if (address.starts_with("postgres:")) break;
    }
  });
}

TEST_CASE("A key that is empty, cut or lies open is refused with the mend") {
  const support::Folder folder;
  const City city(folder.path(), "");
  for (const auto& name : all_keys) {
    CAPTURE(name);
    const auto path = city.secrets / name;
    const auto right = bytes_of(path);
    write(path, "");
    check_refused(folder.path(), "", name, "is empty");
    write(path, right.substr(0, right.size() / 2));
    check_refused(folder.path(), "", name,
                  name.ends_with(".pem") ? "another key" : "holds 16 bytes");
    write(path, right);
    fs::permissions(path, fs::perms(0640));
    check_refused(folder.path(), "", name, "chmod 600 " + path.string());
    fs::permissions(path, fs::perms(0600));
  }
  CHECK(start(folder.path(), "") == "");
}

TEST_CASE("While it runs, a key that goes away is not replaced either") {
  const support::Folder folder;
  app::Ground ground(folder.path(), "");
  fs::remove(folder.path() + "/secrets/journal.pem");
  app::tell_verified(ground, {}, false);
  CHECK_THROWS_AS(ground.journal.seal(app::now()), db::Failure);
  CHECK_FALSE(fs::exists(folder.path() + "/secrets/journal.pem"));
}

TEST_CASE("An older field key may go when no value stands under it, and not before") {
  const support::Folder folder;
  const auto old_key = fs::path(folder.path()) / "secrets/fields-1.key";
  const City city(folder.path(), "");
  const auto right = bytes_of(old_key);
  {
    app::Ground ground(folder.path(), "");
    app::make_key(*ground.db, ground.folder);
  }
  {
    app::Ground ground(folder.path(), "");  // seals all again
    ground.db->write([&](db::Tx& tx) {      // and one value stands under the first key after all
      tx.execute(
          "UPDATE identity_person SET number = $1 WHERE id = (SELECT max(id) FROM "
          "identity_person)",
          {"$1$" + crypto::base64url(crypto::seal(right, "092", "elsewhere"))});
    });
  }
  fs::remove(old_key);
  CHECK(says(start(folder.path(), ""), "fields-1.key"));
  {
    const auto db = db::open("sqlite:" + folder.path() + "/taydo.db");
    db->write([](db::Tx& tx) {
      tx.execute(
          "UPDATE identity_person SET number = NULL, number_hash = NULL WHERE id = "
          "(SELECT max(id) FROM identity_person)");
    });
  }
  CHECK(start(folder.path(), "") == "");
  CHECK(start(folder.path(), "") == "");
}

TEST_CASE("Two servers over one database have the same keys, or the second does not start") {
  support::on_each_database_at([](db::Database&, const std::string& address) {
    const support::Folder first, second;
    { const app::Ground ground(first.path(), address); }
    CHECK(says(start(second.path(), address), "is missing"));
    fs::copy(first.path() + "/secrets", second.path() + "/secrets");
    fs::permissions(second.path() + "/secrets", fs::perms::owner_all);
    CHECK(start(second.path(), address) == "");
  });
}

namespace {

// Rows of the table "Keys" in docs/operating.md: name and what is said of its loss.
std::map<std::string, std::string> told_keys() {
  const auto text = bytes_of(fs::path(TAYDO_SOURCE_DIR) / "docs/operating.md");
  std::map<std::string, std::string> out;
  const std::regex row("\\n\\| `([a-z_.N-]+\\.(?:key|pem|token))` \\|[^|\\n]+\\|([^|\\n]+)\\|");
  for (std::sregex_iterator at(text.begin(), text.end(), row), end; at != end; ++at)
    out[(*at)[1]] = (*at)[2];
  return out;
}

// Everything lost, backups too: renewed, or refused for good.
void check_loss(const std::string& folder, const std::string& name, const std::string& told) {
  const config::Folder data(folder);
  fs::remove(config::secrets(data) / name);
  const auto db = db::open(data.database());
  if (says(told, "restore only")) {
    CHECK_THROWS_AS(app::renew_key(*db, data, name), db::Failure);
    CHECK(says(start(folder, ""), name));
    return;
  }
  if (says(told, "made again at the next start")) {
    CHECK(start(folder, "") == "");
    CHECK(fs::exists(config::secrets(data) / name));
    return;
  }
  REQUIRE(says(told, "taydo keys renew"));
  CHECK(says(start(folder, ""), "taydo keys renew " + name));
  CHECK(app::renew_key(*db, data, name) != "");
  app::Ground ground(folder, "");
  const auto count = [&](std::string_view sql) {
    return ground.db->read([&](db::Tx& tx) {
      return tx.first(sql, {}, [](const db::Row& row) { return row.i64(0); }).value();
    });
  };
  if (says(told, "second factors are taken away"))
    CHECK(count("SELECT count(*) FROM identity_factor") == 0);
  if (says(told, "numbers are hashed anew")) {
    CHECK(count("SELECT count(*) FROM identity_person WHERE number IS NOT NULL AND "
                "number_hash IS NULL") == 0);
    ground.db->read(
        [](db::Tx& tx) { CHECK(identity::person_by_number(tx, "092196000107").has_value()); });
  }
  if (says(told, "names the break")) {
    app::tell_verified(ground, {}, false);
    CHECK(ground.journal.seal(app::now()) > 0);
    CHECK_FALSE(ground.journal.verify().whole());
  }
}

}  // namespace

TEST_CASE("Each row of the table of keys is true, and no key is without one") {
  const auto told = told_keys();
  std::set<std::string> kinds;
  const support::Folder first;
  const City city(first.path(), "");
  {
    app::Ground ground(first.path(), "");
    const app::Program program(ground, {});
    const app::Watch watch(ground, app::now);
  }
  for (const auto& file : fs::directory_iterator(city.secrets)) {
    const auto found = file.path().filename().string();
    CAPTURE(found);
    CHECK(told.contains(app::field_key_number(found) > 0 ? "fields-N.key" : found));
  }
  for (const auto& [name, loss] : told) {
    if (name == "journal.next.pem") continue;  // its row points to another
    CAPTURE(name);
    const support::Folder folder;
    fs::copy(first.path(), folder.path(),
             fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    check_loss(folder.path(), name == "fields-N.key" ? "fields-1.key" : name, loss);
    kinds.insert(name);
  }
  CHECK(kinds.size() >= 7);
}
