// Choices and addresses: the person's own verbs.
#include "engines/messages/reach.hpp"

#include <fmt/format.h>

#include <charconv>

#include "base/must.hpp"
#include "engines/messages/letters.hpp"
#include "engines/messages/settings.hpp"
#include "engines/messages/store.hpp"
#include "engines/messages/text_settings.hpp"
#include "platform/config/config.hpp"
#include "platform/crypto/crypto.hpp"

namespace messages {
namespace {

constexpr std::string_view names[] = {"mail", "inbox", "nothing"};
constexpr std::pair<std::string_view, bool> confidences[] = {
    {"sourced", true}, {"known", false}, {"uncertain", false}};

// Six digits nobody can guess; a 64-bit number leaves no digit likelier than another to notice.
std::string fresh_code() {
  std::uint64_t n = 0;
  for (const char c : crypto::random_bytes(8)) n = n << 8 | std::uint8_t(c);
  return fmt::format("{:06}", n % 1'000'000);
}

// Minutes since midnight; nothing if it is not "21:00".
std::optional<int> minutes(std::string_view text) {
  int hour = 0, minute = 0;
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto number = [](std::string_view digits, int& n) {
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + 2, n);
    return error == std::errc() && end == digits.data() + 2 && n >= 0;
  };
  if (!number(text.substr(0, 2), hour) || !number(text.substr(3), minute)) return std::nullopt;
  if (hour > 23 || minute > 59) return std::nullopt;
  return hour * 60 + minute;
}

}  // namespace

std::string_view code(Channel channel) { return names[int(channel)]; }

std::optional<Channel> channel(std::string_view code) {
  for (int i = 0; i < 3; ++i) {
    if (names[i] == code) return Channel(i);
  }
  return std::nullopt;
}

Reach reach_of(db::Tx& tx, base::PersonId person) {
  auto row = store::person(tx, person);
  Reach out;
  out.lang = row.lang == "en" ? base::Lang::en : base::Lang::vi;
  out.confirmed = row.confirmed_at.has_value() && !row.address.empty();
  out.bounced_at = row.bounced_at;
  out.address = {person, std::move(row.address)};
  out.pending = {person, std::move(row.pending)};
  for (const auto& [kind, name] : store::choices(tx, person)) {
    out.channels[kind] = channel(name).value_or(Channel::mail);
  }
  return out;
}

Channel channel_of(db::Tx& tx, base::PersonId person, const Kind& kind) {
  const auto chosen = store::choices(tx, person);
  const auto found = chosen.find(std::string(kind.key));
  if (found == chosen.end()) return Channel::mail;
  const auto wanted = channel(found->second).value_or(Channel::mail);
  return wanted == Channel::nothing && !kind.can_be_refused() ? Channel::inbox : wanted;
}

void Desk::note(db::Tx& tx, const Act& act, std::string_view verb, base::json::object facts) {
  journal_.append(tx, act.now,
                  {.act = act.id,
                   .actor = act.who,
                   .verb = std::string(verb),
                   .subject_kind = "person",
                   .subject = act.who.person.value,
                   .facts = std::move(facts),
                   .law = ""});
}

void Desk::choose(const Act& act, base::Lang lang, const std::map<std::string, Channel>& channels) {
  db_.write([&](db::Tx& tx) {
    if (journal::Journal::find_act(tx, act.id)) return;
    const auto me = act.who.person;
    auto row = store::person_to_change(tx, me);
    row.lang = base::code(lang);
    store::keep(tx, me, row);
    base::json::object facts = {{"lang", row.lang}};
    for (const auto& known : messages_.kinds()) {
      const auto given = channels.find(std::string(known.key));
      if (given == channels.end()) continue;
      const bool kept = given->second == Channel::nothing && !known.can_be_refused();
      const auto wanted = kept ? Channel::inbox : given->second;
      store::choose(tx, me, known.key, code(wanted));
      facts[known.key] = code(wanted);
    }
    note(tx, act, "messages.choose", std::move(facts));
  });
}

Desk::Done Desk::ask_address(const Act& act, std::string_view typed) {
  const auto address = mail::Address::parse(typed);
  if (!messages_.mail()) return base::refuse(ReachRefusal::no_mail);
  if (!address) return base::refuse(ReachRefusal::no_address);
  return db_.write([&](db::Tx& tx) -> Done {
    if (journal::Journal::find_act(tx, act.id)) return {};
    const auto me = act.who.person;
    auto row = store::person_to_change(tx, me);
    if (row.asked_at && act.now - *row.asked_at < ask_again_us) {
      return base::refuse(ReachRefusal::too_soon);
    }
    if (store::hidden_since(tx, me, confirm_kind, act.now - base::day_us) >= codes_a_day_max) {
      return base::refuse(ReachRefusal::too_many);
    }
    row.pending = address->str();
    row.asked_at = act.now;
    row.code = fresh_code();
    row.code_tries = 0;
    store::keep(tx, me, row);
    store::forget_values(tx, me, confirm_kind);
    messages_.tell(tx, act.now,
                   {.act = act.id,
                    .to = me,
                    .kind = confirm_kind,
                    .values = {{"code", row.code}, {"until", act.now + code_lasts_us}},
                    .link = "/tai-khoan/tin-nhan?ma=" + row.code,
                    .subject_kind = "person",
                    .subject = me.value});
    note(tx, act, "messages.ask_address", {});
    return {};
  });
}

