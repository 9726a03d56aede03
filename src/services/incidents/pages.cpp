// Pages of incidents: HTTP in, response out.
#include <algorithm>
#include <set>

#include "base/fold.hpp"
#include "engines/identity/four_eyes.hpp"
#include "engines/identity/positions.hpp"
#include "services/incidents/paper.hpp"
#include "services/incidents/room.hpp"
#include "services/incidents/store.hpp"
#include "services/incidents/text.hpp"

namespace incidents {
namespace {

using identity::Visit;

constexpr std::string_view here = "/quan-tri/su-co";
constexpr std::size_t words_max = 4'000;  // characters of one answer, as bytes at most four each

std::string in(const base::Text& text, const Visit& visit) {
  return std::string(text.in(visit.lang()));
}

std::string address(std::string_view code, std::string_view after = "") {
  return std::string(here) + "/" + std::string(code) + std::string(after);
}

std::string told(Refusal why, const Visit& visit) {
  switch (why) {
    case Refusal::no_rule:
      return in(text::no_rule, visit);
    case Refusal::future:
      return in(text::in_future, visit);
    case Refusal::old:
      return in(text::too_old, visit);
    case Refusal::gone:
      return in(text::say_step, visit);
    case Refusal::changed:
      return in(text::changed_meanwhile, visit);
    case Refusal::already:
      return in(text::recorded_meanwhile, visit);
    case Refusal::unmet:
      return in(text::still_unmet, visit);
    case Refusal::closed:
      break;
  }
  return in(text::already_closed, visit);
}

// 1200 or 1.200, from 1 to a thousand million.
std::optional<std::int64_t> whole_number(std::string_view typed) {
  std::string digits;
  std::size_t group = 0;  // digits since the last dot
  bool grouped = false;
  for (const char c : typed) {
    if (c == '.' || c == ' ') {
      if (group == 0 || group > 3 || (grouped && group != 3)) return std::nullopt;
      grouped = true;
      group = 0;
    } else if (c >= '0' && c <= '9') {
      digits += c;
      ++group;
    } else {
      return std::nullopt;
    }
  }
  if (digits.empty() || digits.size() > 9 || (grouped && group != 3)) return std::nullopt;
  const auto count = std::stoll(digits);
  return count > 0 ? std::optional<std::int64_t>(count) : std::nullopt;
}

// What was typed, understood; what is not understood stands in `form.wrong`.
class Reading {
 public:
  Reading(const Visit& visit, views::Form& form) : visit_(visit), form_(form) {}

  std::string words(const char* name, const base::Text* needed = nullptr) {
    auto typed = base::tidy(visit_.fields().get(name), true);
    if (typed.empty() && needed) refuse(name, *needed);
    if (letters(typed) > words_max) refuse(name, text::too_long);
    return typed;
  }
  std::int64_t people() {
    const auto typed = base::tidy(visit_.fields().get("people").substr(0, 20));
    if (typed.empty()) return 0;
    const auto count = whole_number(typed);
    if (!count) refuse("people", text::say_people);
    return count.value_or(0);
  }
  base::Instant noticed() {
    const auto part = [&](const char* name) {
      return base::tidy(visit_.fields().get(name).substr(0, 10));
    };
    const auto day = base::Date::parse_vn(part("noticed-day") + "/" + part("noticed-month") + "/" +
                                          part("noticed-year"));
    if (!day) refuse("noticed", text::say_day);
    auto clock = part("time");
    if (clock.size() == 4) clock.insert(0, "0");
    const auto at = clock.size() == 5 ? base::Local::parse_iso("2000-01-01T" + clock)
                                      : std::optional<base::Local>();
    if (!at) refuse("time", text::say_time);
    return day && at ? base::Local{*day, at->of_day_us}.instant() : base::Instant{};
  }
  Facts facts() {
    Facts out;
    out.what = words("what", &text::say_what);
    out.whose = words("whose", &text::say_whose);
    out.people = people();
    out.data_kinds = words("data_kinds");
    out.consequences = words("consequences");
    out.measures = words("measures");
    out.contact = words("contact");
    return out;
  }

 private:
  static std::size_t letters(std::string_view text) {
    return std::size_t(
        std::ranges::count_if(text, [](unsigned char c) { return (c & 0xC0) != 0x80; }));
  }
  void refuse(const char* name, const base::Text& why) {
    form_.wrong.emplace(name, in(why, visit_));
  }

