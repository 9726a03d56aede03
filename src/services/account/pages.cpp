// The pages of signing in and out.
#include <fmt/format.h>

#include "engines/identity/identity.hpp"
#include "platform/ui/forms.hpp"
#include "services/account/room.hpp"
#include "services/account/text.hpp"
#include "services/account/text_provider.hpp"
#include "services/account/views.hpp"

namespace account {
namespace {

std::string in(const base::Text& text, const identity::Visit& visit) {
  return std::string(text.in(visit.lang()));
}

std::string wanted_path(const identity::Visit& visit) {
  return identity::local_path(visit.fields().get("ve"));
}

// 1 to 3; 0: any.
int wanted_level(const identity::Visit& visit) {
  const auto typed = visit.fields().get("muc");
  return typed.size() == 1 && typed[0] >= '1' && typed[0] <= '3' ? typed[0] - '0' : 0;
}

const base::Text& words_of(identity::OidcRefusal refusal) {
  using identity::OidcRefusal;
  switch (refusal) {
    case OidcRefusal::unavailable:
      return text::unavailable;
    case OidcRefusal::busy:
      return text::provider_busy;
    case OidcRefusal::not_openid:
      return text::not_openid;
    case OidcRefusal::keys:
      return text::no_keys;
    case OidcRefusal::our_fault:
      return text::our_fault;
    case OidcRefusal::cancelled:
      return text::cancelled;
    case OidcRefusal::stale:
      return text::stale;
    case OidcRefusal::untrusted:
      return text::untrusted;
    case OidcRefusal::no_number:
      return text::no_number;
  }
  return text::unavailable;
}

// Whose fault it is: the person's side, theirs, ours.
int status_of(identity::OidcRefusal refusal) {
  using identity::OidcRefusal;
  switch (refusal) {
    case OidcRefusal::unavailable:
    case OidcRefusal::busy:
      return 503;
    case OidcRefusal::not_openid:
    case OidcRefusal::keys:
      return 502;
    case OidcRefusal::our_fault:
      return 500;
    default:
      return 400;
  }
}

// Only some of the sentences name the provider; what stands in our log is named by its number.
std::string reason(const identity::OidcTrouble& trouble, const identity::Visit& visit,
                   const base::Words& provider) {
  const auto words = words_of(trouble.why).in(visit.lang());
  auto out = words.find('{') == words.npos
                 ? std::string(words)
                 : base::fill(words, {{"provider", provider.in(visit.lang())}});
  if (trouble.reference.empty()) return out;
  return out + " " + base::fill(text::reference, visit.lang(), {{"reference", trouble.reference}});
}

}  // namespace

std::string Room::told(const identity::SignInTrouble& trouble, const identity::Visit& visit) {
  using Why = identity::SignInRefusal;
  switch (trouble.why) {
    case Why::wrong:
      return in(text::wrong, visit);
    case Why::wait:
      return base::fill(text::wait, visit.lang(), {{"time", trouble.until->local().vn()}});
    case Why::busy:
      return in(text::busy, visit);
    case Why::locked:
      return in(text::locked, visit);
  }
  return "";
}

Room::Room(db::Database& db, identity::Accounts& accounts, identity::SecondFactor& factor,
           identity::Sessions& sessions, identity::Oidc& oidc, identity::Chrome chrome,
           Options options)
    : db_(db),
      accounts_(accounts),
      factor_(factor),
      sessions_(sessions),
      oidc_(oidc),
      chrome_(std::move(chrome)),
      options_(std::move(options)) {}

// Open to anyone: who is not signed in is sent to sign in by the page, residents and officers
// alike.
identity::Routes Room::routes() {
  using http::Method;
  using identity::anyone;
  return {
      {Method::get, "/dang-nhap", anyone(), [this](auto& v) { return choose(v); }},
      {Method::get, "/dang-nhap/cong-dan", anyone(), [this](auto& v) { return leave(v); }},
      {Method::get, "/dang-nhap/nang-muc", anyone(), [this](auto& v) { return raise(v); }},
      {Method::get, "/dang-nhap/tro-lai", anyone(), [this](auto& v) { return come_back(v); }},
      {Method::get, "/dang-nhap/can-bo", anyone(), [this](auto& v) { return ask_password(v); }},
      {Method::post, "/dang-nhap/can-bo", anyone(), [this](auto& v) { return take_password(v); }},
      {Method::get, identity::second_step_path, anyone(), [this](auto& v) { return ask_code(v); }},
      {Method::post, identity::second_step_path, anyone(),
       [this](auto& v) { return take_code(v); }},
      {Method::post, "/dang-xuat", anyone(), [this](auto& v) { return sign_out(v); }},
      {Method::get, "/dang-xuat/noi-cap", anyone(), [this](auto& v) { return signed_out(v); }},
      {Method::get, "/tai-khoan", anyone(), [this](auto& v) { return own_account(v); }},
      {Method::post, "/tai-khoan/phien", anyone(), [this](auto& v) { return end_session(v); }},
      {Method::post, "/tai-khoan/phien/khac", anyone(), [this](auto& v) { return end_others(v); }},
      {Method::get, identity::enrol_path, anyone(), [this](auto& v) { return second_factor(v); }},
      {Method::post, identity::enrol_path, anyone(), [this](auto& v) { return enrol(v); }},
      {Method::post, "/tai-khoan/xac-thuc/ma-du-phong", anyone(),
       [this](auto& v) { return renew_codes(v); }},
      {Method::post, "/tai-khoan/xac-thuc/bo", anyone(), [this](auto& v) { return give_up(v); }},
      {Method::get, identity::new_password_path, anyone(),
       [this](auto& v) { return ask_new_password(v); }},
      {Method::post, identity::new_password_path, anyone(),
       [this](auto& v) { return take_new_password(v); }},
  };
}

identity::OutsidePages Room::outside() {
  return {{"/dang-nhap/cong-dan", identity::oidc_lane},
          {"/dang-nhap/tro-lai", identity::oidc_lane},
          {"/dang-xuat/noi-cap", identity::oidc_lane}};
}

http::Response Room::choose(identity::Visit& visit) {
  const auto frame = chrome_.frame(visit, in(text::sign_in, visit));
  return http::Response::page(views::choose(frame, options_, wanted_path(visit)));
}

http::Response Room::leave(identity::Visit& visit) {
  auto left = oidc_.leave(visit, wanted_path(visit), wanted_level(visit));
  return left ? std::move(*left) : came_to_nothing(visit, left.error());
}

// Beginning again leads where they wanted to go, however late it is.
http::Response Room::came_to_nothing(identity::Visit& visit, const identity::OidcTrouble& trouble) {
  const auto frame = chrome_.frame(visit, in(text::not_signed_in, visit));
  const auto why = reason(trouble, visit, options_.provider);
  auto response = http::Response::page(views::came_to_nothing(frame, why, trouble.path),
                                       status_of(trouble.why));
  if (response.status == 503) response.with("Retry-After", "10");
  return response;
}

// The matter they came from asks for more than their session has.
http::Response Room::raise(identity::Visit& visit) {
  const auto level = wanted_level(visit);
  if (level == 0) return chrome_.not_found(visit);
  const auto frame = chrome_.frame(visit, in(text::raise, visit));
  return http::Response::page(
      views::raise(frame, options_.provider.in(visit.lang()), level, wanted_path(visit)));
}

http::Response Room::come_back(identity::Visit& visit) {
  const auto returned = oidc_.come_back(visit);
  http::Response response;
  if (returned) {
    if (returned->too_low) {
      const auto frame = chrome_.frame(visit, in(text::raise, visit));
      const auto why = base::fill(text::too_low, visit.lang(),
                                  {{"provider", options_.provider.in(visit.lang())}});
      response = http::Response::page(views::too_low(frame, why));
    } else {
      response = http::Response::see_other(returned->path);
    }
    if (!returned->token.empty()) sessions_.admit(response, returned->token);
  } else {
    response = came_to_nothing(visit, returned.error());
  }
  oidc_.forget(visit, response);
  return response;
}

http::Response Room::ask_password(identity::Visit& visit) {
  const views::PasswordForm form{.path = wanted_path(visit), .marks = visit.marks()};
  const auto frame = chrome_.frame(visit, in(text::officers, visit));
  return http::Response::page(views::officers(frame, options_.demo, form));
}

http::Response Room::take_password(identity::Visit& visit) {
  views::PasswordForm form{.path = wanted_path(visit), .marks = visit.marks()};
  form.login = visit.fields().get("login").substr(0, 100);
  const auto password = visit.fields().get("password");
  if (form.login.empty()) form.login_error = in(text::login_missing, visit);
  if (password.empty()) form.password_error = in(text::password_missing, visit);
  int status = 422;
  if (form.login_error.empty() && form.password_error.empty()) {
    const auto admitted = accounts_.admit(form.login, password, visit.request(), visit.now());
    if (admitted) {
      const identity::Ticket ticket{admitted->person, admitted->version, admitted->one_time,
                                    form.path, admitted->browser};
      if (!admitted->second) return let_in(visit, ticket, "password", identity::password_level);
      auto response = http::Response::see_other(std::string(identity::second_step_path));
      factor_.give(response, ticket, visit.now());
      return response;
    }
    form.refusal = told(admitted.error(), visit);
    if (admitted.error().why == identity::SignInRefusal::busy) status = 503;
  }
  const auto frame = chrome_.frame(
      visit, std::string(ui::error_title_prefix(visit.lang())) + in(text::officers, visit));
  auto response = http::Response::page(views::officers(frame, options_.demo, form), status);
  if (status == 503) response = std::move(response).with("Retry-After", "4");
  return response;
}

http::Response Room::let_in(identity::Visit& visit, const identity::Ticket& who,
                            std::string_view how, int level) {
  const identity::Opening opening{
      .person = who.person, .officer = true, .how = how, .level = level, .from = visit.request()};
  const auto token =
      db_.write([&](db::Tx& tx) { return sessions_.open(tx, opening, visit.now()); });
  auto response =
      http::Response::see_other(who.one_time ? std::string(identity::new_password_path) : who.path);
  sessions_.admit(response, token);
  accounts_.know(response, visit.request(), who.person, visit.now());
  return response;
}

// The provider may still know this browser, and the next person at it must not be taken for this
// one. A form may not lead off the site (form-action), so that is offered on a page.
http::Response Room::sign_out(identity::Visit& visit) {
  const bool elsewhere = oidc_.ends_elsewhere(visit);
  auto response = http::Response::see_other(elsewhere ? "/dang-xuat/noi-cap" : "/");
  sessions_.close(visit, response);
  return response;
}

http::Response Room::signed_out(identity::Visit& visit) {
  const auto address = oidc_.end_session_address(visit);
  if (!address) return http::Response::see_other("/");
  const auto frame = chrome_.frame(visit, in(text::signed_out, visit));
  return http::Response::page(
      views::signed_out(frame, options_.provider.in(visit.lang()), *address));
}

}  // namespace account
