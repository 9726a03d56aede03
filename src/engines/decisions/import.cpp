// The tables of a pack: three sides compared, then published all or none.
#include <algorithm>
#include <map>

#include "engines/decisions/publish.hpp"
#include "engines/decisions/saying.hpp"
#include "engines/decisions/store.hpp"
#include "engines/decisions/text_publish.hpp"

namespace decisions {
namespace {

struct Item {
  std::string path;
  File file;
  std::string hash;
};

class Import {
 public:
  Import(db::Database& db, db::Tx& tx, journal::Journal& journal, const Act& act,
         std::string_view pack, bool overwrite)
      : db_(db), tx_(tx), journal_(journal), act_(act), pack_(pack), overwrite_(overwrite) {}

  Imported run(const std::vector<PackFile>& files) {
    for (const auto& one : files) look(one);
    std::ranges::stable_sort(items_, {}, [](const Item& one) {
      return std::tuple(one.file.table.code, one.file.known_from, one.file.applies.from);
    });
    for (auto& one : store::brought(tx_, pack_)) brought_[{one.code, one.from}] = std::move(one);
    for (const auto& one : items_) {
      const bool known = !editions(tx_, one.file.table.code).empty();
      fresh_.try_emplace(one.file.table.code, !known);
    }
    if (out_.problems.empty()) {
      for (const auto& one : items_) compare(one);
      for (const auto& [key, one] : brought_) line(text::is_left_out, key, {});
    }
    out_.tables = int(items_.size());
    return std::move(out_);
  }

 private:
  using Key = std::pair<std::string, base::Date>;

  void problem(const std::string& path, int line, base::Words words) {
    out_.problems.push_back({path, line, std::move(words)});
  }

  void look(const PackFile& one) {
    auto looked = look_over(one.text);
    for (auto& [line, finding] : looked.findings) {
      if (finding.weight == Finding::Weight::error)
        problem(one.path, line, std::move(finding.words));
    }
    if (!looked.file) return;
    const auto& file = *looked.file;
    const int line = file.line_of({});
    const auto today = act_.now.local().date;
    for (auto& finding : check_days({}, file.applies, 0, today)) {
      if (finding.weight == Finding::Weight::error)
        problem(one.path, line, std::move(finding.words));
    }
    if (file.known_from && *file.known_from > today)
      problem(one.path, line,
              say(text::pack_future, {{"day", plain_words(file.known_from->vn())}}));
    const Key key{file.table.code, file.applies.from};
    const auto [known, fresh] = paths_.try_emplace(key, one.path);
    if (!fresh) {
      problem(one.path, line,
              say(text::pack_twice, {{"code", plain_words(key.first)},
                                     {"day", plain_words(key.second.vn())},
                                     {"file", plain_words(known->second)}}));
    }
    items_.push_back({one.path, file, hash_of(file.table, file.applies)});
  }

  void line(const base::Text& what, const Key& key, const base::Words& more) {
    base::Words said = words_of(what);
    if (!more.vi.empty()) {
      said.vi += ": " + more.vi;
      said.en += ": " + more.in(base::Lang::en);
    }
    const auto head = key.first + " " + key.second.iso() + ": ";
    out_.told.push_back({head + said.vi, head + said.en});
  }

  // The newest from that day on.
  static const Edition* here_of(const std::vector<Edition>& all, base::Date from) {
    const auto found =
        std::ranges::find_if(all, [&](const Edition& one) { return one.applies.from == from; });
    return found == all.end() ? nullptr : &*found;
  }

  void compare(const Item& one) {
    const Key key{one.file.table.code, one.file.applies.from};
    const auto all = editions(tx_, key.first);
    const auto* here = here_of(all, key.second);
    const auto was = brought_.find(key);
    const auto before = was == brought_.end() ? store::Brought{} : was->second;
    if (was != brought_.end()) brought_.erase(was);
    if (!here) {
      line(text::is_added, key, {});
      return take(one, all);
    }
    const auto change = told(difference(here->table, one.file.table));
    if (here->hash == one.hash) return remember(one);
    if (before.hash == here->hash) {
      line(text::is_changed, key, change);
      return take(one, all);
    }
    if (before.hash == one.hash) return line(text::is_kept, key, change);
    if (overwrite_) {
      line(text::is_overwritten, key, change);
      return take(one, all);
    }
    conflict(one, *here, before);
  }

  void conflict(const Item& one, const Edition& here, const store::Brought& before) {
    const auto base =
        before.content.empty() ? base::Result<File, reading::Flaws>(File{}) : read(before.content);
    const auto from = base ? base->table : Table{};
    problem(one.path, one.file.line_of({}),
            say(text::pack_conflict, {{"code", plain_words(here.code)},
                                      {"here", told(difference(from, here.table))},
                                      {"pack", told(difference(from, one.file.table))}}));
  }

  void take(const Item& one, const std::vector<Edition>& all) {
    const auto ready = checked(one.file.table, one.file.applies);
    base::must(bool(ready));  // looked over above
    Publication what{.based_on = all.empty() ? 0 : all.front().number, .origin = Origin::pack};
    if (fresh_[one.file.table.code] && one.file.known_from)
      what.known_from = base::Local{*one.file.known_from, 0}.instant();
    what.facts["pack"] = pack_;
    const auto number = std::to_string(++out_.published);
    const Act act{act_.id + "-t" + number, act_.actor, act_.now};
    const auto done = publish(db_, tx_, journal_, act, *ready, what);
    base::must(bool(done));  // `all` was read in this transaction
    remember(one);
  }

  void remember(const Item& one) {
    store::remember(tx_, pack_,
                    {one.file.table.code, one.file.applies.from,
                     written(one.file.table, one.file.applies), one.hash});
  }

  db::Database& db_;
  db::Tx& tx_;
  journal::Journal& journal_;
  const Act& act_;
  std::string pack_;
  bool overwrite_;
  std::vector<Item> items_;
  std::map<Key, std::string> paths_;
  std::map<Key, store::Brought> brought_;
  std::map<std::string, bool> fresh_;
  Imported out_;
};

}  // namespace

Imported import_tables(db::Database& db, db::Tx& tx, journal::Journal& journal, const Act& act,
                       std::string_view pack, const std::vector<PackFile>& files, bool overwrite) {
  return Import(db, tx, journal, act, pack, overwrite).run(files);
}

}  // namespace decisions
