#include "cast/june_2025.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <set>
#include <vector>

#include "base/must.hpp"
#include "engines/units/sheet.hpp"
#include "engines/units/units.hpp"

namespace cast::june_2025 {
namespace {

const base::Date june_30 = july_1 - 1;
constexpr int officers_each = 5;
constexpr int bulk = 2'000;

std::string file(const std::string& name) {
  std::ifstream in(TAYDO_SOURCE_DIR "/packs/cantho/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const std::vector<std::string_view> kColumns = {"code",        "kind",       "name_vi",  "name_en",
                                                "parent",      "valid_from", "valid_to", "same_as",
                                                "legal_basis", "confidence", "from",     "to",
                                                "effective",   "share",      "area",     "note"};

std::string row(std::initializer_list<std::string> cells) {
  std::string out;
  for (const auto& cell : cells) out += (out.empty() ? "\"" : ",\"") + cell + "\"";
  return out + "\n";
}

constexpr std::string_view kPerson = R"sql(
  INSERT INTO identity_person (id, number, name, birth, gender, ethnicity, nationality, residence,
    phone, email, source, changed_at)
  VALUES ($1, NULL, $2, '', '', '', '', $3, '', '', 'desk', 0))sql";
constexpr std::string_view kPosition = R"sql(
  INSERT INTO identity_position (id, person_id, unit_id, role, title_vi, title_en, valid_from)
  VALUES ($1, $2, $3, $4, 'Cán bộ', 'Officer', '2024-01-01'))sql";
constexpr std::string_view kDossier = R"sql(
  INSERT INTO one_stop_dossier (id, code, procedure_code, version_id, unit_id, owner_id, channel,
    state, reason, opinion, submitted_at)
  VALUES ($1, $2, '1.004873', 1, $3, $4, 'online', 4, '', '', $5))sql";
constexpr std::string_view kCase = R"sql(
  INSERT INTO casework_case (id, version_id, subject_kind, subject_id, unit_id, code, title_vi,
    title_en, link, party_id, party_name, words, opened_at)
  VALUES ($1, 1, 'dossier', $2, $3, $4, 'Thủ tục', 'Procedure', '/can-bo/viec/', $5, 'Chủ hồ sơ',
    $4, $6))sql";
constexpr std::string_view kTask = R"sql(
  INSERT INTO casework_task (id, case_id, node, action, role, desk, step_vi, step_en, opened_at,
    outcome)
  VALUES ($1, $2, 'appraise', 'one_stop.appraise', $3, $4, 'Thẩm định', 'Appraise', $5, ''))sql";

const char* role(int i) {
  constexpr const char* roles[officers_each] = {"INTAKE_OFFICER", "SPECIALIST", "LEADER", "CLERK",
                                                "DESK_HEAD"};
  return roles[i % officers_each];
}

struct Place {
  base::UnitId unit;    // that has the dossier
  std::string commune;  // where its owner lives
  std::string district;
};

// Where dossiers are: three of four at a commune, the others at its district.
std::vector<Place> places(const units::Tree& tree) {
  std::vector<Place> out;
  for (const auto& unit : tree.all()) {
    if (unit.kind != "ward" && unit.kind != "commune" && unit.kind != "township") continue;
    const auto& district = *tree.find(unit.parent);
    for (int i = 0; i < 3; ++i) out.push_back({unit.id, unit.name.vi, district.name.vi});
    out.push_back({district.id, unit.name.vi, district.name.vi});
  }
  return out;
}

void appoint(db::Database& db, const units::Tree& tree) {
  db.write([&](db::Tx& tx) {
    for (const auto& unit : tree.all()) {
      for (int i = 0; i < officers_each; ++i) {
        const auto person = db.next_id();
        tx.execute(kPerson, {person, fmt::format("Cán bộ {}", person), ""});
        tx.execute(kPosition, {db.next_id(), person, unit.id, role(i)});
      }
    }
  });
}

std::int64_t count(db::Tx& tx, std::string_view sql, db::Values values = {}) {
  return tx.first(sql, values, [](const db::Row& r) { return r.i64(0); }).value_or(0);
}

}  // namespace

std::string units() {
  const auto text = file("units-before-2025-07.csv");
  const ::units::Sheet sheet("before", text, kColumns);
  base::must(!sheet.problem());
  std::string out = "code,kind,name_vi,name_en,parent,valid_from\n";
  for (const auto& line : sheet.lines()) {
    if (*line.date("valid_from") > june_30 || *line.date("valid_to") < june_30) continue;
    out += row({line.cell("code"), line.cell("kind"), line.cell("name_vi"), line.cell("name_en"),
                line.cell("parent"), line.cell("valid_from")});
  }
  return out;
}

