#include "engines/decisions/publish.hpp"

#include <algorithm>
#include <set>

#include "engines/decisions/saying.hpp"
#include "engines/decisions/store.hpp"
#include "engines/decisions/text_publish.hpp"
#include "engines/identity/four_eyes.hpp"
#include "platform/crypto/crypto.hpp"

namespace decisions {
namespace {

constexpr std::string_view kind = "rule_table";

void note(db::Tx& tx, journal::Journal& journal, const Act& act, const Edition& one,
          base::json::object facts) {
  facts["code"] = one.code;
  facts["edition"] = one.number;
  facts["applies_from"] = one.applies.from.iso();
  if (one.applies.until) facts["applies_until"] = one.applies.until->iso();
  if (one.replaces) facts["replaces"] = one.replaces;
  facts["hash"] = one.hash;
  facts["rows"] = std::int64_t(one.table.rows.size());
  facts["examples"] = std::int64_t(one.table.examples.size());
  if (one.proposed_by.person) facts["proposed_by"] = one.proposed_by.person.str();
  journal.append(tx, act.now,
                 {.act = act.id,
                  .actor = act.actor,
                  .verb = "decisions.publish",
                  .subject_kind = std::string(kind),
                  .subject = one.id.value,
                  .facts = std::move(facts),
                  .law = ""});
}

std::optional<PublishRefusal> refusal(const std::vector<Edition>& all, const Act& act,
                                      const Checked& checked, const Publication& what) {
  const int newest = all.empty() ? 0 : all.front().number;
  if (newest != what.based_on) return PublishRefusal::overtaken;
  if (what.origin == Origin::page && identity::same_hand(what.proposed_by, act.actor))
    return PublishRefusal::own;
  const auto numbered = [](int number) {
    return [number](const Edition& one) { return one.number == number; };
  };
  if (what.replaces && std::ranges::none_of(all, numbered(what.replaces)))
    return PublishRefusal::no_such_edition;
  const auto from_then = std::ranges::find_if(
      all, [&](const Edition& one) { return one.applies.from == checked.applies().from; });
  if (from_then != all.end() && from_then->hash == checked.hash() && !what.replaces)
    return PublishRefusal::nothing_new;
  return std::nullopt;
}

}  // namespace

std::string hash_of(const Table& table, const Span& applies) {
  return crypto::sha256_hex(written(table, applies));
}

base::Result<Checked, Findings> checked(Table table, const Span& applies) {
  auto findings = check(table);
  if (any_error(findings)) return base::refuse(std::move(findings));
  Checked out;
  out.content_ = written(table, applies);
  out.hash_ = crypto::sha256_hex(out.content_);
  out.table_ = std::move(table);
  out.applies_ = applies;
  return out;
}

base::Result<EditionId, PublishRefusal> publish(db::Database& db, db::Tx& tx,
                                                journal::Journal& journal, const Act& act,
                                                const Checked& checked, const Publication& what) {
  if (const auto done = journal::Journal::find_act(tx, act.id)) {
    if (done->subject_kind == kind) return EditionId{done->subject};
    return base::refuse(PublishRefusal::overtaken);
  }
  const auto& table = checked.table();
  tx.hold("decisions " + table.code);
  const auto all = editions(tx, table.code);
  if (const auto why = refusal(all, act, checked, what)) return base::refuse(*why);
  Edition one;
  one.id = db.fresh<EditionId>();
  one.code = table.code;
  one.number = what.based_on + 1;
  one.applies = checked.applies();
  one.known_from = what.known_from.value_or(act.now);
  one.replaces = what.replaces;
  one.table = table;
  one.hash = checked.hash();
  one.origin = what.origin;
  one.reason = what.reason;
  one.proposed_by = what.proposed_by;
  one.published_by = act.actor;
  one.published_at = act.now;
  store::insert(tx, one, checked.content());
  note(tx, journal, act, one, what.facts);
  return one.id;
}

Looked look_over(std::string_view xml) {
  Looked out;
  auto file = read(xml);
  if (!file) {
    for (const auto& flaw : file.error())
      out.findings.push_back({flaw.line, {Finding::Weight::error, {}, flaw.message}});
    return out;
  }
  for (auto& finding : check(file->table)) {
    const int line = file->line_of(finding.spot);
    out.findings.emplace_back(line, std::move(finding));
  }
  std::ranges::stable_sort(out.findings, {}, &std::pair<int, Finding>::first);
  out.file = std::move(*file);
  return out;
}

}  // namespace decisions
