// Telling people, and their inbox.
#include "engines/messages/messages.hpp"

#include <algorithm>

#include "base/must.hpp"
#include "engines/messages/letters.hpp"
#include "engines/messages/reach.hpp"
#include "engines/messages/store.hpp"
#include "engines/messages/template.hpp"
#include "engines/messages/text.hpp"

namespace messages {
namespace {

constexpr std::string_view subject_kind = "message";

Shown shown(const store::Row& row, Wording wording) {
  return {
      row.id,      row.legal,  std::move(wording.subject), std::move(wording.paragraphs), row.link,
      row.made_at, row.read_at};
}

}  // namespace

std::vector<Kind> own_kinds() {
  return {{confirm_kind, text::kind_confirm, true, {{"code", Type::text}, {"until", Type::moment}}},
          {bounced_kind, text::kind_bounced, false, {{"address", Type::text}}}};
}

Messages::Messages(db::Database& db, journal::Journal& journal, std::vector<Kind> kinds, bool mail)
    : db_(db), journal_(journal), kinds_(std::move(kinds)), mail_(mail) {
  for (auto& own : own_kinds()) kinds_.push_back(std::move(own));
}

const Kind* Messages::kind(std::string_view key) const {
  const auto found = std::ranges::find(kinds_, key, &Kind::key);
  return found == kinds_.end() ? nullptr : &*found;
}

// Whether the newest template takes these values.
struct Messages::Fit {
  std::int64_t wording = 0;
  std::string trouble;
};

Messages::Fit Messages::fit(db::Tx& tx, std::string_view key, const std::string& given) const {
  const auto* known = kind(key);
  if (!known) return {0, "no room tells this kind any more"};
  const auto newest = store::newest_template(tx, key);
  if (!newest) return {0, "no template is published"};
  const auto parsed = read_template(newest->body, known->holes);
  if (!parsed) return {0, "template: " + parsed.error().message.en};
  if (auto why = misfit(known->holes, read_kept(given).values()); !why.empty()) return {0, why};
  return {newest->id, ""};
}

bool Messages::tell(db::Tx& tx, base::Instant now, const Notice& notice) {
  const auto* known = kind(notice.kind);
  base::must(known && notice.to);
  if (channel_of(tx, notice.to, *known) == Channel::nothing) return false;
  store::Row row;
  row.id = db_.fresh<MessageId>();
  row.person = notice.to;
  row.kind = notice.kind;
  row.legal = known->legal;
  row.urgent = known->legal && notice.deadline;
  row.given = kept(notice.values);
  row.link = notice.link;
  row.subject_kind = notice.subject_kind;
  row.subject = notice.subject;
  row.made_at = now;
  const auto found = fit(tx, notice.kind, row.given);
  row.wording = found.wording;
  row.trouble = found.trouble;
  row.in_inbox = row.trouble.empty() && known->key != confirm_kind;
  store::insert(tx, row);
  if (row.trouble.empty()) post(tx, now, *known, row.id, row.person, row.urgent);
  if (!known->legal || known->key == confirm_kind) return row.trouble.empty();
  base::json::object facts = {{"kind", row.kind}, {"template", std::to_string(row.wording)}};
  facts["about"] = notice.subject_kind + " " + std::to_string(notice.subject);
  if (!row.trouble.empty()) facts["trouble"] = "yes";
  journal_.append(tx, now,
                  {.act = notice.act + "-m",
                   .actor = {},
                   .verb = "messages.give",
                   .subject_kind = std::string(subject_kind),
                   .subject = row.id.value,
                   .facts = std::move(facts),
                   .law = ""});
  return row.trouble.empty();
}

void Messages::post(db::Tx& tx, base::Instant now, const Kind& known, MessageId id,
                    base::PersonId person, bool urgent) {
  if (!mail_ || known.key == bounced_kind) return;
  const bool confirming = known.key == confirm_kind;
  const auto row = store::person(tx, person);
  const bool usable = row.confirmed_at && !row.bounced_at && !row.address.empty();
  if (!confirming && (!usable || channel_of(tx, person, known) != Channel::mail)) return;
  store::set_mail(tx, id, store::mail::waiting);
  const auto when = when_to_send(tx, now, known.key, urgent);
  jobs::add(db_, tx, now, letter_job, {{"message", id.str()}}, "letter:" + id.str(), when);
}

bool Messages::again(db::Tx& tx, base::Instant now, MessageId id) {
  const auto row = store::find(tx, id);
  if (!row || row->trouble.empty() || row->kind == confirm_kind) return false;
  const auto found = fit(tx, row->kind, row->given);
  store::mend(tx, id, found.wording, found.trouble);
  if (!found.trouble.empty()) return false;
  post(tx, now, *kind(row->kind), id, row->person, row->urgent);
  return true;
}

int Messages::unread(db::Tx& tx, base::PersonId person) { return store::unread(tx, person); }
int Messages::count(db::Tx& tx, base::PersonId person) { return store::count(tx, person); }

std::optional<Wording> Messages::words(db::Tx& tx, const store::Row& row, base::Lang lang) const {
  const auto* known = kind(row.kind);
  const auto body = store::template_body(tx, row.wording);
  if (!known || !body) return std::nullopt;
  const auto parsed = read_template(*body, known->holes);
  const auto given = read_kept(row.given);
  if (!parsed || !misfit(known->holes, given.values()).empty()) return std::nullopt;
  return filled(parsed->in(lang), given.values(), lang);
}

std::vector<Shown> Messages::inbox(db::Tx& tx, base::PersonId person, base::Lang lang, int limit,
                                   int offset) const {
  std::vector<Shown> out;
  for (const auto& row : store::inbox(tx, person, limit, offset)) {
    if (auto said = words(tx, row, lang)) out.push_back(shown(row, std::move(*said)));
  }
  return out;
}

std::optional<Shown> Messages::find(db::Tx& tx, base::PersonId person, MessageId id,
                                    base::Lang lang) const {
  const auto row = store::find(tx, id);
  if (!row || row->person != person || !row->in_inbox) return std::nullopt;
  auto said = words(tx, *row, lang);
  return said ? std::optional(shown(*row, std::move(*said))) : std::nullopt;
}

void Messages::read(db::Tx& tx, base::Instant now, const journal::Actor& reader, MessageId id) {
  if (!store::read(tx, now, reader.person, id)) return;
  const auto row = store::find(tx, id);
  journal_.append(tx, now,
                  {.act = "read-" + id.str(),
                   .actor = reader,
                   .verb = "messages.read",
                   .subject_kind = std::string(subject_kind),
                   .subject = id.value,
                   .facts = {{"kind", row->kind}},
                   .law = ""});
}

int Messages::read_all(db::Tx& tx, base::Instant now, std::string_view act,
                       const journal::Actor& reader) {
  if (journal::Journal::find_act(tx, act)) return 0;
  const int n = store::read_all(tx, now, reader.person);
  if (n == 0) return 0;
  journal_.append(tx, now,
                  {.act = std::string(act),
                   .actor = reader,
                   .verb = "messages.read_all",
                   .subject_kind = "person",
                   .subject = reader.person.value,
                   .facts = {{"messages", n}},
                   .law = ""});
  return n;
}

base::Result<bool, reading::Flaw> publish_template(db::Database& db, db::Tx& tx, base::Instant now,
                                                   const Kind& kind, std::string_view text) {
  if (const auto parsed = read_template(text, kind.holes); !parsed)
    return base::refuse(parsed.error());
  const auto newest = store::newest_template(tx, kind.key);
  if (newest && newest->body == text) return false;
  store::add_template(tx, db.next_id(), kind.key, now, text);
  return true;
}

}  // namespace messages
