// The steps of a request, one function each, in their order.
#include "engines/identity/gate.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/must.hpp"
#include "engines/identity/forgery.hpp"
#include "engines/identity/gate_inside.hpp"
#include "engines/identity/refill.hpp"
#include "engines/journal/acts.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/crypto/seal.hpp"
#include "platform/db/room.hpp"
#include "platform/http/percent.hpp"
#include "platform/outgoing/lane.hpp"

namespace identity {
namespace {

constexpr std::string_view lang_cookie = "lang";
constexpr int year_s = 365 * 24 * 3600;

// The id of an act that came with a form. What the program does by itself has ids that can be
// guessed ("read-17"); whoever typed one of them into a form would keep it from ever being done.
std::string act_of(std::string_view typed) {
  constexpr std::size_t typed_max = 48;
  const auto good = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
  };
  const bool fits = !typed.empty() && typed.size() <= typed_max && std::ranges::all_of(typed, good);
  return "form-" + (fits ? std::string(typed) : crypto::random_token());
}

// A route that concerns one thing says which, so that the gate can ask whose it is.
bool is_whole(const Route& route) {
  const auto& permission = route.permission;
  if (permission.to == Permission::To::nobody || !route.handle) return false;
  const bool one = route.pattern.find('{') != std::string_view::npos;
  return !one || permission.to == Permission::To::anyone || permission.of ||
         permission.reach == Permission::Reach::open;
}

http::Response go(std::string_view where) { return http::Response::see_other(std::string(where)); }

}  // namespace

std::string address_of(const http::Request& request) {
  return local_path(request.query.empty() ? http::path_encoded(request.path)
                                          : http::path_encoded(request.path) + "?" + request.query);
}

Gate::Gate(db::Database& db, units::Forest& forest, Routes routes, GateOptions options,
           ErrorPages pages, std::function<base::Instant()> clock,
           std::function<void(std::string_view, std::string_view)> report)
    : inside_(new Inside{db, forest, std::move(routes), std::move(options), std::move(pages),
                         std::move(clock), std::move(report)}) {
  base::must(inside_->options.secret.size() == crypto::seal_key_bytes);
  for (const auto& route : inside_->routes) {
    base::must(is_whole(route));
    inside_->router.add(route.method, route.pattern);
  }
  for (const auto& page : inside_->options.outside) {
    const auto& routes = inside_->routes;
    inside_->outside.insert(
        std::size_t(std::ranges::find_if(routes,
                                         [&](const Route& route) {
                                           return route.pattern == page.pattern &&
                                                  route.method == http::Method::get;
                                         }) -
                    routes.begin()));
    base::must(!inside_->outside.contains(routes.size()));
  }
}

Gate::~Gate() = default;

http::Handler Gate::handler() {
  return [this](const http::Request& request) { return answer(request); };
}

http::Response Gate::answer(const http::Request& request) {
  auto& in = *inside_;
  Asking asking(request, in.clock(), in.options.secret,
                Openings(in.db, in.options.charges, in.told_today));
  http::Response response;
  try {
    response = in.page(asking);
  } catch (const journal::ActReused&) {
    response = in.reused(asking);
  } catch (const std::exception& problem) {
    const bool full = dynamic_cast<const base::NoRoom*>(&problem) != nullptr;
    response = full ? in.no_room(asking, problem.what()) : in.failed(asking, problem.what());
  }
  in.finish(asking, response);
  return response;
}

http::Admission Gate::admit(const http::Request& head) {
  auto& in = *inside_;
  const auto match = in.router.find(head.method, head.path);
  if (match.status != 200) return {413};
  const auto& route = in.routes[match.route];
  if (!route.form.uploads) return {413};
  const auto now = in.clock();
  const auto found = in.db.read(
      [&](db::Tx& tx) { return session_of(tx, head.cookie(session_cookie), now.local().date); });
  if (!found) return {401};
  if (!route.permission.to_person(&found->who)) return {403};
  constexpr auto held_max = held::typed_bytes_max + held::uploads_bytes_max;
  const auto most = route.form.body_bytes_max;
  return {0, found->live(now) ? most : std::min(most, held_max),
          "person:" + found->session.person.str()};
}

bool Gate::waits_outside(const http::Request& request) const {
  const auto match = inside_->router.find(request.method, request.path);
  return match.status == 200 && inside_->outside.contains(match.route);
}

http::Response Gate::crowded(const http::Request& request) {
  auto& in = *inside_;
  Asking asking(request, in.clock(), in.options.secret,
                Openings(in.db, in.options.charges, in.told_today));
  in.read_query(asking);
  in.read_session(asking);
  auto response = in.pages.crowded ? in.pages.crowded(asking, address_of(request))
                                   : http::Response::plain(503, "");
  response.status = 503;
  response.with("Retry-After", "10");
  in.finish(asking, response);
  return response;
}