std::string change() {
  const ::units::Sheet before("before", file("units-before-2025-07.csv"), kColumns);
  const ::units::Sheet today("today", file("units.csv"), kColumns);
  const ::units::Sheet links("links", file("units-successions.csv"), kColumns);
  std::set<std::string> same;
  for (const auto& line : before.lines()) {
    if (!line.cell("same_as").empty()) same.insert(line.cell("code"));
  }
  std::string out = "deed,unit,into,kind,name_vi,name_en,code,parent,area,basis\n";
  for (const auto& line : today.lines()) {
    const auto& code = line.cell("code");
    out += same.contains(code)
               ? row({"move", code, "", "", "", "", "", line.cell("parent"), "", ""})
               : row({"new", "", "", line.cell("kind"), line.cell("name_vi"), line.cell("name_en"),
                      code, line.cell("parent"), "", line.cell("legal_basis")});
  }
  for (const auto& line : links.lines()) {
    if (*line.date("effective") != july_1) continue;
    const auto& share = line.cell("share");
    const bool silent = share == "part" && line.cell("area").empty();
    out += row({share == "whole" ? "merge" : "split-" + share, line.cell("from"), line.cell("to"),
                "", "", "", "", "", silent ? "khu vực 1; khu vực 2" : line.cell("area"),
                line.cell("legal_basis")});
  }
  return out;
}

void settle(db::Database& db, int dossiers) {
  const auto imported =
      db.write([&](db::Tx& tx) { return ::units::import_units(db, tx, units()); });
  base::must(imported.problem.empty());
  ::units::Forest forest(db);
  const auto tree = forest.as_of(june_30);
  appoint(db, *tree);
  const auto all = places(*tree);
  const auto opened = base::Local::at(june_30, 9).instant();
  for (int done = 0; done < dossiers; done += bulk) {
    db.write([&](db::Tx& tx) {
      for (int i = done; i < std::min(done + bulk, dossiers); ++i) {
        const auto& place = all[std::size_t(i) % all.size()];
        const auto owner = db.next_id(), dossier = db.next_id(), case_id = db.next_id();
        const auto code = fmt::format("H13-250630-{:06}", i);
        tx.execute(kPerson,
                   {owner, "Chủ hồ sơ",
                    fmt::format("số {}, khu vực {}, {}, {}", i % 200 + 1,
                                i / int(all.size()) % 5 + 1, place.commune, place.district)});
        tx.execute(kDossier, {dossier, code, place.unit, owner, opened});
        tx.execute(kCase, {case_id, dossier, place.unit, code, owner, opened});
        tx.execute(kTask,
                   {db.next_id(), case_id, role(i), role(i) + ("@" + place.unit.str()), opened});
      }
    });
  }
}

Counts counts(db::Database& db, base::Date day) {
  return db.read([&](db::Tx& tx) {
    Counts out;
    out.dossiers = count(tx, R"sql(SELECT count(*) FROM one_stop_dossier)sql");
    out.dossier_units =
        count(tx, R"sql(SELECT CAST(sum(unit_id % 1000003) AS BIGINT) FROM one_stop_dossier)sql");
    out.open_cases =
        count(tx, R"sql(SELECT count(*) FROM casework_case WHERE ended_at IS NULL)sql");
    out.open_tasks = count(tx, R"sql(
      SELECT count(*) FROM casework_task
      WHERE done_at IS NULL AND action <> 'casework.confirm_unit')sql");
    out.to_confirm = count(tx, R"sql(
      SELECT count(*) FROM casework_task
      WHERE done_at IS NULL AND action = 'casework.confirm_unit')sql");
    out.positions = count(tx, R"sql(
      SELECT count(*) FROM identity_position
      WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1))sql",
                          {day});
    out.orphaned_positions = count(tx, R"sql(
      SELECT count(*) FROM identity_position
      WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1) AND unit_id NOT IN
        (SELECT unit_id FROM units_version
          WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1)))sql",
                                   {day});
    out.orphaned_tasks = count(tx, R"sql(
      SELECT count(*) FROM casework_case
      WHERE ended_at IS NULL AND unit_id NOT IN (SELECT unit_id FROM units_version
        WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1)))sql",
                               {day});
    out.apart = count(tx, R"sql(
      SELECT count(*) FROM casework_task t JOIN casework_case c ON c.id = t.case_id
      WHERE t.done_at IS NULL AND t.desk <> t.role || '@' || CAST(c.unit_id AS TEXT))sql");
    return out;
  });
}

}  // namespace cast::june_2025
