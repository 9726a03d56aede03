// Bringing in units that people wrote down: only what is missing is added, nothing that stands is
// changed.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engines/units/examine.hpp"
#include "engines/units/sheet.hpp"
#include "engines/units/store.hpp"
#include "engines/units/units.hpp"

namespace units {
namespace {

constexpr int depth_max = 16;

// Which unit a code meant on a day.
class Codes {
 public:
  void add(const Unit& version) {
    spans_[version.code].push_back({version.from, version.to, version.id});
    lives_[version.id].push_back({version.from, version.to, version.id});
  }
  base::UnitId at(std::string_view code, base::Date day) const {
    const auto found = spans_.find(code);
    if (found == spans_.end()) return {};
    for (const auto& span : found->second) {
      if (span.from <= day && (!span.to || *span.to >= day)) return span.id;
    }
    return {};
  }
  // Is there another unit with this code on any of these days?
  bool taken(const Unit& version) const {
    const auto found = spans_.find(version.code);
    if (found == spans_.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](const Span& span) {
      const bool apart =
          (span.to && *span.to < version.from) || (version.to && *version.to < span.from);
      return span.id != version.id && !apart;
    });
  }
  bool in_force(base::UnitId id, base::Date day) const {
    const auto found = lives_.find(id);
    return found != lives_.end() &&
           std::any_of(found->second.begin(), found->second.end(), [&](const Span& span) {
             return span.from <= day && (!span.to || *span.to >= day);
           });
  }

 private:
  struct Span {
    base::Date from;
    std::optional<base::Date> to;
    base::UnitId id;
  };
  std::map<std::string, std::vector<Span>, std::less<>> spans_;
  std::map<base::UnitId, std::vector<Span>> lives_;
};

struct Row {
  const Sheet::Line* line;
  Unit version;
  bool stands = false;  // this unit has a version from that day already
  bool fresh = false;   // its unit is not known yet, and this is its first row
};

const std::vector<std::string_view> kUnitColumns = {
    "code",       "kind",     "name_vi", "name_en",     "parent",
    "valid_from", "valid_to", "same_as", "legal_basis", "confidence"};
const std::vector<std::string_view> kLinkColumns = {"from", "to",   "effective",   "share",
                                                    "area", "note", "legal_basis", "confidence"};

std::optional<Problem> confidence_problem(const Sheet::Line& line) {
  const auto& given = line.cell("confidence");
  if (given.empty() || store::code(store::confidence_of(given)) == given) return std::nullopt;
  return line.problem(fmt::format("'{}' is no confidence", given),
                      "write sourced, known or uncertain");
}

Confidence confidence_in(const Sheet::Line& line) {
  const auto& given = line.cell("confidence");
  return given.empty() ? Confidence::known : store::confidence_of(given);
}

class Import {
 public:
  Import(db::Database& db, db::Tx& tx) : db_(db), tx_(tx), standing_(store::versions(tx)) {
    for (const auto& version : standing_) codes_.add(version);
  }

  void read(const Sheet& sheet) {
    if (sheet.problem()) return note(sheet.problem());
    for (const auto& line : sheet.lines()) note(read(line));
  }

  // After all sheets are read: which unit each row is of, and what is above it.
  void settle() {
    name_units();
    for (auto& row : rows_) {
      if (!row.version.id) {
        note(row.line->problem(
            fmt::format("no unit is '{}'", row.line->cell("same_as")),
            "same_as is the code and a day of another line of the unit, 31213@2025-07-01"));
        continue;
      }
      if (row.stands) continue;
      if (codes_.taken(row.version)) {
        note(row.line->problem(fmt::format("another unit has the code {} then", row.version.code),
                               "end one of them before the other begins"));
        continue;
      }
      codes_.add(row.version);
    }
    for (auto& row : rows_) note(find_parent(row));
    note(circle());
  }

  // In the order of the files; at most as many as somebody will read.
  const std::vector<Problem>& problems() const { return problems_; }