http::Response Gate::Inside::page(Asking& asking) {
  asking.match = router.find(asking.asked.method, asking.asked.path);
  const bool readable = read_query(asking);
  read_session(asking);
  if (!readable) return unreadable(asking);
  if (auto ended = find_route(asking)) return std::move(*ended);
  if (!read_form(asking)) return unreadable(asking);
  asking.act_id = act_of(asking.typed.get("act"));
  if (auto ended = check_permission(asking)) return std::move(*ended);
  if (auto ended = check_form(asking)) return std::move(*ended);
  const outgoing::NobodyOutside here(!outside.contains(asking.match.route));
  auto response = routes[asking.match.route].handle(asking);
  asking.tell();
  response.first = asking.openings.told();
  // A page open to anyone that sends to sign in knows only the address that was posted to.
  if (asking.asked.method == http::Method::post && asking.session && !asking.person &&
      !asking.asked.path.starts_with(sign_in_path) &&
      refill::leads_to(response).starts_with(sign_in_path)) {
    return send_to_sign_in(asking);
  }
  give_back(asking, response);
  return response;
}

bool Gate::Inside::read_query(Asking& asking) const {
  auto query = http::parse_query(asking.asked.query);
  asking.chose_language = query && query->has("lang");
  const auto wanted =
      asking.chose_language ? std::string(query->get("lang")) : asking.asked.cookie(lang_cookie);
  asking.language = wanted == "en" ? base::Lang::en : base::Lang::vi;
  if (!query) return false;
  if (asking.asked.method != http::Method::post) asking.typed = std::move(*query);
  return true;
}

bool Gate::Inside::read_form(Asking& asking) const {
  if (asking.asked.method != http::Method::post) return true;
  auto form = http::parse_form(asking.asked, routes[asking.match.route].form);
  if (!form) return false;
  asking.typed = std::move(*form);
  return true;
}

http::Response Gate::Inside::unreadable(const Asking& asking) const {
  auto response = pages.bad_request(asking);
  response.status = 400;
  return response;
}

void Gate::Inside::read_session(Asking& asking) {
  const auto token = asking.asked.cookie(session_cookie);
  if (token.empty()) return;
  const auto day = asking.at.local().date;
  asking.session = db.read([&](db::Tx& tx) {
    auto found = session_of(tx, token, day);
    if (found && !found->who.positions.empty()) found->who.tree = forest.as_of(tx, day);
    return found;
  });
  if (!asking.session || !asking.session->live(asking.at)) return;
  asking.person = asking.session->who;
  const auto& session = asking.session->session;
  if (asking.at - session.seen >= seen_step_us) {
    try {
      db.write([&](db::Tx& tx) { seen(tx, session.id, asking.at); });
    } catch (const db::NoRoom&) {  // they may read on all the same
    }
  }
  if (asking.asked.cookie(held::held_cookie).empty()) return;
  asking.find_held = [this, &asking] {
    return held::find(db, asking.secret,
                      {asking.asked.cookie(held::held_cookie),
                       http::path_encoded(asking.asked.path), asking.person->person},
                      asking.at);
  };
}

Gate::Inside::Ended Gate::Inside::find_route(Asking& asking) const {
  if (asking.match.status == 200) return std::nullopt;
  auto response = pages.not_found(asking);
  response.status = asking.match.status;
  if (!asking.match.allow.empty()) response.with("Allow", asking.match.allow);
  return response;
}

Gate::Inside::Ended Gate::Inside::check_permission(Asking& asking) {
  const auto& permission = routes[asking.match.route].permission;
  if (permission.to_person(asking.who())) return check_subject(asking, permission);
  if (asking.who() == nullptr) return send_to_sign_in(asking);
  if (!asking.session->first.empty() && permission.to == Permission::To::officer) {
    return go(asking.session->first);
  }
  return not_theirs(asking);
}

Gate::Inside::Ended Gate::Inside::check_subject(Asking& asking, const Permission& permission) {
  if (!permission.of) return std::nullopt;
  const auto subject = db.read([&](db::Tx& tx) { return permission.of(tx, asking); });
  if (subject && permission.to_subject(*asking.who(), *subject)) return std::nullopt;
  return not_theirs(asking);
}

http::Response Gate::Inside::not_theirs(const Asking& asking) const {
  auto response = pages.not_found(asking);
  response.status = 404;
  return response;
}

http::Response Gate::Inside::failed(const Asking& asking, std::string_view why) const {
  const auto reference = crypto::hex(crypto::random_bytes(4));
  report(reference, fmt::format("{}: {}", asking.asked.path, why));
  try {
    auto response = pages.failed(asking, reference);
    response.status = 500;
    return response;
  } catch (const std::exception& again) {
    report(reference, again.what());
    return http::Response::plain(500, reference);
  }
}

// Nothing can be kept here: the page keeps what was typed, to be sent again.
http::Response Gate::Inside::no_room(const Asking& asking, std::string_view why) const {
  report("no room", fmt::format("{}: {}", asking.asked.path, why));
  auto response = pages.failed(asking, "");
  response.status = 503;
  return response.with("Retry-After", "60");
}

// What a signed-in person saw is not shown by the next one's "back" on a shared machine.
void Gate::Inside::finish(const Asking& asking, http::Response& response) const {
  if (asking.chose_language) {
    response.cookie(lang_cookie, base::code(asking.language), year_s, options.secure);
  }
  if (!asking.new_form_cookie.empty()) {
    response.cookie(forgery::form_cookie, asking.new_form_cookie, -1, options.secure);
  }
  for (const auto& [name, value] : response.headers) {
    if (name == "Cache-Control") return;
  }
  response.with("Cache-Control", asking.person ? "private, no-store" : "private, no-cache");
}

}  // namespace identity
