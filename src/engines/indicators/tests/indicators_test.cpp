#include "engines/indicators/indicators.hpp"

#include <doctest/doctest.h>

#include "platform/crypto/crypto.hpp"
#include "support/databases.hpp"

using namespace indicators;

namespace {

base::Instant at(const char* local) { return base::Local::parse_iso(local)->instant(); }

void happened(db::Database& db, journal::Journal& journal, std::int64_t dossier, const char* event,
              const char* when, const char* due = nullptr) {
  journal::Entry entry{
      .act = std::string(event) + std::to_string(dossier),
      .actor = {},
      .verb = "one_stop.x",
      .subject_kind = "dossier",
      .subject = dossier,
      .facts = {{"event", event}, {"unit", "9"}, {"procedure", "1.004873"}, {"channel", "online"}},
      .law = ""};
  if (due) entry.facts["due_at"] = std::to_string(at(due).us);
  db.write([&](db::Tx& tx) { journal.append(tx, at(when), entry); });
}

}  // namespace

TEST_CASE("The month's figures count what happened, late ones by the clock, and each opens") {
  support::on_each_database([](db::Database& db) {
    journal::Journal journal(db, crypto::ed25519_make(), {dossier_facts()});
    const char* due = "2026-11-12T17:00";
    for (const int dossier : {1, 2, 3}) {
      happened(db, journal, dossier, "submitted", "2026-11-09T08:00");
      happened(db, journal, dossier, "accepted", "2026-11-09T09:00", due);
    }
    happened(db, journal, 1, "resolved", "2026-11-12T17:00", due);
    happened(db, journal, 2, "resolved", "2026-11-12T17:01", due);
    happened(db, journal, 4, "accepted", "2026-12-01T00:00");
    const auto november = Period::month_of(*base::Date::parse_iso("2026-11-30"));
    const auto figures = [&](const char* now) {
      return db.read([&](db::Tx& tx) { return month(tx, november, at(now)); });
    };
    CHECK(figures("2026-11-12T16:00").received == 3);
    CHECK(figures("2026-11-12T16:00").on_time == 1);
    CHECK(figures("2026-11-12T16:00").late == 1);
    CHECK(figures("2026-11-13T08:00").late == 2);  // the third is open and its time is over
    db.read([&](db::Tx& tx) {
      const auto now = at("2026-11-13T08:00");
      CHECK(behind(tx, Figure::late, november, now, {}, 10).size() == 2);
      CHECK(behind(tx, Figure::on_time, november, now, {}, 10) ==
            std::vector<base::DossierId>{{1}});
      CHECK(behind(tx, Figure::received, november, now, {8}, 10).empty());
      CHECK(behind(tx, Figure::received, november, now, {9}, 10).size() == 3);
    });
  });
}
