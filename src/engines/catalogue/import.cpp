// Importing a pack: three sides compared, then all of it or nothing.
#include <map>

#include "engines/catalogue/difference.hpp"
#include "engines/catalogue/pack.hpp"
#include "engines/catalogue/store.hpp"
#include "engines/catalogue/text.hpp"

namespace catalogue {
namespace {

Difference compare(const std::string* brought, const std::string* here, const std::string& pack) {
  if (!here) return Difference::added;
  if (*here == pack) return Difference::unchanged;
  if (brought && *brought == *here) return Difference::changed;
  if (brought && *brought == pack) return Difference::kept;
  return Difference::conflict;
}

using Hashes = std::map<std::string, std::string, std::less<>>;

struct Comparison {
  std::vector<Change> changes;
  std::vector<Publication> to_publish;
  int conflicts = 0;
};

void compare_item(db::Tx& tx, const PackItem& item, const Hashes& brought, bool overwrite,
                  Comparison& out) {
  const auto here = store::newest(tx, item.version.code);
  const auto was = brought.find(item.version.code);
  const auto* before = was == brought.end() ? nullptr : &was->second;
  // Carried over since: not a change made here.
  if (before && here && *before == here->published_hash) before = &here->hash;
  const auto difference = compare(before, here ? &here->hash : nullptr, item.hash);
  Change change{difference, item.version.code, item.version.name, {}};
  if (here && difference != Difference::unchanged)
    change.parts = differing(here->publication, item.publication);
  const bool conflict = difference == Difference::conflict;
  out.conflicts += conflict ? 1 : 0;
  if (difference == Difference::added || difference == Difference::changed ||
      (conflict && overwrite)) {
    out.to_publish.push_back(item.publication);
  }
  out.changes.push_back(std::move(change));
}

Comparison compare_pack(db::Tx& tx, const Pack& pack, bool overwrite) {
  Comparison out;
  Hashes brought;
  for (auto& [code, hash] : store::brought(tx, pack.name)) brought.emplace(code, hash);
  for (const auto& item : pack.items) {
    compare_item(tx, item, brought, overwrite, out);
    const auto mentioned = brought.find(item.version.code);
    if (mentioned != brought.end()) brought.erase(mentioned);
  }
  for (const auto& [code, hash] : brought) {
    out.changes.push_back({Difference::left_out, code, {}, {}});
  }
  return out;
}

base::Text words(Difference difference) {
  switch (difference) {
    case Difference::added:
      return text::added;
    case Difference::changed:
      return text::changed;
    case Difference::unchanged:
      return text::unchanged;
    case Difference::kept:
      return text::kept;
    case Difference::conflict:
      return text::conflict;
    case Difference::left_out:
      break;
  }
  return text::left_out;
}

void import_compared(db::Tx& tx, Publisher& publisher, const Pack& pack,
                     const ImportOptions& options, const Act& act, ImportReport& report) {
  auto compared = compare_pack(tx, pack, options.overwrite_conflicts);
  report.changes = std::move(compared.changes);
  report.refused = compared.conflicts > 0 && !options.overwrite_conflicts;
  report.published = 0;
  if (report.refused || options.dry_run) {
    report.would_publish = report.refused ? 0 : int(compared.to_publish.size());
    return;
  }
  for (const auto& item : pack.items) {
    store::remember_brought(tx, pack.name, item.version.code, item.hash);
  }
  if (compared.to_publish.empty()) return;
  report.published = int(compared.to_publish.size());
  publisher.publish(tx, act, compared.to_publish,
                    {{"pack", pack.name}, {"pack_version", pack.version}});
}

}  // namespace

namespace {

Together together(const Checks& checks) {
  if (!checks.form && !checks.flow && !checks.result_template) return {};
  return [&checks](const Candidate& one) {
    const auto flaws = [](const Check& check, const std::string& text) {
      return check && !text.empty() ? check(text) : reading::Flaws();
    };
    return Fitting{{},
                   flaws(checks.form, one.publication.form),
                   flaws(checks.flow, one.publication.flow),
                   flaws(checks.result_template, one.publication.result_template)};
  };
}

}  // namespace

ImportReport import_pack(db::Database& db, Publisher& publisher,
                         const std::filesystem::path& folder, const Checks& checks,
                         const ImportOptions& options, const Act& act) {
  const auto pack = read_pack(folder, together(checks));
  ImportReport report{.pack = pack.name, .version = pack.version, .problems = pack.problems};
  report.refused = !pack.problems.empty();
  if (report.refused) return report;
  if (options.dry_run) {
    db.read([&](db::Tx& tx) { import_compared(tx, publisher, pack, options, act, report); });
  } else {
    db.write([&](db::Tx& tx) { import_compared(tx, publisher, pack, options, act, report); });
  }
  return report;
}

std::string ImportReport::told(base::Lang lang) const {
  std::string out;
  for (const auto& problem : problems) {
    const auto line = std::to_string(problem.line);
    out += problem.file + ":" + line + ": " + problem.message.in(lang) + "\n";
  }
  int conflicts = 0;
  for (const auto& change : changes) {
    conflicts += change.difference == Difference::conflict ? 1 : 0;
    if (change.difference == Difference::unchanged) continue;
    out += change.code + "  " + std::string(words(change.difference).in(lang));
    for (std::size_t i = 0; i < change.parts.size(); ++i) {
      out += (i ? ", " : ": ") + change.parts[i];
    }
    out += "  " + change.name.in(lang) + "\n";
  }
  const auto count = [](std::size_t n) { return std::to_string(n); };
  if (!problems.empty()) {
    return out + fill(text::told_refused_broken, lang, {{"count", count(problems.size())}});
  }
  if (refused) return out + fill(text::told_refused_conflict, lang, {{"count", count(conflicts)}});
  const auto& summary = published       ? text::told_published
                        : would_publish ? text::told_would
                                        : text::told_nothing;
  const auto number = published ? published : would_publish ? would_publish : int(changes.size());
  return out + fill(summary, lang,
                    {{"pack", pack}, {"version", version}, {"count", std::to_string(number)}});
}

}  // namespace catalogue
