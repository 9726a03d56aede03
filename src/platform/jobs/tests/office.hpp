// An office of one worker that sends mail, whose clock stands until a test moves it.
#pragma once

#include <optional>
#include <string>

#include "platform/jobs/jobs.hpp"

struct Office {
  explicit Office(db::Database& database, int attempts_max = 3) : db(database) {
    jobs::Kind mail{.name = "mail", .run = [this](const jobs::Job& job) { work(job); }};
    mail.attempts_max = attempts_max;
    worker.emplace(
        db, std::vector{mail}, [this] { return now; },
        [this](const jobs::Job&, std::string_view why, bool last) {
          heard += std::string(why) + (last ? "! " : " ");
        });
  }

  jobs::JobId ask(std::string_view to, std::string_view key = {},
                  std::optional<base::Instant> not_before = {}) {
    return db.write([&](db::Tx& tx) {
      return jobs::add(db, tx, now, "mail", {{"to", to}}, key, not_before);
    });
  }
  jobs::Standing standing() {
    auto all = db.read([&](db::Tx& tx) { return jobs::standing(tx, now); });
    return all.empty() ? jobs::Standing() : all.front();
  }
  std::vector<jobs::Job> dead() {
    return db.read([](db::Tx& tx) { return jobs::dead(tx, "", 10, 0); });
  }

  db::Database& db;
  base::Instant now = base::Local::parse_iso("2026-11-23T08:00")->instant();  // a Monday
  std::string done, heard;
  std::function<void(const jobs::Job&)> work = [this](const jobs::Job& job) {
    done += std::string(base::json::text_at(job.facts, "to")) + " ";
  };
  std::optional<jobs::Worker> worker;
};
