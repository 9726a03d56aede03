#include "app/carry/published.hpp"

#include <fmt/format.h>

#include "app/program.hpp"
#include "engines/documents/carrying.hpp"

namespace app::carry {
namespace {

// One text after the other, and what is told of each.
class Carrying {
 public:
  catalogue::Written version(const catalogue::Written& published) {
    auto out = published;
    auto names = own_names();
    add_names(published.form, names);
    const auto name = fmt::format("{} version {}: ", published.code, published.number);
    out.content = said(name + "papers", procedure(published.content, names));
    out.form = said(name + "form", form(published.form));
    out.flow = said(name + "flow", flow(published.flow));
    out.result_template = said(name + "result", paper(published.result_template, names));
    return out;
  }

  std::string said(std::string what, Carried carried) {
    for (const auto& change : carried.changes) {
      if (!change.after.empty()) continue;
      throw db::Failure(fmt::format("{}, line {}: this condition cannot be said in FEEL: {}", what,
                                    change.line, change.before));
    }
    if (!carried.changes.empty()) told_.push_back({std::move(what), std::move(carried.changes)});
    return std::move(carried.text);
  }

  std::vector<Told> told() { return std::move(told_); }

 private:
  std::vector<Told> told_;
};

std::vector<Told> carry(db::Tx& tx, journal::Journal& journal, db::Database& db,
                        base::Instant now) {
  Carrying carrying;
  base::json::array versions, templates;
  for (const auto& published : catalogue::in_small_language(tx)) {
    const auto in_feel = carrying.version(published);
    const auto hash = catalogue::keep_carried(tx, now, published, in_feel);
    if (hash == published.hash) continue;
    versions.push_back({{"version", published.id.str()},
                        {"code", published.code},
                        {"number", published.number},
                        {"hash", published.hash},
                        {"carried", hash}});
  }
  auto names = own_names();
  for (const auto& text : catalogue::forms_published(tx)) add_names(text, names);
  for (auto one : documents::in_small_language(tx)) {
    const auto before = std::exchange(one.text, {});
    one.text = carrying.said("template " + one.name, paper(before, names));
    documents::keep_carried(tx, now, one);
    if (one.text != before) templates.push_back(base::json::value(one.name));
  }
  auto told = carrying.told();
  if (told.empty()) return told;
  journal.append(tx, now,
                 {.act = fresh_act(),
                  .actor = {},
                  .verb = "catalogue.carry",
                  .subject_kind = "publication",
                  .subject = db.next_id(),
                  .facts = {{"language", "FEEL"},
                            {"versions", std::move(versions)},
                            {"templates", std::move(templates)}}});
  return told;
}

bool is_pending(db::Tx& tx) {
  return !catalogue::in_small_language(tx).empty() || !documents::in_small_language(tx).empty();
}

}  // namespace

std::vector<Told> carry_published(db::Database& db, journal::Journal& journal, base::Instant now) {
  if (!db.read(is_pending)) return {};
  return db.write([&](db::Tx& tx) {
    tx.hold("rules.carry");  // of two programs that start, one
    return carry(tx, journal, db, now);
  });
}

std::vector<Told> what_changed(const catalogue::Written& published) {
  Carrying carrying;
  carrying.version(published);
  return carrying.told();
}

}  // namespace app::carry
