// What the rooms that keep personal data tell the person it is about, and do when it is erased.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/personal.hpp"
#include "base/text.hpp"

namespace db {
class Tx;
}

namespace contracts {

// A dossier or document as that person may be led to it.
struct Matter {
  std::string code;  // "H13.01-261122-0001"
  std::string href;  // its page; "" where it is not theirs to open
};

// A kind of thing that is kept of a person, and why.
struct Kept {
  base::Words what;      // "Hồ sơ đã nộp"
  base::Words why;       // what it is used for
  base::Words how_long;  // "Đến khi hết thời hạn lưu trữ hồ sơ"
  int count = 0;
};

// One thing that is kept, as the person takes it along: labels and values as people read them.
struct Section {
  std::string title;
  std::vector<std::pair<std::string, std::string>> lines;
};
// A file of theirs. Its bytes are read outside any transaction.
struct Paper {
  std::string name;  // "H13.01-261122-0001/ket-qua.pdf"
  std::function<std::string()> bytes;
};
struct Taken {
  std::vector<Section> sections;
  std::vector<Paper> papers;
};

// What stands in the way of erasing a person.
enum class HoldKind {
  open,          // it is being worked on
  kept,          // it ended, and is kept until a day
  kept_for_now,  // it ended, and the city has not said for how long such things are kept
  represents,    // they speak for an organisation
};
struct Hold {
  HoldKind kind = HoldKind::open;
  std::string code;                  // of the dossier
  std::optional<base::Date> passes;  // the first day on which it no longer holds; none: not known
};

// What an erasure took away. The files are removed after the commit.
struct Erased {
  int values = 0;
  std::vector<std::string> files;  // names in the file store
};

// Who is looking, in which language, when.
struct Reading {
  base::PersonId person;
  base::Purpose& purpose;
  base::Lang lang = base::Lang::vi;
  base::Instant now;
};

// A room that opens or keeps personal data. What a room does not keep it leaves out.
struct Keeper {
  // Why it opens them, in the words the person reads: "one_stop.case" -> "Giải quyết hồ sơ".
  std::map<std::string, base::Words> purposes;
  // A matter of its own by the id that stands in the access ledger; none: not this room's.
  std::function<std::optional<Matter>(db::Tx&, std::int64_t matter, base::PersonId reader)> matter =
      {};
  std::function<std::vector<Kept>(db::Tx&, base::PersonId, base::Instant now)> kept = {};
  std::function<Taken(db::Tx&, const Reading&)> taken = {};
  std::function<std::vector<Hold>(db::Tx&, base::PersonId, base::Instant now)> holds = {};
  // In the transaction of the decision; asked only when nothing holds. Every value goes.
  std::function<Erased(db::Tx&, base::PersonId, base::Instant now)> erase = {};
};
using Keepers = std::vector<Keeper>;

// Has this person consented to that ("one_stop.remind") and not withdrawn?
using Consented = std::function<bool(db::Tx&, base::PersonId, std::string_view kind)>;

}  // namespace contracts
