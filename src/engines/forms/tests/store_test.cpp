// Drafts and submitted answers in the database.
#include <doctest/doctest.h>

#include "engines/forms/forgetting.hpp"
#include "engines/forms/forms.hpp"
#include "platform/crypto/crypto.hpp"
#include "support/databases.hpp"

using namespace forms;

namespace {

const base::Instant now{1'795'000'000'000'000};
const base::PersonId lan{11}, bao{12};
const base::VersionId version{77};

Answers some(const char* value) {
  Answers answers;
  answers.set("asker.phone", value);
  return answers;
}

struct Watched final : base::Purpose {
  std::vector<base::PersonId> seen;
  void opened(base::PersonId subject) override { seen.push_back(subject); }
};

}  // namespace

TEST_CASE("A draft is its owner's alone and comes back as it was left") {
  support::on_each_database([](db::Database& db) {
    const auto id =
        db.write([&](db::Tx& tx) { return start_draft(db, tx, now, lan, version, some("1")); });
    db.write([&](db::Tx& tx) {
      auto mine = draft(tx, now, id, lan);
      REQUIRE(mine);
      CHECK(mine->version == version);
      CHECK(mine->reached == 0);
      mine->answers.set("asker.phone", "0912 \"345\"");
      mine->reached = 2;
      CHECK(save_draft(tx, now + base::hour_us, *mine));
      mine->owner = bao;
      mine->answers = some("stolen");
      CHECK_FALSE(save_draft(tx, now + base::hour_us, *mine));
    });
    db.read([&](db::Tx& tx) {
      CHECK_FALSE(draft(tx, now, id, bao));
      CHECK(drafts_of(tx, now, bao).empty());
      const auto mine = draft(tx, now, id, lan);
      REQUIRE(mine);
      CHECK(mine->answers.get("asker.phone") == "0912 \"345\"");
      CHECK(mine->reached == 2);
      CHECK(mine->updated_at == now + base::hour_us);
    });
    db.write([&](db::Tx& tx) { drop_draft(tx, id, bao); });
    CHECK(db.read([&](db::Tx& tx) { return draft(tx, now, id, lan).has_value(); }));
    const auto open_in_a_tab = db.read([&](db::Tx& tx) { return draft(tx, now, id, lan).value(); });
    db.write([&](db::Tx& tx) { drop_draft(tx, id, lan); });
    CHECK_FALSE(db.read([&](db::Tx& tx) { return draft(tx, now, id, lan).has_value(); }));
    CHECK_FALSE(db.write([&](db::Tx& tx) { return save_draft(tx, now, open_in_a_tab); }));
  });
}

TEST_CASE("A draft lives thirty days from its last change, then it is gone for good") {
  support::on_each_database([](db::Database& db) {
    const auto end = now + draft_days * base::day_us;
    const auto id =
        db.write([&](db::Tx& tx) { return start_draft(db, tx, now, lan, version, some("1")); });
    db.read([&](db::Tx& tx) {
      CHECK(draft(tx, end - 1, id, lan));
      CHECK(draft(tx, end - 1, id, lan)->expires_at == end);
      CHECK_FALSE(draft(tx, end, id, lan));
      CHECK(drafts_of(tx, end, lan).empty());
    });
    const auto sweep = [&](base::Instant at) {
      return db.write([&](db::Tx& tx) { return sweep_drafts(tx, at, 10); });
    };
    CHECK(sweep(end - 1).empty());
    CHECK(sweep(end) == std::vector{id});
    db.read([&](db::Tx& tx) { CHECK_FALSE(draft(tx, now, id, lan)); });
  });
}

TEST_CASE("The newest drafts come first, and one person keeps no more than fifty") {
  support::on_each_database([](db::Database& db) {
    db.write([&](db::Tx& tx) { start_draft(db, tx, now, bao, version, some("bao")); });
    for (int i = 0; i < 52; ++i) {
      db.write([&](db::Tx& tx) {
        start_draft(db, tx, now + i, lan, version, some(std::to_string(i).c_str()));
      });
    }
    db.read([&](db::Tx& tx) {
      const auto all = drafts_of(tx, now, lan);
      REQUIRE(all.size() == 50);
      CHECK(all.front().answers.get("asker.phone") == "51");
      CHECK(all.back().answers.get("asker.phone") == "2");
      CHECK(drafts_of(tx, now, bao).size() == 1);
    });
  });
}

TEST_CASE("Submitted answers open only with a purpose and cannot be submitted twice") {
  support::on_each_database([](db::Database& db) {
    const auto first = db.write([&](db::Tx& tx) { return keep(tx, "dossier", 5, lan, some("1")); });
    const auto second =
        db.write([&](db::Tx& tx) { return keep(tx, "dossier", 6, lan, some("1")); });
    CHECK(first.size() == 64);
    CHECK(first != second);  // salted: the same answers cannot be recognised
    CHECK(first != crypto::sha256_hex(some("1").json()));
    CHECK_THROWS_AS(db.write([&](db::Tx& tx) { keep(tx, "dossier", 5, lan, some("2")); }),
                    db::Failure);
    const auto found = db.read([&](db::Tx& tx) { return kept(tx, "dossier", 5); });
    REQUIRE(found);
    Watched purpose;
    CHECK(found->open(purpose).get("asker.phone") == "1");
    CHECK(purpose.seen == std::vector<base::PersonId>{lan});
    CHECK_FALSE(db.read([&](db::Tx& tx) { return kept(tx, "dossier", 7); }));
  });
}