Desk::Done Desk::confirm_address(const Act& act, std::string_view typed) {
  // A wrong code is counted, so the transaction stands and answers what it found.
  const auto found = db_.write([&](db::Tx& tx) -> std::optional<ReachRefusal> {
    if (journal::Journal::find_act(tx, act.id)) return std::nullopt;
    const auto me = act.who.person;
    auto row = store::person_to_change(tx, me);
    const bool ours = !row.code.empty() && row.asked_at;
    // Asked for in the future: by a clock that was set back since.
    if (!ours || act.now - *row.asked_at > code_lasts_us ||
        *row.asked_at - act.now > base::minute_us) {
      return ReachRefusal::no_code;
    }
    if (row.code_tries >= code_tries_max) return ReachRefusal::too_often;
    if (!crypto::equal(row.code, typed)) {
      row.code_tries += 1;
      store::keep(tx, me, row);
      return ReachRefusal::wrong_code;
    }
    row.address = std::exchange(row.pending, "");
    row.code.clear();
    row.confirmed_at = act.now;
    row.bounced_at = std::nullopt;
    store::keep(tx, me, row);
    store::forget_values(tx, me, confirm_kind);
    note(tx, act, "messages.confirm_address", {});
    return std::nullopt;
  });
  if (found) return base::refuse(*found);
  return {};
}

void Desk::forget_address(const Act& act) {
  db_.write([&](db::Tx& tx) {
    if (journal::Journal::find_act(tx, act.id)) return;
    auto row = store::person_to_change(tx, act.who.person);
    row.address.clear();
    row.pending.clear();
    row.code.clear();
    row.confirmed_at = row.bounced_at = std::nullopt;
    store::keep(tx, act.who.person, row);
    note(tx, act, "messages.forget_address", {});
  });
}

void set_demo_address(db::Tx& tx, base::PersonId person, const mail::Address& address,
                      base::Instant now) {
  auto row = store::person_to_change(tx, person);
  if (!row.address.empty()) return;
  row.address = address.str();
  row.confirmed_at = now;
  store::keep(tx, person, row);
}

base::Instant Quiet::after(base::Instant now) const {
  const auto local = now.local();
  const auto minute = int(local.of_day_us / base::minute_us);
  const auto morning = [&](base::Date day) {
    return base::Local::at(day, to / 60, to % 60).instant();
  };
  if (from < to) return minute >= from && minute < to ? morning(local.date) : now;
  if (from == to) return now;
  if (minute >= from) return morning(local.date + 1);
  return minute < to ? morning(local.date) : now;
}

std::string Quiet::str() const {
  return fmt::format("{:02}:{:02}-{:02}:{:02}", from / 60, from % 60, to / 60, to % 60);
}

Quiet quiet_hours(db::Tx& tx, base::Date day) {
  Quiet out;
  std::optional<base::Date> best;
  const auto settings = config::get(tx, "messages");
  for (const auto& item : base::json::array_at(settings, "quiet_hours")) {
    if (!item.is_object()) continue;
    const auto& o = item.get_object();
    const auto first = base::Date::parse_iso(base::json::text_at(o, "from"));
    const auto begin = minutes(base::json::text_at(o, "begin"));
    const auto end = minutes(base::json::text_at(o, "end"));
    if (!first || !begin || !end || *first > day || (best && *first < *best)) continue;
    best = first;
    out = {*begin, *end};
  }
  return out;
}

base::Instant when_to_send(db::Tx& tx, base::Instant now, std::string_view kind, bool urgent) {
  if (urgent || kind == confirm_kind) return now;  // who asks for a code is waiting for it
  return quiet_hours(tx, now.local().date).after(now);
}

reading::Flaws flaws_in_settings(const base::json::value& settings) {
  reading::Flaws flaws;
  reading::Object o(settings, "", flaws);
  o.raw("note");
  for (auto& hours : o.objects("quiet_hours", 50)) {
    hours.date("from");
    for (const char* name : {"begin", "end"}) {
      const auto given = hours.text(name);
      if (!given.empty() && !minutes(given)) hours.complain(name, text::bad_time);
    }
    hours.choice<bool>("confidence", confidences, false);
    hours.nothing_else();
  }
  o.nothing_else();
  return flaws;
}

std::string flaw_in_settings(const base::json::object& settings) {
  const auto flaws = flaws_in_settings(settings);
  return flaws.empty() ? "" : flaws.front().message.en;
}

}  // namespace messages
