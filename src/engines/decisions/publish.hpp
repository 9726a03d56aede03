// Publishing: the one action by which tables change, for the editor's second person and the pack.
#pragma once

#include <map>

#include "engines/decisions/check.hpp"
#include "engines/decisions/decisions.hpp"
#include "engines/decisions/difference.hpp"
#include "engines/decisions/file.hpp"

namespace decisions {

// A table that was looked over and has no error. Only such a one is published.
class Checked {
 public:
  const Table& table() const { return table_; }
  const Span& applies() const { return applies_; }
  const std::string& content() const { return content_; }
  const std::string& hash() const { return hash_; }

 private:
  friend base::Result<Checked, Findings> checked(Table table, const Span& applies);
  Checked() = default;
  Table table_;
  Span applies_;
  std::string content_, hash_;
};
base::Result<Checked, Findings> checked(Table table, const Span& applies);
std::string hash_of(const Table& table, const Span& applies);

// What its days do among those of the editions there are: days nobody answers for, an edition that
// goes before it, days that do not exist or lie behind.
Findings check_days(const std::vector<Edition>& all, const Span& applies, int replaces,
                    base::Date today);

// own: whoever proposed it stands behind the act, by themselves or through a stand-in.
// overtaken: another edition came since it was prepared. nothing_new: the newest from that day says
// the same.
enum class PublishRefusal { own, overtaken, nothing_new, no_such_edition };

struct Act {
  std::string id;
  journal::Actor actor;
  base::Instant now;
};
struct Publication {
  int based_on = 0;  // the newest edition when it was prepared; 0: none
  int replaces = 0;
  Origin origin = Origin::page;
  std::string reason;
  journal::Actor proposed_by;
  std::optional<base::Instant> known_from;  // earlier: only a pack's, for a table that is new here
  base::json::object facts = {};            // go into the entry
};

// In the caller's transaction, one entry "decisions.publish" about "rule_table". The same act again
// answers the same edition.
base::Result<EditionId, PublishRefusal> publish(db::Database& db, db::Tx& tx,
                                                journal::Journal& journal, const Act& act,
                                                const Checked& checked, const Publication& what);

// The tables of a pack, rules/*.dmn: three sides compared for each table and first day (what the
// last import brought, what stands here, what the pack brings).
struct PackFile {
  std::string path;
  std::string text;
};
struct PackProblem {
  std::string path;
  int line = 0;
  base::Words words;
};
struct Imported {
  std::vector<PackProblem> problems;  // any: nothing was published
  std::vector<base::Words> told;      // one line a table that is not simply unchanged
  int tables = 0, published = 0;
};
Imported import_tables(db::Database& db, db::Tx& tx, journal::Journal& journal, const Act& act,
                       std::string_view pack, const std::vector<PackFile>& files, bool overwrite);

// What is wrong with one file by itself, each at its line, for a pack and for `taydo rules check`.
struct Looked {
  std::optional<File> file;                       // none: it cannot be read
  std::vector<std::pair<int, Finding>> findings;  // line and what
};
Looked look_over(std::string_view xml);

}  // namespace decisions
