// Asking, taking along and agreeing: what people do themselves. Deciding is decide.cpp.
#include "services/privacy/actions.hpp"

#include "base/secrecy.hpp"
#include "engines/documents/documents.hpp"
#include "engines/identity/identity.hpp"
#include "engines/identity/organisations.hpp"
#include "platform/config/config.hpp"
#include "platform/parse/parse.hpp"
#include "services/privacy/store_consent.hpp"
#include "services/privacy/text_requests.hpp"

#include <fmt/format.h>

namespace privacy {

namespace {

// One without a day passes after all that have one.
bool later(const contracts::Hold& a, const contracts::Hold& b) {
  if (!b.passes) return false;
  return !a.passes || *b.passes < *a.passes;
}

std::string next_code(db::Tx& tx, base::Instant now) {
  const auto today = now.local().date;
  const auto cities = units::of_kinds(tx, {"city"}, today);
  const auto city = cities.empty() ? base::UnitId{} : cities.front().id;
  const auto number = documents::next_number(tx, city, fmt::format("privacy:{}", today.year()));
  return fmt::format("DL-{}-{:04}", today.year(), number);
}

bool done_before(db::Tx& tx, const identity::Visit& visit) {
  return journal::Journal::find_act(tx, visit.act()).has_value();
}

}  // namespace

struct Actions::Wish {
  Kind kind = Kind::correction;
  Field field = Field::whole;
  store::Typed typed;
  std::string paper_bytes = {}, paper_type = {};
};

Actions::Actions(db::Database& db, journal::Journal& journal, messages::Messages& messages,
                 const files::Store& files, contracts::Keepers keepers)
    : db_(db),
      journal_(journal),
      messages_(messages),
      files_(files),
      keepers_(std::move(keepers)) {}

void Actions::note(db::Tx& tx, const identity::Visit& visit, std::string_view subject_kind,
                   std::int64_t subject, std::string_view verb, base::json::object facts) {
  const auto& who = *visit.who();
  const auto* office = who.positions.empty() ? nullptr : &who.positions.front();
  journal_.append(tx, visit.now(),
                  {.act = visit.act(),
                   .actor = who.actor(who.officer ? office : nullptr),
                   .verb = std::string(verb),
                   .subject_kind = std::string(subject_kind),
                   .subject = subject,
                   .facts = std::move(facts),
                   .law = std::string(text::law.vi)});
}

std::optional<Trouble> Actions::hindrance(db::Tx& tx, base::PersonId person,
                                          base::Instant now) const {
  if (!identity::officer_name(tx, person).empty()) return Trouble{Why::officer};
  std::optional<contracts::Hold> last;
  if (!identity::represented_by(tx, person, now.local().date).empty()) {
    last = contracts::Hold{contracts::HoldKind::represents, "", std::nullopt};
  }
  for (const auto& keeper : keepers_) {
    if (!keeper.holds) continue;
    for (auto& hold : keeper.holds(tx, person, now)) {
      if (!last || later(hold, *last)) last = std::move(hold);
    }
  }
  if (!last) return std::nullopt;
  return Trouble{Why::held, std::move(*last)};
}

std::optional<Trouble> Actions::trouble_with(const identity::Visit& visit, const Correction& c) {
  if (c.field == Field::whole) return Trouble{Why::gone};
  if (!value_of(c.field, c.wanted)) return Trouble{Why::wrong_value};
  if (c.words.empty()) return Trouble{Why::no_words};
  if (c.secret || base::secrecy_in(c.paper_name)) return secret_trouble(visit.now());
  const bool fits = paper_type(c.paper_bytes) && c.paper_bytes.size() <= paper_bytes_max;
  if (!c.paper_bytes.empty() && !fits) return Trouble{Why::wrong_paper};
  return db_.read([&](db::Tx& tx) -> std::optional<Trouble> {
    if (done_before(tx, visit)) return std::nullopt;
    return trouble_in(tx, visit, Kind::correction, c.field);
  });
}

// What was not read to its end is not taken as unmarked. A scan has no text and is read: there the
// person says it.
Actions::Done Actions::ask_correction(const identity::Visit& visit, const Correction& c) {
  if (auto trouble = trouble_with(visit, c)) return base::refuse(std::move(*trouble));
  Wish wish{Kind::correction, c.field, {*value_of(c.field, c.wanted), c.words}};
  if (!c.paper_bytes.empty()) {
    wish.paper_bytes = c.paper_bytes;
    wish.paper_type = *paper_type(c.paper_bytes);
  }
  if (wish.paper_type == pdf_type) {
    constexpr int pages = 3;
    const auto place = lane_.enter(visit.who()->person.str());
    if (!place) return base::refuse(Trouble{Why::busy});
    const auto text = parse::pdf_text(c.paper_bytes, pages);
    if (!text) return base::refuse(Trouble{Why::unread_paper});
    if (base::secrecy_stamped(*text)) return base::refuse(secret_trouble(visit.now()));
  }
  return ask(visit, wish);
}

std::optional<Trouble> Actions::trouble_in(db::Tx& tx, const identity::Visit& visit, Kind kind,
                                           Field field) {
  int today = 0;
  for (const auto& one : store::of_person(tx, visit.who()->person, 200)) {
    today += one.asked_at.local().date == visit.now().local().date;
    if (one.kind == kind && one.field == field && one.state == State::waiting) {
      return Trouble{Why::waiting};
    }
  }
  if (today >= asks_a_day_max) return Trouble{Why::asked_too_often};
  return std::nullopt;
}

Trouble Actions::secret_trouble(base::Instant now) {
  return db_.read([&](db::Tx& tx) {
    const auto setting = config::get(tx, "personal_data");
    return Trouble{.why = Why::secret, .basis = secrecy_basis(setting, now.local().date)};
  });
}

Actions::Done Actions::ask_erasure(const identity::Visit& visit, const std::string& words) {
  if (words.empty()) return base::refuse(Trouble{Why::no_words});
  return ask(visit, {Kind::erasure, Field::whole, {"", words}});
}

// The paper is stored before the transaction; when nothing comes of it, it is removed again.
Actions::Done Actions::ask(const identity::Visit& visit, const Wish& wish) {
  const auto me = visit.who()->person;
  const auto now = visit.now();
  const auto paper = wish.paper_bytes.empty() ? "" : files_.put(wish.paper_bytes);
  bool used = false;
  const auto tidy_up = [&] {
    if (!paper.empty() && !used) files_.remove(paper);
  };
  const auto body = [&](db::Tx& tx) -> Done {
    used = false;
    if (const auto same = journal::Journal::find_act(tx, visit.act())) {
      return RequestId{same->subject};
    }
    if (auto trouble = trouble_in(tx, visit, wish.kind, wish.field)) {
      return base::refuse(std::move(*trouble));
    }
    if (wish.kind == Kind::erasure) {
      if (auto trouble = hindrance(tx, me, now)) return base::refuse(std::move(*trouble));
    }
    Request request{.id = db_.fresh<RequestId>(), .code = next_code(tx, now), .person = me};
    request.kind = wish.kind;
    request.field = wish.field;
    request.paper = paper;
    request.paper_type = wish.paper_type;
    request.asked_at = now;
    if (const auto terms = terms_on(config::get(tx, "personal_data"), now.local().date)) {
      const auto time = calendar::load(tx);
      request.reply_by =
          calendar::due(time, now, {calendar::Mode::working_days, terms->reply_working_days});
      request.due_at = due(*terms, time, now, wish.kind);
    }
    store::insert(tx, request, wish.typed);
    note(tx, visit, "privacy_request", request.id.value, "privacy.ask",
         {{"kind", code(wish.kind)}, {"field", code(wish.field)}, {"code", request.code}});
    used = true;
    return request.id;
  };
  try {
    auto done = db_.write(body);
    tidy_up();
    return done;
  } catch (...) {  // one whose commit failed may stand all the same, so its paper stays
    tidy_up();
    throw;
  }
}

Actions::Done Actions::withdraw(const identity::Visit& visit, RequestId id) {
  return db_.write([&](db::Tx& tx) -> Done {
    if (done_before(tx, visit)) return id;
    const auto request = store::find(tx, id);
    const auto me = visit.who()->person;
    if (!request || request->person != me) return base::refuse(Trouble{Why::gone});
    if (!store::decide(tx, id, State::withdrawn, me, "", visit.now())) {
      return base::refuse(Trouble{Why::decided});
    }
    if (!request->paper.empty()) {  // nobody needs it any more
      store::drop_paper(tx, id);
      base::json::array files = {base::json::value(request->paper)};
      jobs::add(db_, tx, visit.now(), remove_files_job, {{"files", std::move(files)}});
    }
    note(tx, visit, "privacy_request", id.value, "privacy.withdraw", {});
    return id;
  });
}

base::Result<void, Trouble> Actions::take(const identity::Visit& visit) {
  using Taken = base::Result<void, Trouble>;
  const auto me = visit.who()->person;
  return db_.write([&](db::Tx& tx) -> Taken {
    if (store::taken(tx, me, visit.now().local().date) > takes_a_day_max) {
      return base::refuse(Trouble{Why::too_often});  // the same form sent again counts too
    }
    if (done_before(tx, visit)) return {};
    note(tx, visit, "person", me.value, "privacy.take", {});
    return {};
  });
}

base::Result<void, Trouble> Actions::consent(const identity::Visit& visit, std::string_view kind,
                                             int version) {
  using Given = base::Result<void, Trouble>;
  const auto me = visit.who()->person;
  return db_.write([&](db::Tx& tx) -> Given {
    if (done_before(tx, visit)) return {};
    if (!store::consent_text(tx, kind, version)) return base::refuse(Trouble{Why::gone});
    if (store::consent_text(tx, kind, version + 1)) return base::refuse(Trouble{Why::changed});
    if (consented(tx, me, kind)) store::withdraw(tx, me, kind, visit.now());  // newer words now
    store::give(db_, tx, me, kind, version, visit.now());
    note(tx, visit, "person", me.value, "privacy.consent", {{"kind", kind}, {"version", version}});
    return {};
  });
}

base::Result<void, Trouble> Actions::withdraw_consent(const identity::Visit& visit,
                                                      std::string_view kind) {
  using Withdrawn = base::Result<void, Trouble>;
  const auto me = visit.who()->person;
  return db_.write([&](db::Tx& tx) -> Withdrawn {
    if (done_before(tx, visit)) return {};
    if (!store::withdraw(tx, me, kind, visit.now())) return base::refuse(Trouble{Why::gone});
    note(tx, visit, "person", me.value, "privacy.withdraw_consent", {{"kind", kind}});
    return {};
  });
}

}  // namespace privacy
