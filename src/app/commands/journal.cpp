// The journal on the machine itself: proving it, handing its seals over, changing its key.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>

#include "app/commands/commands.hpp"
#include "app/rows.hpp"
#include "app/text.hpp"
#include "engines/journal/proof.hpp"
#include "engines/journal/seals.hpp"
#include "engines/journal/upcast.hpp"
#include "platform/config/secrets.hpp"
#include "platform/crypto/crypto.hpp"

namespace app {
namespace {

void compare_with(Ground& ground, const std::string& held, journal::Verification& result) {
  std::ifstream lines(held, std::ios::binary);
  if (!lines) throw db::Failure(held + " cannot be read");
  journal::compare(*ground.db, lines, result);
}

// Each difference is a line as soon as it is found; false: there was one.
bool compare_rows(Ground& ground) {
  const files::Store files((ground.folder.path() / "files").string(),
                           (config::secrets(ground.folder) / "files.key").string());
  const auto tell = [](const contracts::Difference& d) { fmt::print("{}\n", told(d)); };
  std::int64_t found = 0;
  for (const auto& check : row_checks(files)) {
    const auto here = differences(*ground.db, check, tell);
    fmt::print("{}: {}\n", check.rows,
               here == 0 ? "as the journal tells" : fmt::format("{} DIFFERENCES", here));
    found += here;
  }
  return found == 0;
}

std::string proof_in(std::string text) {
  constexpr std::string_view begin = "id=\"proof\">";
  const auto at = text.find(begin);
  if (at == text.npos) return text;
  const auto from = at + begin.size();
  return text.substr(from, text.find('<', from) - from);  // the page writes no "<" in it
}

}  // namespace

int verify_journal(const std::string& data, const std::string& database, const std::string& held) {
  Ground ground(data, database);
  auto result = ground.journal.verify();
  if (!held.empty()) compare_with(ground, held, result);
  tell_verified(ground, result, !held.empty());
  for (const auto& finding : result.findings) fmt::print("{}\n", finding.what);
  if (result.more_findings > 0) fmt::print("and {} more\n", result.more_findings);
  if (result.held_torn) {
    fmt::print("the second holder's last line was torn; the server writes it again\n");
  }
  fmt::print("{} entries, {} seals, {} not sealed yet: {}\n", result.entries, result.seals,
             result.unsealed, result.whole() ? "whole" : "ALTERED");
  return result.whole() ? 0 : 1;
}

int verify_rows(const std::string& data, const std::string& database) {
  Ground ground(data, database);
  return compare_rows(ground) ? 0 : 1;
}

int export_seals(const std::string& data, const std::string& database, std::int64_t after) {
  Ground ground(data, database);
  journal::write_seals(*ground.db, after, std::cout);
  return std::cout.flush() ? 0 : 1;
}

int change_journal_key(const std::string& data, const std::string& database) {
  Ground ground(data, database);
  const auto pem = ground.folder.secret(next_journal_key, crypto::ed25519_make);
  const auto key = crypto::ed25519_public(pem);
  const auto name = journal::key_name(key);
  ground.journal.change_key(now(),
                            {.act = fresh_act(),
                             .actor = {},
                             .verb = "journal.change_key",
                             .subject_kind = "journal_key",
                             .subject = ground.db->next_id(),
                             .facts = {{"key", name}},
                             .law = ""},
                            key);
  journal_key(ground.folder)(key);  // takes the new one into use and forgets the old
  fmt::print("From the next seal on the journal is sealed with the key {}.\n", name);
  return 0;
}

int check_proof(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw db::Failure(file + " cannot be read");
  const auto json = base::json::parse(proof_in({std::istreambuf_iterator<char>(in), {}}));
  const auto checked = journal::check_proof(json ? *json : base::json::value());
  for (const auto& one : checked.wrong) fmt::print("{}\n", one);
  for (const auto& key : checked.keys) fmt::print("sealed with the key {}\n", key);
  fmt::print("{} entries: {}\n", checked.entries, checked.wrong.empty() ? "valid" : "NOT VALID");
  if (!checked.wrong.empty()) return 1;
  const auto& name = checked.name_proven ? text::proof_named : text::proof_stated;
  for (const auto lang : {base::Lang::vi, base::Lang::en}) {
    fmt::print("{}\n{}\n{}\n", base::fill(name, lang, {{"name", checked.name}}),
               text::proof_shows.in(lang), text::proof_shows_not.in(lang));
  }
  return 0;
}

int rebuild_projection(const std::string& data, const std::string& database,
                       const std::string& projection) {
  Ground ground(data, database);
  std::int64_t told = 0;
  const auto read = ground.journal.rebuild(projection, shapes(), [&](auto entries) {
    if (entries / 10'000 != told / 10'000) fmt::print(stderr, "{} entries read\n", entries);
    told = entries;
  });
  if (!read) {
    fmt::print(stderr, "There is no projection {} that can be rebuilt.\n", projection);
    return 1;
  }
  ground.db->write([&](db::Tx& tx) {
    ground.journal.append(tx, now(),
                          {.act = fresh_act(),
                           .actor = {},
                           .verb = "journal.rebuild",
                           .subject_kind = "projection",
                           .subject = ground.db->next_id(),
                           .facts = {{"projection", projection}, {"entries", *read}},
                           .law = ""});
  });
  fmt::print("{}: {} entries read, it is whole again.\n", projection, *read);
  return 0;
}

}  // namespace app