  Imported write() {
    Imported out;
    for (const auto& row : rows_) {
      if (!row.fresh) continue;
      store::insert_unit(tx_, row.version.id, row.version.kind, row.version.from);
      ++out.added;
    }
    for (const auto& row : rows_) {
      const auto& v = row.version;
      if (row.stands) {
        if (!v.basis.empty()) {
          out.founded += store::found_version(tx_, v.id, v.from, v.basis, v.confidence);
        }
        continue;
      }
      if (const auto last = open_before(v)) store::end_version(tx_, v.id, *last, v.from - 1);
      if (!row.fresh) store::created_earlier(tx_, v.id, v.from);
      store::insert_version(tx_, v);
      ++out.versions;
    }
    for (const auto& link : links_) out.successions += store::insert_succession(tx_, link);
    return out;
  }

  // After settle.
  void link(const Sheet& sheet) {
    if (sheet.problem()) return note(sheet.problem());
    for (const auto& line : sheet.lines()) {
      Succession link;
      if (auto problem = read(line, link)) {
        note(std::move(problem));
        continue;
      }
      auto& shares = fates_[{link.from, link.effective}];
      shares.push_back(link.share);
      const auto rests = std::count(shares.begin(), shares.end(), Share::rest);
      const auto wholes = std::count(shares.begin(), shares.end(), Share::whole);
      if (rests > 1 || (wholes > 0 && shares.size() > 1)) {
        note(line.problem(fmt::format("{} has two fates on that day", line.cell("from")),
                          "give it one line 'whole', or parts and one 'rest'"));
        continue;
      }
      links_.push_back(std::move(link));
    }
  }

 private:
  static constexpr std::size_t problems_max = 200;
  void note(std::optional<Problem> problem) {
    if (problem && problems_.size() < problems_max) problems_.push_back(std::move(*problem));
  }

  std::optional<Problem> read(const Sheet::Line& line) {
    const auto from = line.date("valid_from"), to = line.date("valid_to");
    if (!from || line.cell("code").empty() || line.cell("name_vi").empty() ||
        line.cell("kind").empty()) {
      return line.problem("code, kind, name_vi and valid_from are needed",
                          "write days as 2025-07-01");
    }
    if (!line.cell("valid_to").empty() && (!to || *to < *from)) {
      return line.problem(
          fmt::format("valid_to '{}' is not a day from {} on", line.cell("valid_to"), from->iso()),
          "write the last day, or leave it empty");
    }
    if (auto problem = confidence_problem(line)) return problem;
    rows_.push_back({&line,
                     {.kind = line.cell("kind"),
                      .code = line.cell("code"),
                      .name = {line.cell("name_vi"), line.cell("name_en")},
                      .from = *from,
                      .to = to,
                      .basis = line.cell("legal_basis"),
                      .confidence = confidence_in(line)}});
    return std::nullopt;
  }

  std::optional<Problem> read(const Sheet::Line& line, Succession& link) {
    const auto day = line.date("effective");
    const auto& share = line.cell("share");
    if (!day) return line.problem("effective is not a day", "write it as 2025-07-01");
    if (store::code(store::share_of(share)) != share) {
      return line.problem(fmt::format("'{}' is no share", share), "write whole, part or rest");
    }
    if (auto problem = confidence_problem(line)) return problem;
    link = {codes_.at(line.cell("from"), *day - 1),
            codes_.at(line.cell("to"), *day),
            *day,
            store::share_of(share),
            line.cell("area"),
            line.cell("legal_basis"),
            confidence_in(line)};
    if (!link.from || !link.to) {
      return line.problem(
          fmt::format("there is no unit {} on {}", link.from ? line.cell("to") : line.cell("from"),
                      (link.from ? *day : *day - 1).iso()),
          "'from' is a code of the day before, 'to' of the day itself");
    }
    return std::nullopt;
  }

