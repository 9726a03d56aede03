// Opening a request opens its person, for that purpose and no other.
#include "services/privacy/pages_officer.hpp"

#include <fmt/format.h>

#include "base/fold.hpp"
#include "engines/identity/identity.hpp"
#include "engines/units/units.hpp"
#include "services/privacy/pages.hpp"
#include "services/privacy/text_requests.hpp"
#include "services/privacy/views_officer.hpp"

namespace privacy {
namespace {

constexpr int list_max = 500;
constexpr std::string_view request_purpose = "privacy.request";
constexpr const char* list_address = "/quan-tri/du-lieu-ca-nhan";

// What belongs to the city as a whole: only its own administrators answer.
std::optional<identity::Subject> of_city(db::Tx& tx, const identity::Visit& visit) {
  const auto cities = units::of_kinds(tx, {"city"}, visit.now().local().date);
  if (cities.empty()) return std::nullopt;
  return identity::Subject{.unit = cities.front().id};
}

std::optional<Request> asked(db::Tx& tx, const identity::Visit& visit) {
  const auto id = RequestId::parse(visit.param("request"));
  return id ? store::find(tx, *id) : std::nullopt;
}

std::optional<identity::Subject> known(db::Tx& tx, const identity::Visit& visit) {
  return asked(tx, visit) ? of_city(tx, visit) : std::nullopt;
}

std::string stands_as(const identity::Person& person, Field field, base::Purpose& purpose) {
  const base::Personal<std::string>* all[] = {&person.name,      &person.birth, &person.gender,
                                              &person.residence, &person.phone, &person.email};
  return int(field) < int(std::size(all)) ? all[int(field)]->open(purpose) : "";
}

}  // namespace

identity::Routes OfficerPages::routes() {
  using http::Method;
  const auto office = identity::officer({identity::role::system_administrator});
  return {{Method::get, list_address, office.in(of_city), [this](auto& v) { return list(v); }},
          {Method::get, "/quan-tri/du-lieu-ca-nhan/{request}", office.in(known),
           [this](auto& v) {
             const auto held = v.held();
             return one(v, held ? base::tidy(held->get("answer"), true) : "");
           }},
          {Method::post, "/quan-tri/du-lieu-ca-nhan/{request}", office.in(known),
           [this](auto& v) { return decide(v); }},
          {Method::get, "/quan-tri/du-lieu-ca-nhan/{request}/giay-to", office.in(known),
           [this](auto& v) { return paper(v); }}};
}

http::Response OfficerPages::list(Visit& visit) {
  views::Requests shown{.all = {}, .now = visit.now()};
  parts_.db.read([&](db::Tx& tx) {
    shown.time = calendar::load(tx);
    shown.all = store::all(tx, list_max);
  });
  return parts_.chrome.officer(visit, views::requests(shown, visit.lang()));
}

http::Response OfficerPages::one(Visit& visit, const std::string& typed, const std::string& error) {
  const auto found = parts_.db.read([&](db::Tx& tx) { return asked(tx, visit); });
  if (!found) return parts_.chrome.not_found(visit);
  auto& purpose = visit.purpose(request_purpose, found->id.value);
  views::One shown{.request = *found,
                   .words = found->words.open(purpose),
                   .wanted = said_value(found->field, found->wanted.open(purpose), visit.lang()),
                   .answer = found->answer.open(purpose),
                   .typed = typed,
                   .error = error,
                   .now = visit.now(),
                   .marks = visit.marks()};
  const bool waits = found->state == State::waiting;
  parts_.db.read([&](db::Tx& tx) {
    shown.time = calendar::load(tx);
    const auto person = identity::person(tx, found->person);
    if (person) {
      shown.person = person->name.open(purpose);
      const bool compares = waits && found->kind == Kind::correction;
      if (compares) {
        shown.was =
            said_value(found->field, stands_as(*person, found->field, purpose), visit.lang());
      }
    }
    if (found->kind != Kind::erasure || !waits) return;
    const auto trouble = actions_.hindrance(tx, found->person, visit.now());
    if (trouble) shown.hindrance = said(*trouble, visit.lang());
  });
  return parts_.chrome.officer(visit, views::request(shown, visit.lang()),
                               error.empty() ? 200 : 422);
}

http::Response OfficerPages::paper(Visit& visit) {
  const auto request = parts_.db.read([&](db::Tx& tx) { return asked(tx, visit); });
  if (!request || request->paper.empty()) {
    return http::Response::see_other(fmt::format("{}/{}", list_address, visit.param("request")));
  }
  visit.purpose(request_purpose, request->id.value).opened(request->person);
  const auto end = request->paper_type.substr(request->paper_type.find('/') + 1);
  return http::Response::file(request->paper_type, parts_.files.get(request->paper),
                              request->code + "." + end);
}

http::Response OfficerPages::decide(Visit& visit) {
  const auto id = RequestId::parse(visit.param("request")).value_or(RequestId{});
  const auto answer = base::tidy(visit.fields().get("answer"), true);
  if (base::length(answer) > letters_max) return one(visit, answer, in(text::too_long, visit));
  const auto decision = visit.fields().get("decision");
  const auto done =
      decision == "grant" ? actions_.grant(visit, id, answer) : actions_.refuse(visit, id, answer);
  if (done) return http::Response::see_other(fmt::format("{}/{}", list_address, id.str()));
  return one(visit, answer, said(done.error(), visit.lang()));
}

}  // namespace privacy
