// What a room offers over HTTP, with the permission each address asks for.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "engines/identity/visit.hpp"
#include "platform/ui/shell.hpp"

namespace identity {

// What an address is about: whose matter it is, and which unit answers for it.
struct Subject {
  base::UnitId unit;      // none: no unit's
  base::PersonId person;  // none: nobody's own
  std::string role = {};  // only this role may; empty: those the route states
};
// Finds the subject behind the holes of an address; none: there is no such thing for this person.
using SubjectOf = std::function<std::optional<Subject>(db::Tx&, const Visit&)>;

// Who may call a route: a kind of person, for an officer one of the roles, held today in the
// subject's unit or (reach) above it. The gate asks before the page runs; what you may not see
// answers 404. A route whose address has a hole must say what it is about.
struct Permission {
  enum class To { nobody, anyone, signed_in, resident, officer };
  enum class Reach { unit, subtree, open };
  To to = To::nobody;                        // a route left at this does not start
  std::vector<std::string_view> roles = {};  // officer: any of these; empty: any position
  SubjectOf of = {};
  Reach reach = Reach::unit;

  // The resident's own matter, or the officer's.
  Permission own(SubjectOf subject) const { return {to, roles, std::move(subject), Reach::unit}; }
  // Officers of exactly the subject's unit.
  Permission in(SubjectOf subject) const { return own(std::move(subject)); }
  // Officers of the subject's unit and of all above it.
  Permission over(SubjectOf subject) const {
    return {to, roles, std::move(subject), Reach::subtree};
  }
  // The address names something public, or the page itself shows each reader only what is theirs.
  Permission open() const { return {to, roles, {}, Reach::open}; }

  // Is it theirs? `who` is null when nobody is signed in.
  bool to_person(const Who* who) const;
  bool to_subject(const Who& who, const Subject& subject) const;
};

inline Permission anyone() { return {Permission::To::anyone}; }
// A resident or an officer, for what is their own.
inline Permission signed_in() { return {Permission::To::signed_in}; }
inline Permission resident() { return {Permission::To::resident}; }
inline Permission officer(std::vector<std::string_view> roles = {}) {
  return {Permission::To::officer, std::move(roles)};
}

struct Route {
  http::Method method;
  std::string_view pattern;  // "/ho-so/{code}"
  Permission permission;
  std::function<http::Response(Visit&)> handle;
  http::Bounds form = {};  // of what is posted there
};

using Routes = std::vector<Route>;

// What stands around the content of every page: made once by the wiring, the same in all rooms.
struct Chrome {
  std::function<ui::Frame(const Visit&, std::string title)> frame;
  // An officer's whole page: navigation with counts, search, who and where.
  std::function<base::Html(const Visit&, ui::OfficerPage)> officer_page;
  // The same as an answer; the title of one that refuses what was typed (422) says so first.
  http::Response officer(const Visit& visit, ui::OfficerPage page, int status = 200) const {
    page.refused = status == 422;
    return http::Response::page(officer_page(visit, std::move(page)), status);
  }
  std::function<http::Response(const Visit&)> not_found;  // 404, for what may not be seen
};

}  // namespace identity
