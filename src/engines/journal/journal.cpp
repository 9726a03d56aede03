// Appending to the journal and reading it back.
#include "engines/journal/journal.hpp"

#include <exception>

#include "base/must.hpp"
#include "engines/journal/acts.hpp"
#include "engines/journal/store.hpp"
#include "platform/crypto/crypto.hpp"

namespace journal {
namespace {

constexpr std::string_view kSavepoint = "SAVEPOINT projection";
constexpr std::string_view kRollback = "ROLLBACK TO SAVEPOINT projection";
constexpr std::string_view kRelease = "RELEASE SAVEPOINT projection";

bool is_act(std::string_view act) {
  if (act.empty() || act.size() > 64) return false;
  for (const char c : act) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!letter && c != '_' && c != '-') return false;
  }
  return true;
}

}  // namespace

std::string with_content(std::string_view id, std::string_view content) {
  base::must(content.size() == content_digits);
  return std::string(id) + "~" + std::string(content);
}

Act act_in(std::string_view act) {
  const auto at = act.find('~');
  if (at == act.npos) return {std::string(act), ""};
  base::must(act.size() >= at + 1 + content_digits);
  const auto after = act.substr(at + 1 + content_digits);
  return {std::string(act.substr(0, at)).append(after),
          std::string(act.substr(at + 1, content_digits))};
}

Journal::Journal(db::Database& db, std::string signing_key, std::vector<Projection> projections)
    : Journal(
          db, [key = std::move(signing_key)](std::string_view) { return key; },
          std::move(projections)) {}

Journal::Journal(db::Database& db, KeySource key, std::vector<Projection> projections)
    : db_(db), key_(std::move(key)), projections_(std::move(projections)) {}

Stored Journal::stored(base::Instant now, const Entry& entry) {
  Stored stored;
  static_cast<Entry&>(stored) = entry;
  base::must(is_act(act_in(entry.act).id) && !entry.verb.empty() && entry.subject > 0);
  stored.id = db_.fresh<base::EntryId>();
  stored.at = now;
  return stored;
}

// `made`: its act may carry what it was made of, which stands beside the entry and not in it.
void Journal::note(db::Tx& tx, const Stored& made) {
  auto [act, content] = act_in(made.act);
  auto stored = made;
  stored.act = std::move(act);
  const auto facts = base::json::canonical(stored.facts);
  std::string text;
  store::add_hashed_text(text, store::raw(stored, facts));
  store::insert(tx, stored, facts, crypto::sha256_hex(text), content);
  for (const auto& projection : projections_) {
    tx.execute(kSavepoint);
    try {
      projection.project(tx, stored);
    } catch (const std::exception& problem) {
      tx.execute(kRollback);
      store::mark_stale(tx, projection.name, stored.id, problem.what());
    }
    tx.execute(kRelease);
  }
}

base::EntryId Journal::append(db::Tx& tx, base::Instant now, const Entry& entry) {
  const auto made = stored(now, entry);
  note(tx, made);
  return made.id;
}

std::optional<Stored> Journal::find_act(db::Tx& tx, std::string_view act) {
  const auto [id, content] = act_in(act);
  tx.hold(id);  // the same click twice at once: the second waits, then sees the first
  auto found = store::by_act(tx, id);
  if (!found || content.empty()) return found;
  const auto first = store::content_of(tx, found->id);
  if (!first.empty() && first != content) throw ActReused();
  return found;
}

std::vector<Stored> Journal::of(db::Tx& tx, std::string_view kind, std::int64_t subject) {
  return store::by_subject(tx, kind, subject);
}

void Verification::found(Finding finding) {
  if (findings.size() < findings_max)
    findings.push_back(std::move(finding));
  else
    ++more_findings;
}

}  // namespace journal
