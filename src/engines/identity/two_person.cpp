// Asking, deciding and doing what needs two people.
#include "engines/identity/two_person.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/must.hpp"
#include "engines/identity/administering.hpp"
#include "engines/identity/four_eyes.hpp"
#include "engines/identity/store_two_person.hpp"

namespace identity {
namespace {

using State = TwoPersonRequest::State;

constexpr std::int64_t waits_us = base::day_us;
constexpr std::size_t reason_max = 500;

// As typed, but never longer than anybody reads, and not cut within a letter.
std::string bounded(std::string_view reason) {
  auto text = base::tidy(reason);
  auto end = std::min(text.size(), reason_max);
  while (end < text.size() && (text[end] & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

journal::Actor actor(const Visit& visit) { return visit.who()->actor(administering(*visit.who())); }

// The reason is somebody's free text and may name people: it stays out of the journal.
journal::Entry entry(const Visit& visit, std::string verb, const TwoPersonRequest& request) {
  return {.act = visit.act(),
          .actor = actor(visit),
          .verb = std::move(verb),
          .subject_kind = "two_person",
          .subject = request.id.value,
          .facts = {{"kind", request.kind}, {"of", request.facts}}};
}

// A room with kinds of its own has a rule of its own: one does not see the requests of another.
bool known(const std::vector<TwoPerson::Kind>& kinds, std::string_view name) {
  return std::any_of(kinds.begin(), kinds.end(), [&](const auto& k) { return k.name == name; });
}

// Outside administration no one office is the one that decides: who stands in for the asker in any
// is no second person.
bool stands_in(const Visit& visit, const journal::Actor& asker) {
  if (administering(*visit.who())) return false;
  return std::ranges::any_of(visit.who()->positions, [&](const Position& one) {
    return one.acting_for && same_hand(asker, {.person = one.acting_for->person});
  });
}

}  // namespace

journal::Actor TwoPersonRequest::asker() const {
  return {.kind = journal::ActorKind::officer, .person = asked_by, .acting_for = asked_for};
}

TwoPerson::TwoPerson(db::Database& db, journal::Journal& journal, std::vector<Kind> kinds)
    : db_(db), journal_(journal), kinds_(std::move(kinds)) {
  for (const auto& kind : kinds_) base::must(kind.told && kind.carry_out);
}

const TwoPerson::Kind& TwoPerson::kind(std::string_view name) const {
  const auto found =
      std::find_if(kinds_.begin(), kinds_.end(), [&](const auto& k) { return k.name == name; });
  base::must(found != kinds_.end());
  return *found;
}

base::Result<RequestId, TwoPersonRefusal> TwoPerson::ask(db::Tx& tx, const Visit& visit,
                                                         std::string_view kind_name,
                                                         base::json::object facts,
                                                         base::PersonId concerned,
                                                         std::string_view reason) {
  base::must(visit.who() != nullptr && visit.who()->officer && !kind(kind_name).name.empty());
  if (const auto done = journal::Journal::find_act(tx, visit.act())) {
    return RequestId{done->subject};
  }
  if (concerned && store::waiting_request(tx, kind_name, concerned, visit.now())) {
    return base::refuse(TwoPersonRefusal::asked);
  }
  TwoPersonRequest request;
  request.id = db_.fresh<RequestId>();
  request.kind = kind_name;
  request.facts = std::move(facts);
  request.concerned = concerned;
  request.reason = bounded(reason);
  request.asked_by = visit.who()->person;
  request.asked_for = actor(visit).acting_for;
  request.asked = visit.now();
  request.ends = visit.now() + waits_us;
  store::insert_request(tx, request);
  journal_.append(tx, visit.now(), entry(visit, "two_person.ask", request));
  return request.id;
}

std::optional<std::string> TwoPerson::prepare(RequestId id, base::Instant now) {
  const auto request = db_.read([&](db::Tx& tx) { return store::request(tx, id, now); });
  if (!request || request->state != State::waiting || !known(kinds_, request->kind)) return "";
  const auto& slow = kind(request->kind).prepare;
  return slow ? slow(*request) : "";
}

base::Result<void, TwoPersonRefusal> TwoPerson::decide(const Visit& visit, RequestId id, State to) {
  base::must(visit.who() != nullptr && visit.who()->officer);
  const auto me = actor(visit);
  const auto prepared =
      to == State::done ? prepare(id, visit.now()) : std::optional<std::string>("");
  if (!prepared) return base::refuse(TwoPersonRefusal::busy);
  return db_.write([&](db::Tx& tx) -> base::Result<void, TwoPersonRefusal> {
    if (const auto done = journal::Journal::find_act(tx, visit.act())) {
      if (done->subject == id.value) return {};  // clicked twice
      return base::refuse(TwoPersonRefusal::gone);
    }
    auto request = store::request(tx, id, visit.now());
    if (!request || !known(kinds_, request->kind)) return base::refuse(TwoPersonRefusal::gone);
    if (request->state == State::lapsed) return base::refuse(TwoPersonRefusal::lapsed);
    const bool own = same_hand(request->asker(), me) || stands_in(visit, request->asker());
    if (own != (to == State::withdrawn)) return base::refuse(TwoPersonRefusal::own);
    if (to == State::done && same_hand({.person = request->concerned}, me)) {
      return base::refuse(TwoPersonRefusal::concerned);
    }
    request->prepared = *prepared;
    if (!store::decide_request(tx, id, to, me.person, visit.now())) {
      return base::refuse(TwoPersonRefusal::gone);
    }
    const char* verb = to == State::done       ? "two_person.confirm"
                       : to == State::declined ? "two_person.decline"
                                               : "two_person.withdraw";
    journal_.append(tx, visit.now(), entry(visit, verb, *request));
    if (to != State::done) return {};
    if (!kind(request->kind).carry_out(tx, *request, visit)) {
      return base::refuse(TwoPersonRefusal::changed);
    }
    auto done = entry(visit, "two_person.done", *request);
    done.act = "two-" + id.str();
    journal_.append(tx, visit.now(), done);
    return {};
  });
}

base::Result<void, TwoPersonRefusal> TwoPerson::confirm(const Visit& visit, RequestId id) {
  return decide(visit, id, State::done);
}

base::Result<void, TwoPersonRefusal> TwoPerson::decline(const Visit& visit, RequestId id) {
  return decide(visit, id, State::declined);
}

base::Result<void, TwoPersonRefusal> TwoPerson::withdraw(const Visit& visit, RequestId id) {
  return decide(visit, id, State::withdrawn);
}

std::vector<TwoPersonRequest> TwoPerson::latest(db::Tx& tx, base::Instant now) const {
  std::vector<std::string> names;
  for (const auto& one : kinds_) names.push_back(one.name);
  return store::latest_requests(tx, names, now);
}

std::optional<TwoPersonRequest> TwoPerson::find(db::Tx& tx, RequestId id, base::Instant now) {
  return store::request(tx, id, now);
}

std::optional<TwoPersonRequest> TwoPerson::waiting(db::Tx& tx, std::string_view kind,
                                                   base::PersonId concerned, base::Instant now) {
  return store::waiting_request(tx, kind, concerned, now);
}

}  // namespace identity
