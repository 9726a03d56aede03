#include "engines/journal/proof.hpp"

#include <doctest/doctest.h>

#include "platform/crypto/crypto.hpp"
#include "support/databases.hpp"

namespace {

const base::Instant noon{1'790'000'000'000'000};

journal::Entry act(int number, std::int64_t dossier) {
  return {.act = "act-" + std::to_string(number),
          .actor = {},
          .verb = "one_stop.accept",
          .subject_kind = "dossier",
          .subject = dossier,
          .facts = {{"code", "H13-" + std::to_string(dossier)},
                    {"state", "accepted"},
                    {"unit", "Ủy ban \"Ninh Kiều\" <1>"}},
          .law = "NĐ 118/2025"};
}

// Five entries about dossier 1 among others, in seals of 7, 1 and 5; one more is not sealed.
base::json::object proof_in(db::Database& db, int about = 1) {
  journal::Journal journal(db, crypto::ed25519_make());
  int number = 0;
  const auto write = [&](std::int64_t dossier) {
    db.write([&](db::Tx& tx) { journal.append(tx, noon, act(++number, dossier)); });
  };
  for (const int dossier : {1, 2, 2, 1, 3, 3, 1}) write(dossier);
  journal.seal(noon);
  write(1);
  journal.seal(noon);
  for (const int dossier : {2, 3, 1, 2, 3}) write(dossier);
  journal.seal(noon);
  write(1);
  return db.read([&](db::Tx& tx) {
    return journal::proof_of(tx, "dossier", about, "H13-" + std::to_string(about), noon);
  });
}

base::json::value altered(const base::json::object& proof, std::string_view from,
                          std::string_view to) {
  auto text = base::json::canonical(proof);
  const auto at = text.find(from);
  REQUIRE(at != text.npos);
  return *base::json::parse(text.replace(at, from.size(), to));
}

std::string wrong(const base::json::value& proof) {
  std::string all;
  for (const auto& one : journal::check_proof(proof).wrong) all += one + "\n";
  return all;
}

}  // namespace

TEST_CASE("The proof of a dossier holds by itself, in seals of any size") {
  support::on_each_database([](db::Database& db) {
    const auto proof = proof_in(db);
    const auto checked = journal::check_proof(proof);
    CHECK(wrong(proof) == "");
    CHECK(checked.entries == 5);
    CHECK(checked.keys.size() == 1);
    CHECK(base::json::array_at(proof, "seals").size() == 3);
    CHECK(base::json::text_at(proof, "unsealed") == "1");
  });
}

TEST_CASE("A proof with one letter altered names the entry or the seal") {
  support::on_each_database([](db::Database& db) {
    const auto proof = proof_in(db);
    CHECK(wrong(altered(proof, "act-4", "act-5")) ==
          "entry 2 (one_stop.accept): it is not what was sealed\n");
    CHECK(wrong(altered(proof, "\"entries\":\"7\"", "\"entries\":\"8\"")) ==
          "seal 1: it was altered\n");
    CHECK(wrong(altered(proof, "\"side\":\"right\"", "\"side\":\"left\"")) ==
          "entry 1 (one_stop.accept): it is not what was sealed\n");
    const auto key = crypto::ed25519_public(crypto::ed25519_make());
    auto other = proof;
    other["seals"].as_array()[0].as_object()["public_key"] = key;
    CHECK(wrong(other) == "seal 1: its signature is not valid\n");
    other["seals"].as_array()[0].as_object()["public_key"] = "";
    CHECK(wrong(other) == "seal 1: its key cannot be read\n");
  });
}

TEST_CASE("A proof called by another dossier's code is not valid") {
  support::on_each_database([](db::Database& db) {
    auto proof = proof_in(db);
    CHECK(journal::check_proof(proof).name_proven);
    proof["name"] = "H13-2";
    CHECK_FALSE(journal::check_proof(proof).name_proven);
    CHECK(wrong(proof).find("entry 1 (one_stop.accept): it is about H13-1, not H13-2\n") == 0);
  });
}

TEST_CASE("Entries of two dossiers, or one entry twice, make no proof of one") {
  support::on_each_database([](db::Database& db) {
    const auto proof = proof_in(db);
    const auto other =
        db.read([](db::Tx& tx) { return journal::proof_of(tx, "dossier", 2, "H13-2", noon); });
    auto mixed = proof;
    mixed["entries"].as_array().push_back(other.at("entries").as_array().front());
    CHECK(wrong(mixed) == "entry 6 (one_stop.accept): it is about another matter\n");
    CHECK_FALSE(journal::check_proof(mixed).name_proven);
    auto twice = proof;
    twice["entries"].as_array().push_back(proof.at("entries").as_array()[2]);
    CHECK(wrong(twice) == "entry 6 (one_stop.accept): it stands here twice\n");
  });
}

TEST_CASE("A name that no entry tells is stated, not proven; a proof of nothing proves nothing") {
  support::on_each_database([](db::Database& db) {
    journal::Journal journal(db, crypto::ed25519_make());
    db.write([&](db::Tx& tx) {
      auto entry = act(1, 1);
      entry.facts.erase("code");
      journal.append(tx, noon, entry);
    });
    journal.seal(noon);
    auto proof =
        db.read([](db::Tx& tx) { return journal::proof_of(tx, "dossier", 1, "whatever", noon); });
    CHECK(wrong(proof) == "");
    CHECK_FALSE(journal::check_proof(proof).name_proven);
    proof["entries"] = base::json::array();
    CHECK(wrong(proof) == "it holds no entry: nothing is proven\n");
  });
}

TEST_CASE("What is no proof is told so") {
  CHECK(wrong(base::json::value()) == "this is no proof that this program knows\n");
  CHECK(wrong(base::json::object{{"format", "taydo-proof-9"}}) ==
        "this is no proof that this program knows\n");
  const base::json::object odd = {{"format", "taydo-proof-1"},
                                  {"entries", base::json::array{"x", base::json::object{}}},
                                  {"seals", base::json::array{7}}};
  CHECK(journal::check_proof(odd).wrong.size() == 3);
}
