// Facts of these jobs name a holder by a hash: an address may be a person's.
#include "services/administration/actions_holders.hpp"

#include <algorithm>
#include <cstdlib>

#include "engines/journal/seals.hpp"
#include "platform/crypto/crypto.hpp"
#include "services/administration/text_holders.hpp"

namespace administration {
namespace {

using base::Lang;

constexpr std::string_view letter_job = "journal.letter";

std::string name_of(const mail::Address& holder) {
  return crypto::sha256_hex(holder.str()).substr(0, 16);
}

// Both languages in one letter: whoever keeps seals for a city may read only one of them.
void write(mail::Letter& letter, Lang lang, const journal::Seal& seal, const std::string& url) {
  const auto say = [&](const base::Text& text, base::Holes values = {}) {
    const auto line = base::fill(text, lang, values);
    letter.text += line + "\n\n";
    letter.html += base::h("<p>{}</p>", line);
  };
  say(text::seal_letter_what);
  say(text::seal_letter_number, {{"number", std::to_string(seal.number)}});
  say(text::seal_letter_time,
      {{"time", seal.at.local().vn()}, {"entries", std::to_string(seal.entries)}});
  say(text::seal_letter_root, {{"root", seal.root}});
  say(text::seal_letter_hash, {{"hash", seal.hash}});
  say(text::seal_letter_key, {{"key", journal::key_name(seal.public_key)}});
  say(text::seal_letter_check, {{"url", url + "/nhat-ky-niem-phong"}});
  say(text::seal_letter_keep);
}

mail::Letter letter_of(const messages::Sender& sender, const mail::Address& to,
                       const journal::Seal& seal) {
  const auto subject =
      base::fill(text::seal_letter, Lang::vi, {{"number", std::to_string(seal.number)}});
  mail::Letter letter{.id = "seal-" + std::to_string(seal.number) + "-" + name_of(to),
                      .from_name = sender.name.vi,
                      .from = sender.address,
                      .to = to,
                      .lang = Lang::vi,
                      .subject = subject,
                      .text = "",
                      .html = {},
                      .unsubscribe = ""};
  const auto line = base::json::canonical(journal::seal_json(seal));
  for (const auto lang : {Lang::vi, Lang::en}) write(letter, lang, seal, sender.public_url);
  letter.text += line + "\n";
  letter.html += base::h("<pre>{}</pre>", line);
  return letter;
}

std::optional<journal::Seal> seal_at(db::Tx& tx, std::int64_t number) {
  auto found = journal::newest_seals(tx, number + 1, 1);
  if (found.empty() || found.front().number != number) return {};
  return std::move(found.front());
}

}  // namespace

SealLetters::SealLetters(db::Database& db, journal::Journal& journal, messages::Sender sender,
                         messages::Send send, std::vector<mail::Address> holders,
                         std::function<base::Instant()> clock)
    : db_(db),
      journal_(journal),
      sender_(std::move(sender)),
      send_(std::move(send)),
      holders_(std::move(holders)),
      clock_(std::move(clock)) {}

std::vector<jobs::Kind> SealLetters::jobs() {
  jobs::Kind letter{.name = std::string(letter_job),
                    .run = [this](const jobs::Job& job) { write_to(job); }};
  letter.lane = mail::lane;
  return {{.name = std::string(seal_letters_job), .run = [this](const jobs::Job&) { ask(); }},
          std::move(letter)};
}

void SealLetters::ask() {
  if (holders_.empty()) return;
  db_.write([&](db::Tx& tx) {
    const auto newest = journal::newest_seals(tx, 0, 1);
    if (newest.empty()) return;
    for (const auto& holder : holders_) {
      const auto number = std::to_string(newest.front().number);
      jobs::add(db_, tx, clock_(), letter_job, {{"seal", number}, {"holder", name_of(holder)}},
                "seal-" + number + "-" + name_of(holder));
    }
  });
}

void SealLetters::write_to(const jobs::Job& job) {
  const std::string number(base::json::text_at(job.facts, "seal"));
  const std::string named(base::json::text_at(job.facts, "holder"));
  const auto holder = std::ranges::find(holders_, named, name_of);
  if (holder == holders_.end()) return;  // holds no more
  const auto act = "seal-" + number + "-" + named;
  std::optional<journal::Seal> seal;
  const bool done = db_.read([&](db::Tx& tx) {
    seal = seal_at(tx, std::atoll(number.c_str()));
    return journal::Journal::find_act(tx, act).has_value();
  });
  if (done || !seal) return;
  const auto answer = send_(letter_of(sender_, *holder, *seal), clock_());
  if (answer.not_before.count() > 0) {  // the server was not asked: that is no attempt
    throw jobs::NotYet{clock_() + answer.not_before.count() * 1'000};
  }
  if (answer.outcome != mail::Outcome::accepted) {
    throw std::runtime_error("mail: not taken, code " + std::to_string(answer.code) + " to " +
                             (answer.to_what.empty() ? "nothing" : answer.to_what));
  }
  db_.write([&](db::Tx& tx) {
    if (journal::Journal::find_act(tx, act)) return;
    journal_.append(tx, clock_(),
                    {.act = act,
                     .actor = {},
                     .verb = "journal.hand_over",
                     .subject_kind = "journal_seals",
                     .subject = seal->number,
                     .facts = {{"root", seal->root}, {"holder", named}},
                     .law = ""});
  });
}

}  // namespace administration