  const Visit& visit_;
  views::Form& form_;
};

views::Form form_of(const Visit& visit) {
  return {.lang = visit.lang(), .code = "", .typed = visit.fields(), .wrong = {}, .marks = {}};
}

http::Fields typed_of(const Facts& f) {
  http::Fields out;
  out.add("what", f.what);
  out.add("whose", f.whose);
  out.add("people", f.people > 0 ? std::to_string(f.people) : "");
  out.add("data_kinds", f.data_kinds);
  out.add("consequences", f.consequences);
  out.add("measures", f.measures);
  out.add("contact", f.contact);
  return out;
}

std::optional<std::string> done_words(const Visit& visit) {
  const auto done = visit.fields().get("xong");
  if (done == "mo") return in(text::opened_now, visit);
  if (done == "buoc") return in(text::recorded_now, visit);
  if (done == "sua") return in(text::amended_now, visit);
  if (done == "dong") return in(text::closed_now, visit);
  return std::nullopt;
}

std::optional<Todo> clock_in(const std::vector<Rule>& rules, const Incident& one,
                             base::Instant now) {
  const auto* rule = rule_on(rules, one.facts.noticed_at.local().date);
  return rule ? std::optional(clock_of(one, *rule, now)) : std::nullopt;
}

}  // namespace

Act Room::act_of(const Visit& visit) const { return {visit.act(), visit.now(), visit.who()}; }

views::List Room::asked(const Visit& visit) const {
  const auto typed = [&](const char* name) {
    return base::tidy(visit.fields().get(name).substr(0, 100));
  };
  views::List out{.lang = visit.lang(),
                  .now = visit.now(),
                  .state = typed("trang-thai"),
                  .year = typed("nam"),
                  .words = typed("q"),
                  .years = {},
                  .lines = {}};
  std::vector<Incident> all;
  std::vector<Rule> by;
  parts_.db.read([&](db::Tx& tx) {
    all = store::all(tx);
    by = rules(tx);
  });
  out.any = !all.empty();
  std::set<std::string, std::greater<>> years;
  const auto wanted = base::fold(out.words);
  for (auto& one : all) {
    const auto year = one.code.substr(3, 4);
    years.insert(year);
    auto clock = clock_in(by, one, visit.now());
    const auto state = views::code_of(views::state_of(one, clock));
    const auto& f = one.facts;
    const auto text = base::fold(one.code + " " + f.what + " " + f.whose + " " + f.data_kinds);
    if (!out.state.empty() && out.state != state) continue;
    if (!out.year.empty() && out.year != year) continue;
    if (text.find(wanted) == text.npos) continue;
    out.lines.push_back({std::move(one), std::move(clock)});
  }
  out.years.assign(years.begin(), years.end());
  return out;
}

http::Response Room::list(Visit& visit) {
  return parts_.chrome.officer(visit, views::list(asked(visit)));
}

http::Response Room::csv(Visit& visit) {
  return http::Response::file("text/csv; charset=utf-8",
                              views::csv(visit.lang(), asked(visit).lines), "su-co.csv", false);
}

http::Response Room::draw_form(Visit& visit, views::Form form) {
  form.marks = visit.marks();
  const bool wrong = !form.wrong.empty();
  return parts_.chrome.officer(visit, views::form(form), wrong ? 422 : 200);
}

http::Response Room::ask_new(Visit& visit) {
  auto form = form_of(visit);
  form.typed = visit.held().value_or(http::Fields());
  return draw_form(visit, std::move(form));
}

http::Response Room::open(Visit& visit) {
  auto form = form_of(visit);
  Reading reading(visit, form);
  auto facts = reading.facts();
  facts.noticed_at = reading.noticed();
  if (form.wrong.empty()) {
    const auto opened = actions_.open(act_of(visit), facts);
    if (opened) return http::Response::see_other(address(*opened, "?xong=mo"));
    form.wrong.emplace("noticed", told(opened.error(), visit));
  }
  return draw_form(visit, std::move(form));
}

http::Response Room::ask_amend(Visit& visit) {
  const auto one =
      parts_.db.read([&](db::Tx& tx) { return store::by_code(tx, visit.param("incident")); });
  if (!one || one->closed_at) return parts_.chrome.not_found(visit);
  auto form = form_of(visit);
  form.code = one->code;
  form.typed = visit.held().value_or(typed_of(one->facts));
  form.edition = form.typed.has("edition") ? form.typed.get("edition") : one->edition();
  return draw_form(visit, std::move(form));
}

http::Response Room::amend(Visit& visit) {
  auto form = form_of(visit);
  form.code = visit.param("incident");
  form.edition = visit.fields().get("edition");
  const auto facts = Reading(visit, form).facts();
  if (form.wrong.empty()) {
    const auto saved = actions_.amend(act_of(visit), form.code, form.edition, facts);
    if (saved) return http::Response::see_other(address(form.code, "?xong=sua"));
    form.wrong.emplace("what", told(saved.error(), visit));
    const auto now = parts_.db.read([&](db::Tx& tx) { return store::by_code(tx, form.code); });
    if (now && saved.error() == Refusal::changed) {
      form.standing = now->facts;
      form.edition = now->edition();  // saving again is meant
    }
  }
  return draw_form(visit, std::move(form));
}

http::Response Room::draw(Visit& visit, views::Form record, views::Form close) {
  views::One shown{.lang = visit.lang(),
                   .now = visit.now(),
                   .incident = {},
                   .rule = {},
                   .names = {},
                   .notice = done_words(visit).value_or(""),
                   .record = std::move(record),
                   .close = std::move(close)};
  const bool there = parts_.db.read([&](db::Tx& tx) {
    auto one = store::by_code(tx, visit.param("incident"));
    if (!one) return false;
    shown.incident = std::move(*one);
    const auto all = rules(tx);
    const auto* rule = rule_on(all, shown.incident.facts.noticed_at.local().date);
    if (rule) shown.rule = *rule;
    const auto add = [&](base::Instant at, base::PersonId by) {
      if (by) shown.names[{at, by}] = identity::officer_name(tx, by);
    };
    add(shown.incident.opened_at, shown.incident.opened_by);
    if (shown.incident.closed_at) add(*shown.incident.closed_at, shown.incident.closed_by);
    for (const auto& done : shown.incident.done) add(done.at, done.by);
    for (const auto& entry : journal::Journal::of(tx, "incident", shown.incident.id.value)) {
      const auto name = shown.names.find({entry.at, entry.actor.person});
      if (name != shown.names.end()) {
        name->second = identity::acted_by(tx, entry.actor, visit.lang());
      }
    }
    return true;
  });
  if (!there) return parts_.chrome.not_found(visit);
  shown.record.marks = visit.marks();
  shown.close.marks = visit.marks();
  const bool wrong = !shown.record.wrong.empty() || !shown.close.wrong.empty();
  return parts_.chrome.officer(visit, views::one(shown), wrong ? 422 : 200);
}

http::Response Room::show(Visit& visit) {
  views::Form form{.lang = visit.lang()};
  form.typed = visit.held().value_or(http::Fields());
  return draw(visit, form, form);
}

http::Response Room::record(Visit& visit) {
  auto form = form_of(visit);
  Reading reading(visit, form);
  const auto note = reading.words("note");
  const auto step = visit.fields().get("step");
  if (form.wrong.empty()) {
    const auto code = visit.param("incident");
    const auto seen = whole_number(visit.fields().get("seen")).value_or(0);
    const auto done = actions_.record(act_of(visit), code, step, note, std::size_t(seen));
    if (done) return http::Response::see_other(address(code, "?xong=buoc"));
    form.wrong.emplace("step", told(done.error(), visit));
  }
  return draw(visit, std::move(form), {.lang = visit.lang()});
}

http::Response Room::close(Visit& visit) {
  auto form = form_of(visit);
  const auto reason = Reading(visit, form).words("reason", &text::say_reason);
  if (form.wrong.empty()) {
    const auto code = visit.param("incident");
    const bool though_unmet = visit.fields().get("unmet") == "yes";
    const auto done = actions_.close(act_of(visit), code, reason, though_unmet);
    if (done) return http::Response::see_other(address(code, "?xong=dong"));
    const bool unmet = done.error() == Refusal::unmet;
    form.wrong.emplace(unmet ? "unmet" : "reason", told(done.error(), visit));
  }
  return draw(visit, {.lang = visit.lang()}, std::move(form));
}

http::Response Room::paper(Visit& visit) {
  std::optional<Incident> one;
  std::optional<documents::Template> paper;
  std::vector<Rule> all;
  parts_.db.read([&](db::Tx& tx) {
    one = store::by_code(tx, visit.param("incident"));
    paper = documents::shared_template(tx, notification_template);
    all = rules(tx);
  });
  const auto* rule = one ? rule_on(all, one->facts.noticed_at.local().date) : nullptr;
  if (!rule) return parts_.chrome.not_found(visit);
  if (!paper) throw db::Failure("no template incident-notification was imported");
  return http::Response::file("application/pdf",
                              notification(*paper, *one, *rule, parts_.agency, visit.now()),
                              "thong-bao-" + one->code + ".pdf", true);
}

}  // namespace incidents