  // A row is of the unit that has its code on its first day, or of the one it says it is the same
  // as; else of a new one.
  void name_units() {
    std::map<std::pair<std::string, base::Date>, base::UnitId> named;
    for (auto& row : rows_) {
      row.version.id = codes_.at(row.version.code, row.version.from);
      if (!row.version.id && row.line->cell("same_as").empty()) {
        row.version.id = db_.fresh<base::UnitId>();
        row.fresh = true;
      }
      if (row.version.id) named[{row.version.code, row.version.from}] = row.version.id;
    }
    for (auto& row : rows_) {
      if (row.version.id) continue;
      const auto& same = row.line->cell("same_as");
      const auto at = same.find('@');
      const auto day = base::Date::parse_iso(at == same.npos ? "" : same.substr(at + 1));
      if (!day) continue;
      row.version.id = codes_.at(same.substr(0, at), *day);
      const auto found = named.find({same.substr(0, at), *day});
      if (!row.version.id && found != named.end()) row.version.id = found->second;
    }
    for (auto& row : rows_) {
      row.stands = std::any_of(standing_.begin(), standing_.end(), [&](const Unit& version) {
        return version.id == row.version.id && version.from == row.version.from;
      });
    }
  }

  std::optional<Problem> find_parent(Row& row) {
    const auto& code = row.line->cell("parent");
    auto& v = row.version;
    if (code.empty()) return std::nullopt;
    v.parent = codes_.at(code, v.from);
    if (!v.parent) {
      return row.line->problem(fmt::format("no unit has the code '{}' on {}", code, v.from.iso()),
                               "give the parent a line of its own");
    }
    if (v.to && !codes_.in_force(v.parent, *v.to)) {
      return row.line->problem(
          fmt::format("the unit above, {}, has ended on {}", code, v.to->iso()),
          "end this line before, and write another with the next parent");
    }
    above_[v.id] = v.parent;
    return std::nullopt;
  }

  std::optional<Problem> circle() {
    for (const auto& row : rows_) {
      auto id = row.version.id;
      for (int depth = 0; id; ++depth) {
        if (depth == depth_max) {
          return row.line->problem("this unit stands below itself", "give it another parent");
        }
        const auto up = above_.find(id);
        id = up == above_.end() ? base::UnitId{} : up->second;
      }
    }
    return std::nullopt;
  }

  // When a new version follows one that was still open, that one ends the day before.
  std::optional<base::Date> open_before(const Unit& v) const {
    for (const auto& other : standing_) {
      if (other.id == v.id && !other.to && other.from < v.from) return other.from;
    }
    return std::nullopt;
  }

  db::Database& db_;
  db::Tx& tx_;
  std::vector<Unit> standing_;
  Codes codes_;
  std::vector<Row> rows_;
  std::map<base::UnitId, base::UnitId> above_;
  std::vector<Succession> links_;
  std::vector<Problem> problems_;
  std::map<std::pair<base::UnitId, base::Date>, std::vector<Share>> fates_;
};

}  // namespace

namespace {

// The sheets live as long as the import that points into them.
struct Read {
  Read(db::Database& db, db::Tx& tx, const std::vector<File>& units,
       const std::vector<File>& successions)
      : import(db, tx) {
    for (const auto& file : units) {
      sheets.push_back(std::make_unique<Sheet>(file.name, file.text, kUnitColumns));
      import.read(*sheets.back());
    }
    import.settle();
    for (const auto& file : successions) {
      sheets.push_back(std::make_unique<Sheet>(file.name, file.text, kLinkColumns));
      import.link(*sheets.back());
    }
  }
  Import import;
  std::vector<std::unique_ptr<Sheet>> sheets;
};

}  // namespace

Imported import_units(db::Database& db, db::Tx& tx, const std::vector<File>& units,
                      const std::vector<File>& successions) {
  Read read(db, tx, units, successions);
  if (!read.import.problems().empty()) return {.problem = read.import.problems().front().told()};
  const auto out = read.import.write();
  if (out.added + out.versions + out.founded + out.successions > 0) store::touch(tx);
  return out;
}

std::vector<Problem> problems_in(db::Database& db, db::Tx& tx, const std::vector<File>& units,
                                 const std::vector<File>& successions) {
  return Read(db, tx, units, successions).import.problems();
}

Imported import_units(db::Database& db, db::Tx& tx, std::string_view csv) {
  return import_units(db, tx, {{"", std::string(csv)}}, {});
}

}  // namespace units
