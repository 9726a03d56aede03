// The pages of the second factor: its step at sign-in, enrolling, recovery codes, giving it up.
#include <fmt/format.h>

#include "platform/ui/forms.hpp"
#include "services/account/room.hpp"
#include "services/account/text.hpp"
#include "services/account/text_provider.hpp"
#include "services/account/text_second.hpp"
#include "services/account/views.hpp"
#include "services/account/views_second.hpp"

namespace account {
namespace {

using identity::FactorRefusal;

std::string in(const base::Text& text, const identity::Visit& visit) {
  return std::string(text.in(visit.lang()));
}

std::string words_of(const identity::FactorTrouble& trouble, const identity::Visit& visit) {
  switch (trouble.why) {
    case FactorRefusal::wrong:
      return in(text::code_wrong, visit);
    case FactorRefusal::wait:
      return base::fill(text::code_wait, visit.lang(), {{"time", trouble.until->local().vn()}});
    case FactorRefusal::already:
      return in(text::already, visit);
    case FactorRefusal::demanded:
      return in(text::kept_on, visit);
  }
  return "";
}

// Whoever is no officer has no second factor here: residents prove themselves at their provider.
bool may(const identity::Visit& visit) { return visit.who() != nullptr && visit.who()->officer; }

}  // namespace

http::Response Room::ask_code(identity::Visit& visit) {
  if (!factor_.ticket(visit.request(), visit.now())) {
    const auto path = factor_.wanted(visit.request());
    return http::Response::see_other(path == "/"
                                         ? std::string("/dang-nhap/can-bo")
                                         : "/dang-nhap/can-bo?ve=" + base::url_encoded(path));
  }
  const auto frame = chrome_.frame(visit, in(text::second_step, visit));
  return http::Response::page(views::ask_code(frame, {visit.marks(), ""}));
}

http::Response Room::take_code(identity::Visit& visit) {
  const auto ticket = factor_.ticket(visit.request(), visit.now());
  if (!ticket || !accounts_.stands(ticket->person, ticket->version)) {
    const auto frame = chrome_.frame(visit, in(text::not_signed_in, visit));
    auto response = http::Response::page(views::came_to_nothing(frame, in(text::ticket_over, visit),
                                                                factor_.wanted(visit.request())),
                                         400);
    factor_.take_back(response);
    return response;
  }
  const auto code = visit.fields().get("code"), recovery = visit.fields().get("recovery");
  views::CodeForm form{visit.marks(), in(text::code_missing, visit)};
  if (!code.empty() || !recovery.empty()) {
    const auto proof =
        factor_.prove(*ticket, code.empty() ? recovery : code, visit.request().remote, visit.now());
    if (proof) {
      const auto* how =
          *proof == identity::Proof::app ? "password_and_app" : "password_and_recovery";
      auto response = let_in(visit, *ticket, how, identity::second_factor_level);
      factor_.take_back(response);
      return response;
    }
    form.error = words_of(proof.error(), visit);
  }
  const auto frame = chrome_.frame(
      visit, std::string(ui::error_title_prefix(visit.lang())) + in(text::second_step, visit));
  return http::Response::page(views::ask_code(frame, form), 422);
}

http::Response Room::show_second_factor(identity::Visit& visit,
                                        std::optional<identity::FactorTrouble> trouble,
                                        std::string_view form) {
  const auto& who = *visit.who();
  const auto day = visit.now().local().date;
  bool must = false;
  const auto status = db_.read([&](db::Tx& tx) {
    must = identity::SecondFactor::demanded(tx, identity::positions(tx, who.person, day), day);
    return identity::SecondFactor::status(tx, who.person);
  });
  base::Html main;
  if (status) {
    views::Enrolled shown{
        visit.lang(), status->enrolled, status->codes_left, must, {}, {}, form, [&visit] {
          return visit.marks();
        }};
    if (trouble) {
      auto& words = trouble->why == FactorRefusal::already ? shown.notice : shown.error;
      words = words_of(*trouble, visit);
    }
    main = views::enrolled(shown);
  } else {
    const auto offer = factor_.offer(visit, "Tây Đô");
    main = views::enrol({visit.lang(), must, !options_.demo.empty(), offer.secret, offer.address,
                         visit.marks(), trouble ? words_of(*trouble, visit) : ""});
  }
  return shell(visit, text::factor, std::move(main), trouble ? 422 : 200);
}

http::Response Room::second_factor(identity::Visit& visit) {
  if (!visit.who()) return to_sign_in(visit);
  return may(visit) ? show_second_factor(visit, {}, "") : chrome_.not_found(visit);
}

http::Response Room::show_codes(identity::Visit& visit, const std::vector<std::string>& codes,
                                const std::string& session) {
  const auto whom =
      base::fill(text::for_whom, visit.lang(),
                 {{"name", visit.who()->name}, {"day", visit.now().local().date.vn()}});
  auto response = shell(visit, text::your_codes, views::codes(visit.lang(), whom, codes));
  response.with("Cache-Control", "no-store");
  if (!session.empty()) sessions_.admit(response, session);
  return response;
}

http::Response Room::enrol(identity::Visit& visit) {
  if (!visit.who()) return to_sign_in(visit);
  if (!may(visit)) return chrome_.not_found(visit);
  const auto codes = factor_.enrol(visit, visit.fields().get("code"));
  if (!codes) return show_second_factor(visit, codes.error(), "");
  return show_codes(visit, *codes, sessions_.renew(visit, identity::second_factor_level));
}

http::Response Room::renew_codes(identity::Visit& visit) {
  if (!visit.who()) return to_sign_in(visit);
  if (!may(visit)) return chrome_.not_found(visit);
  const auto codes = factor_.renew_codes(visit, visit.fields().get("code_renew"));
  if (!codes) return show_second_factor(visit, codes.error(), "renew");
  return show_codes(visit, *codes, "");
}

http::Response Room::give_up(identity::Visit& visit) {
  if (!visit.who()) return to_sign_in(visit);
  if (!may(visit)) return chrome_.not_found(visit);
  const auto done = factor_.give_up(visit, visit.fields().get("code_give_up"));
  if (!done) return show_second_factor(visit, done.error(), "give_up");
  return http::Response::see_other("/tai-khoan?xong=xac-thuc");
}

}  // namespace account
