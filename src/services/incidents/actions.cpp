// What was typed stays in the room's rows; the journal has its salted hash.
#include "services/incidents/actions.hpp"

#include <algorithm>
#include <set>

#include "engines/identity/positions.hpp"
#include "engines/units/units.hpp"
#include "platform/config/config.hpp"
#include "platform/crypto/crypto.hpp"
#include "services/incidents/store.hpp"
#include "services/incidents/text.hpp"

namespace incidents {
namespace {

constexpr std::string_view remind_job = "incidents.remind";
constexpr int readers_max = 200;  // of each role

const identity::Position* office_of(const identity::Who& who) {
  for (const auto& position : who.positions) {
    if (std::ranges::find(roles, position.role) != std::end(roles)) return &position;
  }
  return nullptr;
}

// So that what was known and told when can be proven, and the words themselves can be erased.
std::string hash_of(const Facts& f, const std::string& salt) {
  return crypto::sha256_hex(
      salt + base::json::canonical(base::json::array{f.what, f.data_kinds, f.whose, f.people,
                                                     f.consequences, f.measures, f.contact}));
}

// What stood where something else stands now, by field.
base::json::object replaced(const Facts& before, const Facts& now) {
  base::json::object out;
  const auto note = [&](std::string_view name, const std::string& was, const std::string& is) {
    if (was != is) out[name] = was;
  };
  note("what", before.what, now.what);
  note("whose", before.whose, now.whose);
  note("people", std::to_string(before.people), std::to_string(now.people));
  note("data_kinds", before.data_kinds, now.data_kinds);
  note("consequences", before.consequences, now.consequences);
  note("measures", before.measures, now.measures);
  note("contact", before.contact, now.contact);
  return out;
}

std::optional<Refusal> trouble_with(base::Instant noticed, base::Instant now, const Rule* rule) {
  if (noticed > now) return Refusal::future;
  if (now - noticed > noticed_days_max * base::day_us) return Refusal::old;
  if (!rule) return Refusal::no_rule;
  return {};
}

// Whoever may see incidents: those roles, held for the whole city.
std::set<base::PersonId> readers(db::Tx& tx, base::Date day) {
  std::set<base::PersonId> out;
  std::vector<base::UnitId> tops;
  for (const auto& unit : units::of_kinds(tx, {"city"}, day)) tops.push_back(unit.id);
  for (const auto role : roles) {
    const identity::StaffQuery query{.units = tops,
                                     .role = std::string(role),
                                     .words = "",
                                     .day = day,
                                     .offset = 0,
                                     .limit = readers_max};
    for (const auto& officer : identity::staff(tx, query)) out.insert(officer.position.person);
  }
  return out;
}

}  // namespace

std::vector<Rule> rules(db::Tx& tx) { return read_rules(config::get(tx, setting)); }

std::vector<messages::Kind> message_kinds() {
  using messages::Type;
  messages::Kind reminder{.key = reminder_kind, .title = text::told_reminder, .holes = {}};
  reminder.holes = {{"code", Type::text},
                    {"passed", Type::text},
                    {"noticed", Type::moment},
                    {"due", Type::moment}};
  reminder.to_officers = reminder.of_duty = true;
  return {std::move(reminder)};
}

void Actions::note(db::Tx& tx, const Act& act, std::string_view verb, IncidentId id,
                   base::json::object facts) {
  journal_.append(tx, act.now,
                  {.act = act.id,
                   .actor = act.who->actor(office_of(*act.who)),
                   .verb = std::string(verb),
                   .subject_kind = "incident",
                   .subject = id.value,
                   .facts = std::move(facts),
                   .law = ""});
}

base::Result<std::string, Refusal> Actions::open(const Act& act, const Facts& facts) {
  using Answer = base::Result<std::string, Refusal>;
  return db_.write([&](db::Tx& tx) -> Answer {
    if (const auto before = journal::Journal::find_act(tx, act.id)) {
      const auto same = store::find(tx, {before->subject});
      return same ? Answer(same->code) : Answer(base::refuse(Refusal::gone));
    }
    const auto all = rules(tx);
    const auto* rule = rule_on(all, facts.noticed_at.local().date);
    if (const auto why = trouble_with(facts.noticed_at, act.now, rule)) return base::refuse(*why);
    Incident one;
    const auto year = act.now.local().date.year();
    const auto number = store::next_number(tx, year);
    one.id = db_.fresh<IncidentId>();
    one.code = code_of(year, number);
    one.facts = facts;
    one.opened_at = act.now;
    one.opened_by = act.who->person;
    one.salt = crypto::random_token();
    store::insert(tx, one, year, number);
    const auto due = clock_of(one, *rule, act.now).due;
    note(tx, act, "incidents.open", one.id,
         {{"code", one.code},
          {"noticed_at", std::to_string(facts.noticed_at.us)},
          {"due_at", std::to_string(due->us)},
          {"people", facts.people},
          {"words", hash_of(facts, one.salt)}});
    ask_for_reminders(tx, one, *rule, act.now);
    return one.code;
  });
}

// Of several hours that have passed when it is opened, one is enough.
void Actions::ask_for_reminders(db::Tx& tx, const Incident& one, const Rule& rule,
                                base::Instant now) {
  const auto at = [&](int hours) { return one.facts.noticed_at + hours * base::hour_us; };
  int passed = 0;
  for (const auto hours : rule.remind_hours) {
    if (at(hours) <= now) passed = std::max(passed, hours);
  }
  for (const auto hours : rule.remind_hours) {
    if (hours < passed) continue;
    jobs::add(db_, tx, now, remind_job, {{"incident", one.id.str()}, {"hours", hours}},
              "incident-" + one.id.str() + "-" + std::to_string(hours), std::max(at(hours), now));
  }
}

base::Result<void, Refusal> Actions::on(const Act& act, std::string_view code,
                                        const Change& change) {
  return db_.write([&](db::Tx& tx) -> base::Result<void, Refusal> {
    if (journal::Journal::find_act(tx, act.id)) return {};
    tx.hold("incidents." + std::string(code));
    const auto incident = store::by_code(tx, code);
    if (!incident) return base::refuse(Refusal::gone);
    if (incident->closed_at) return base::refuse(Refusal::closed);
    if (const auto why = change(tx, *incident)) return base::refuse(*why);
    return {};
  });
}

base::Result<void, Refusal> Actions::amend(const Act& act, std::string_view code,
                                           std::string_view edition, Facts facts) {
  return on(act, code, [&](db::Tx& tx, const Incident& one) -> std::optional<Refusal> {
    if (one.edition() != edition) return Refusal::changed;
    const auto before = replaced(one.facts, facts);
    if (before.empty()) return {};
    const auto salt = crypto::random_token();
    store::update(tx, one.id, facts, salt);
    store::insert_step(
        db_, tx, one.id,
        {std::string(amended_step), act.now, act.who->person, base::json::canonical(before)});
    note(tx, act, "incidents.amend", one.id,
         {{"code", one.code}, {"people", facts.people}, {"words", hash_of(facts, salt)}});
    return {};
  });
}

base::Result<void, Refusal> Actions::record(const Act& act, std::string_view code,
                                            std::string_view step, std::string_view words,
                                            std::size_t seen) {
  return on(act, code, [&](db::Tx& tx, const Incident& one) -> std::optional<Refusal> {
    const auto all = rules(tx);
    const auto* rule = rule_on(all, one.facts.noticed_at.local().date);
    if (!rule || !rule->find(step)) return Refusal::gone;
    for (auto i = seen; i < one.done.size(); ++i) {
      if (one.done[i].step == step) return Refusal::already;
    }
    const Done done{std::string(step), act.now, act.who->person, std::string(words)};
    store::insert_step(db_, tx, one.id, done);
    const bool first = !one.first(step);
    const int hours = rule->find(step)->hours;
    const bool late = hours > 0 && act.now > one.facts.noticed_at + hours * base::hour_us;
    note(tx, act, "incidents.record", one.id,
         {{"code", one.code}, {"step", step}, {"first", first}, {"late", first && late}});
    return {};
  });
}

base::Result<void, Refusal> Actions::close(const Act& act, std::string_view code,
                                           std::string_view reason, bool though_unmet) {
  return on(act, code, [&](db::Tx& tx, const Incident& one) -> std::optional<Refusal> {
    const auto all = rules(tx);
    const auto* rule = rule_on(all, one.facts.noticed_at.local().date);
    if (rule && !though_unmet && !unmet(one, *rule).empty()) return Refusal::unmet;
    store::close(tx, one.id, act.now, act.who->person, reason);
    note(tx, act, "incidents.close", one.id,
         {{"code", one.code}, {"told", one.first(notify_step) != nullptr}});
    return {};
  });
}

void Actions::remind(const jobs::Job& job, base::Instant now) {
  const auto id = IncidentId::parse(base::json::text_at(job.facts, "incident"));
  const auto hours = base::json::number_at(job.facts, "hours");
  base::must(id.has_value());
  const auto act = "remind-" + id->str() + "-" + std::to_string(hours);
  db_.write([&](db::Tx& tx) {
    if (journal::Journal::find_act(tx, act)) return;
    const auto one = store::find(tx, *id);
    if (!one || one->closed_at || one->first(notify_step)) return;
    const auto all = rules(tx);
    const auto* rule = rule_on(all, one->facts.noticed_at.local().date);
    if (!rule) return;
    const auto passed = std::to_string((now - one->facts.noticed_at) / base::hour_us);
    int told = 0;
    for (const auto person : readers(tx, now.local().date)) {
      const bool reached = messages_.tell(tx, now,
                                          {.act = act,
                                           .to = person,
                                           .kind = reminder_kind,
                                           .values = {{"code", one->code},
                                                      {"passed", passed},
                                                      {"noticed", one->facts.noticed_at},
                                                      {"due", *clock_of(*one, *rule, now).due}},
                                           .link = "/quan-tri/su-co/" + one->code,
                                           .subject_kind = "incident",
                                           .subject = id->value});
      if (reached) ++told;
    }
    journal_.append(tx, now,
                    {.act = act,
                     .actor = {},
                     .verb = "incidents.remind",
                     .subject_kind = "incident",
                     .subject = id->value,
                     .facts = {{"code", one->code}, {"hours", hours}, {"told", told}},
                     .law = ""});
  });
}

jobs::Kind Actions::reminding(std::function<base::Instant()> clock) {
  return {.name = std::string(remind_job),
          .run = [this, clock = std::move(clock)](const jobs::Job& job) { remind(job, clock()); }};
}

}  // namespace incidents
