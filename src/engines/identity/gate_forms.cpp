// Forms at the gate: whose they are, what is kept of them and what is given back.
#include <fmt/format.h>

#include "engines/identity/forgery.hpp"
#include "engines/identity/gate_inside.hpp"
#include "engines/identity/refill.hpp"
#include "engines/identity/text.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/http/percent.hpp"

namespace identity {

// Who is not signed in may act through a form drawn before their session ended, or by its own
// cookie.
Gate::Inside::Ended Gate::Inside::check_form(Asking& asking) {
  if (asking.asked.method != http::Method::post) return std::nullopt;
  const auto token = asking.typed.get("token");
  const auto by = [&](std::string_view cookie) {
    return forgery::proven(asking.secret, asking.asked.cookie(cookie), token);
  };
  const bool proven = by(session_cookie) || (!asking.person && by(forgery::form_cookie));
  const auto origin = forgery::origin_of(asking.asked, options.origins);
  if (proven && origin != forgery::Origin::foreign) return std::nullopt;
  const auto page = start_page(asking);
  auto response = pages.forbidden(asking, page);
  response.status = 403;
  if (origin == forgery::Origin::ours) hold(asking, page, response);
  return response;
}

// The page whose form was posted: the same address, or the one it says it came from.
std::string Gate::Inside::start_page(const Asking& asking) const {
  const auto opens = [&](const std::string& path) {
    return router.find(http::Method::get, path).status == 200;
  };
  if (opens(asking.asked.path)) return address_of(asking.asked);
  const auto referer = asking.asked.header("referer");
  const auto origin = forgery::origin_in(referer);
  if (origin.empty() || !forgery::is_ours(origin, asking.asked, options.origins)) return "/";
  const auto page = local_path(referer.substr(origin.size()));
  return opens(page.substr(0, page.find('?'))) ? page : "/";
}

void Gate::Inside::hold(const Asking& asking, const std::string& page, http::Response& response) {
  if (!asking.session) return;
  auto cookie = asking.asked.cookie(held::held_cookie);
  if (cookie.empty()) cookie = crypto::random_token();
  const held::Place place{cookie, page.substr(0, page.find('?')), asking.session->session.person};
  // Passwords are kept nowhere.
  if (asking.asked.path == new_password_path) return;
  const auto action = http::path_encoded(asking.asked.path);
  if (!held::keep(db, asking.secret, place, {0, asking.typed, action}, asking.at)) return;
  response.cookie(held::held_cookie, cookie, int(held::held_us / base::second_us), options.secure);
}

http::Response Gate::Inside::send_to_sign_in(const Asking& asking) {
  const bool post = asking.asked.method == http::Method::post;
  const auto page = post ? start_page(asking) : address_of(asking.asked);
  auto response =
      http::Response::see_other(fmt::format("{}?ve={}", sign_in_path, base::url_encoded(page)));
  const auto origin = forgery::origin_of(asking.asked, options.origins);
  const bool proven = forgery::proven(asking.secret, asking.asked.cookie(session_cookie),
                                      asking.typed.get("token"));
  if (post && proven && origin != forgery::Origin::foreign) hold(asking, page, response);
  return response;
}

// What was typed before the session ended, for every form of every room that does not ask for it
// itself (Visit::held).
void Gate::Inside::give_back(Asking& asking, http::Response& response) {
  const bool page = refill::is_page(response) && asking.asked.method == http::Method::get;
  if (page && !asking.given_back && asking.find_held) {
    if (const auto form = asking.find_held()) {
      refill::give(response, form->action, form->fields, text::kept, asking.language);
      asking.given_back = form->id;
    }
  }
  if (asking.given_back && refill::is_page(response)) held::remove(db, *asking.given_back);
}

// The page of the form anew, with what was typed and a fresh act: nothing of it was done, and it
// may be sent as new.
http::Response Gate::Inside::reused(const Asking& asking) {
  constexpr int steps_max = 3;  // the page may lead on: its matter has moved
  auto request = asking.asked;
  request.method = http::Method::get;
  request.body.clear();
  auto address = start_page(asking);
  http::Response response;
  for (int i = 0; i < steps_max && !address.empty(); ++i) {
    const auto path = std::string_view(address).substr(0, address.find('?'));
    request.path = http::percent_decoded(path, false).value_or("/");
    request.query = path.size() < address.size() ? address.substr(path.size() + 1) : "";
    Asking again(request, asking.at, options.secret, Openings(db, options.charges, told_today));
    response = page(again);
    finish(again, response);
    address = local_path(refill::leads_to(response));
    if (refill::leads_to(response).empty()) break;
  }
  if (!refill::is_page(response)) response = pages.forbidden(asking, "/");
  const auto action = http::path_encoded(asking.asked.path);
  refill::give(response, action, asking.typed, text::reused, asking.language);
  response.status = 409;
  return response;
}

}  // namespace identity
