// The job of a letter: read, send outside any transaction, write what became of it.
#include "engines/messages/letters.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "base/must.hpp"
#include "engines/messages/reach.hpp"
#include "engines/messages/store.hpp"
#include "engines/messages/template.hpp"
#include "engines/messages/text.hpp"
#include "platform/crypto/crypto.hpp"

namespace messages {
namespace {

using mail::Outcome;

// The person's own letter, which nobody opens on the way: their ledger is for others who look.
struct ToThemselves final : base::Purpose {
  void opened(base::PersonId) override {}
};

std::string_view state_after(Outcome outcome) {
  switch (outcome) {
    case Outcome::accepted:
      return store::mail::sent;
    case Outcome::bounced:
      return store::mail::bounced;
    case Outcome::refused:
      return store::mail::refused;
    default:
      return store::mail::waiting;
  }
}

std::string_view name(Outcome outcome) {
  return outcome == Outcome::unsure ? "no answer after the whole letter" : "not taken";
}

// Where this letter goes now; nothing: there is no such address (any more), or it bounces.
std::optional<mail::Address> receiver(db::Tx& tx, const store::Row& row) {
  const auto reach = reach_of(tx, row.person);
  ToThemselves purpose;
  if (row.kind == confirm_kind) return mail::Address::parse(reach.pending.open(purpose));
  if (!reach.confirmed || reach.bounced_at) return std::nullopt;
  return mail::Address::parse(reach.address.open(purpose));
}

base::Html paragraph(std::string_view text) { return base::h("<p>{}</p>", text); }

// A link only where mail readers may follow one; the address itself stands in the text anyway.
base::Html linked(const std::string& words, const std::string& url) {
  if (!url.starts_with("https://")) return base::h("<p>{}: {}</p>", words, url);
  return base::h(R"(<p>{}: <a href="{}">{}</a></p>)", words, base::Url(url), url);
}

}  // namespace

Letters::Letters(db::Database& db, journal::Journal& journal, Messages& messages, Sender sender,
                 Send send, std::function<base::Instant()> clock)
    : db_(db),
      journal_(journal),
      messages_(messages),
      sender_(std::move(sender)),
      send_(std::move(send)),
      clock_(std::move(clock)) {}

jobs::Kind Letters::job() {
  jobs::Kind kind{.name = std::string(letter_job),
                  .run = [this](const jobs::Job& job) { run(job); }};
  kind.lane = mail::lane;
  return kind;
}

mail::Letter Letters::letter(db::Tx& tx, const store::Row& row, const mail::Address& to,
                             base::Lang lang) {
  auto words = messages_.words(tx, row, lang);
  if (!words) throw std::runtime_error("the template or its values do not fit any more");
  mail::Letter out{.id = row.id.str(),
                   .from_name = sender_.name.in(lang),
                   .from = sender_.address,
                   .to = to,
                   .lang = lang,
                   .subject = words->subject,
                   .text = "",
                   .html = {},
                   .unsubscribe = ""};
  const auto say = [&](const std::string& line) {
    out.text += line + "\n\n";
    out.html += paragraph(line);
  };
  const auto lead = [&](const base::Text& label, const std::string& path) {
    const auto url = sender_.public_url + path;
    out.text += std::string(label.in(lang)) + ": " + url + "\n\n";
    out.html += linked(std::string(label.in(lang)), url);
  };
  for (const auto& line : words->paragraphs) say(line);
  if (!row.link.empty()) lead(text::see, row.link);
  say(base::fill(text::automatic, lang, {{"sender", out.from_name}}));
  if (row.kind == confirm_kind) return out;
  lead(text::choices, "/tai-khoan/tin-nhan");
  if (!row.legal) out.unsubscribe = sender_.public_url + "/tai-khoan/tin-nhan";
  return out;
}

void Letters::run(const jobs::Job& job) {
  const auto id = MessageId::parse(base::json::text_at(job.facts, "message"));
  base::must(id.has_value());
  std::optional<store::Row> row;
  std::optional<mail::Letter> ready;
  const auto now = clock_();
  auto not_before = now;
  db_.read([&](db::Tx& tx) {
    row = store::find(tx, *id);
    if (!row || row->mail != store::mail::waiting) return;
    not_before = when_to_send(tx, now, row->kind, row->urgent);
    if (not_before > now) return;
    const auto to = receiver(tx, *row);
    if (to) ready = letter(tx, *row, *to, reach_of(tx, row->person).lang);
  });
  if (!row || row->mail != store::mail::waiting) return;  // done by an earlier attempt
  if (not_before > now) throw jobs::NotYet{not_before};
  if (!ready) {
    db_.write([&](db::Tx& tx) { store::set_mail(tx, *id, store::mail::dropped); });
    return;
  }
  const auto answer = send_(*ready, clock_());
  // The server was not asked: that is no attempt.
  if (answer.not_before.count() > 0) {
    throw jobs::NotYet{clock_() + answer.not_before.count() * 1'000};
  }
  settle(*row, ready->to, answer, mail::message_id(*ready), clock_());
  if (answer.outcome == Outcome::later || answer.outcome == Outcome::unsure) {
    throw std::runtime_error(fmt::format("mail: {}, code {} to {}", name(answer.outcome),
                                         answer.code,
                                         answer.to_what.empty() ? "nothing" : answer.to_what));
  }
}

void Letters::settle(const store::Row& row, const mail::Address& to, const mail::Answer& answer,
                     std::string_view message_id, base::Instant now) {
  const auto outcome = answer.outcome;
  db_.write([&](db::Tx& tx) {
    const bool came_back = outcome == Outcome::bounced && row.kind != confirm_kind;
    store::PersonRow person;
    if (came_back) person = store::person_to_change(tx, row.person);
    const auto now_row = store::find(tx, row.id);
    if (!now_row || now_row->mail != store::mail::waiting) return;  // a doubled run was faster
    store::tried(tx, now, row.id, state_after(outcome), answer.code, answer.said);
    const bool final = outcome != Outcome::later && outcome != Outcome::unsure;
    // There may be another address by now, or none.
    if (came_back && person.address == to.str() && !person.bounced_at) {
      person.bounced_at = now;
      store::keep(tx, row.person, person);
      messages_.tell(tx, now,
                     {.act = "bounce-" + row.id.str(),
                      .to = row.person,
                      .kind = bounced_kind,
                      .values = {{"address", to.masked()}},
                      .link = "/tai-khoan/tin-nhan",
                      .subject_kind = "message",
                      .subject = row.id.value});
    }
    if (!final || !row.legal || row.kind == confirm_kind) return;
    // What the server said may hold the address: its hash is proof enough beside the kept words.
    journal_.append(
        tx, now,
        {.act = "letter-" + row.id.str(),
         .actor = {},
         .verb = outcome == Outcome::accepted ? "messages.accepted" : "messages.bounced",
         .subject_kind = "message",
         .subject = row.id.value,
         .facts = {{"kind", row.kind},
                   {"smtp_code", answer.code},
                   {"answer_hash", crypto::sha256_hex(answer.said)},
                   {"message_id", message_id}},
         .law = ""});
  });
}

std::vector<LetterLine> letters(db::Tx& tx, std::string_view state, int limit, int offset) {
  std::vector<LetterLine> out;
  for (auto& row : store::of_mail(tx, state, limit, offset)) {
    const auto person = store::person(tx, row.person);
    LetterLine line;
    line.id = row.id;
    line.kind = std::move(row.kind);
    line.legal = row.legal;
    line.trouble = std::move(row.trouble);
    const bool failing = row.mail == store::mail::waiting && row.mail_tries > 0;
    line.state = !line.trouble.empty() ? "trouble" : failing ? "failing" : row.mail;
    // The address a code went to is the person's own once the code came back.
    const bool pending = line.kind == confirm_kind && !person.pending.empty();
    line.address = {row.person, pending ? person.pending : person.address};
    line.made_at = row.made_at;
    line.tries = row.mail_tries;
    line.tried_at = row.mail_at;
    line.smtp_code = row.mail_code;
    line.said = {row.person, std::move(row.mail_said)};
    out.push_back(std::move(line));
  }
  return out;
}

LetterCounts letter_counts(db::Tx& tx, base::Instant now) {
  return {store::mail_counts(tx, now - base::day_us), store::bouncing(tx)};
}

}  // namespace messages
