// Publishing: the one action by which procedures change, for the pack and for the clerk's editor.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "engines/catalogue/catalogue.hpp"
#include "platform/reading/reading.hpp"

namespace catalogue {

// One version to be. `content` is a procedure.json as packs/README.md describes it.
struct Publication {
  base::json::object content;
  std::string form;  // JSON with its option lists; "" if there is no online form
  std::string flow;  // BPMN 2.0 XML
  std::string result_template;
};

std::string hash_of(const Publication& publication);

// Runs in the publishing transaction for each new version (the search index, casework's compiled
// flow).
using Published = std::function<void(db::Tx&, const Version&)>;

// Who publishes, and the act the journal will hold.
struct Act {
  std::string id;
  journal::Actor actor;
  base::Instant now;
};

class Publisher {
 public:
  Publisher(db::Database& db, journal::Journal& journal, Published published)
      : db_(db), journal_(journal), published_(std::move(published)) {}

  // Writes the versions and one journal entry ("catalogue.publish" on the publication's id);
  // `facts` go into the entry beside the codes and hashes. The contents must have been checked.
  void publish(db::Tx& tx, const Act& act, const std::vector<Publication>& publications,
               base::json::object facts);

 private:
  db::Database& db_;
  journal::Journal& journal_;
  Published published_;
};

// What other engines know about the parts of a procedure. A check not given accepts everything.
using Check = std::function<reading::Flaws(std::string_view text)>;
struct Checks {
  Check form;
  Check flow;
  Check result_template;
};

struct PackProblem {
  std::string file;  // relative to the pack
  int line = 0;      // 0: the file as a whole
  base::Words message;
};

// added: new here. changed: the pack brings something new. unchanged: the same on both sides.
// kept: changed here since the last import, not in the pack. conflict: changed on both sides.
// left_out: an earlier import brought it, this pack does not have it; it stays in force.
enum class Difference { added, changed, unchanged, kept, conflict, left_out };

struct Change {
  Difference difference;
  std::string code;
  base::Words name;
  std::vector<std::string> parts;  // what differs: "fees", "form", ...
};

struct ImportReport {
  std::string pack;                   // "cantho"
  std::string version;                // "2026.11"
  std::vector<PackProblem> problems;  // any: nothing was read further, nothing published
  std::vector<Change> changes;        // by code
  bool refused = false;               // problems, or conflicts without leave to overwrite
  int published = 0;                  // versions written
  int would_publish = 0;              // in a dry run

  std::string told(base::Lang lang) const;  // for the terminal, one line a finding
};

struct ImportOptions {
  bool dry_run = false;
  bool overwrite_conflicts = false;
};

// Reads the folder, checks everything, compares three sides (what the last import brought, what the
// database has, what the pack brings) and publishes all or nothing. Only the command calls this.
ImportReport import_pack(db::Database& db, Publisher& publisher,
                         const std::filesystem::path& folder, const Checks& checks,
                         const ImportOptions& options, const Act& act);

}  // namespace catalogue
