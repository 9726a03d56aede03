// Values for the template of the notification.
#include "services/incidents/paper.hpp"

#include <fmt/format.h>

#include "base/money.hpp"
#include "platform/pdf/render.hpp"
#include "services/incidents/text.hpp"

namespace incidents {
namespace {

using base::Lang;

std::string said(const std::string& value) {
  return value.empty() ? std::string(text::no_value.vi) : value;
}

std::string people(const Facts& f) {
  if (f.people == 0) return std::string(text::no_value.vi);
  return base::fill(text::about_people, Lang::vi, {{"count", base::grouped(f.people)}});
}

// A line a step: when, what, its note.
std::string steps(const Incident& incident, const Rule& rule) {
  std::string out;
  for (const auto& done : incident.done) {
    if (done.step == amended_step) continue;
    const auto* step = rule.find(done.step);
    out += fmt::format("{}{}: {}{}{}", out.empty() ? "" : "\n", done.at.local().vn(),
                       step ? step->name.vi : done.step, done.note.empty() ? "" : ". ", done.note);
  }
  return out;
}

}  // namespace

std::string notification(const documents::Template& paper, const Incident& incident,
                         const Rule& rule, const base::Words& agency, base::Instant now) {
  const auto& f = incident.facts;
  const auto due = clock_of(incident, rule, now).due;
  forms::Told facts{.today = now.local().date};
  facts.texts = {{"agency_name", agency.vi},
                 {"issued_date", documents::day_words(now.local().date)},
                 {"code", incident.code},
                 {"authority", rule.authority.vi},
                 {"law", rule.law},
                 {"noticed_at", f.noticed_at.local().vn()},
                 {"due_at", due->local().vn()},
                 {"what", f.what},
                 {"data_kinds", said(f.data_kinds)},
                 {"whose", f.whose},
                 {"people", people(f)},
                 {"consequences", said(f.consequences)},
                 {"measures", said(f.measures)},
                 {"contact", said(f.contact)},
                 {"steps", steps(incident, rule)},
                 {"late", now > *due ? "1" : ""}};
  auto made = documents::make(paper, {}, facts, {.created = now, .author = agency.vi});
  if (!made) throw db::Failure("the notification cannot be made: " + made.error().message.en);
  return std::move(*made);
}

}  // namespace incidents
