// Pages of one's own data; each form keeps what was typed when it is refused.
#include "services/privacy/pages_own.hpp"

#include <fmt/format.h>

#include <charconv>

#include "base/fold.hpp"
#include "engines/identity/identity.hpp"
#include "platform/config/config.hpp"
#include "services/privacy/pages.hpp"
#include "services/privacy/taking.hpp"
#include "services/privacy/text_consents.hpp"
#include "services/privacy/text_requests.hpp"

namespace privacy {
namespace {

constexpr int requests_max = 100;
constexpr std::string_view own_purpose = "privacy.own";
constexpr const char* address = "/tai-khoan/du-lieu";

std::optional<identity::Subject> owner_of(db::Tx& tx, const identity::Visit& visit) {
  const auto id = RequestId::parse(visit.param("request"));
  const auto request = id ? store::find(tx, *id) : std::nullopt;
  return request ? std::optional(identity::Subject{.person = request->person}) : std::nullopt;
}

std::string typed(const identity::Visit& visit, std::string_view name, bool lines = false) {
  return base::tidy(visit.fields().get(name), lines);
}

// Says so in `asking`; nothing of it is cut.
bool too_long(views::Asking& asking, const identity::Visit& visit) {
  const bool wanted = base::length(asking.wanted) > letters_max;
  if (!wanted && base::length(asking.words) <= letters_max) return false;
  asking.error = in(text::too_long, visit);
  asking.error_at = wanted ? "wanted" : "words";
  return true;
}

const base::Text& wrong_value(Field field) {
  switch (field) {
    case Field::birth:
      return text::wrong_birth;
    case Field::gender:
      return text::wrong_gender;
    case Field::phone:
      return text::wrong_phone;
    case Field::email:
      return text::wrong_email;
    default:
      return text::no_value;
  }
}

std::string control_of(Why why) {
  if (why == Why::wrong_value) return "wanted";
  if (why == Why::wrong_paper || why == Why::unread_paper || why == Why::busy || why == Why::secret)
    return "paper";
  return why == Why::gone || why == Why::waiting ? "field" : "words";
}

std::vector<contracts::Kept> kept(db::Tx& tx, const Parts& parts, base::PersonId me,
                                  base::Instant now) {
  std::vector<contracts::Kept> out = {
      {both(text::account_kept), both(text::account_why), both(text::account_until), 1}};
  for (const auto& keeper : parts.keepers) {
    if (!keeper.kept) continue;
    for (auto& one : keeper.kept(tx, me, now)) out.push_back(std::move(one));
  }
  const auto until = both(text::account_until);
  if (const int count = messages::Messages::count(tx, me)) {
    out.push_back({both(text::messages_kept), both(text::messages_why), until, count});
  }
  const auto own =
      store::of_person(tx, me, requests_max).size() + store::consents_of(tx, me).size();
  if (own > 0)
    out.push_back({both(text::requests_kept), both(text::requests_why), until, int(own)});
  out.push_back({both(text::ledger_kept), both(text::ledger_why), both(text::ledger_until),
                 identity::access_count(tx, {.subject = me})});
  return out;
}

}  // namespace

identity::Routes OwnPages::routes() {
  using http::Method;
  const auto resident = identity::resident();
  return {
      {Method::get, address, identity::signed_in(), [this](auto& v) { return overview(v); }},
      {Method::post, "/tai-khoan/du-lieu/tai-ve", resident, [this](auto& v) { return take(v); }},
      {Method::get, "/tai-khoan/du-lieu/sua", resident,
       [this](auto& v) { return form(v, Kind::correction); }},
      {Method::post, "/tai-khoan/du-lieu/sua", resident,
       [this](auto& v) { return ask_correction(v); }, http::with_uploads},
      {Method::get, "/tai-khoan/du-lieu/xoa", resident,
       [this](auto& v) { return form(v, Kind::erasure); }},
      {Method::post, "/tai-khoan/du-lieu/xoa", resident,
       [this](auto& v) { return ask_erasure(v); }},
      {Method::post, "/tai-khoan/du-lieu/yeu-cau/{request}/rut", resident.own(owner_of),
       [this](auto& v) { return withdraw(v); }},
      {Method::get, "/tai-khoan/du-lieu/dong-y", resident, [this](auto& v) { return consents(v); }},
      {Method::post, "/tai-khoan/du-lieu/dong-y", resident, [this](auto& v) { return agree(v); }}};
}

http::Response OwnPages::overview(Visit& visit, const std::string& error) {
  views::Own shown{.lang = visit.lang(), .resident = !visit.who()->officer};
  const auto me = visit.who()->person;
  auto& purpose = visit.purpose(own_purpose);
  const auto fresh = RequestId::parse(visit.fields().get("moi"));
  parts_.db.read([&](db::Tx& tx) {
    shown.kept = kept(tx, parts_, me, visit.now());
    shown.time = calendar::load(tx);
    shown.requests.clear();
    for (auto& request : store::of_person(tx, me, requests_max)) {
      auto wanted = said_value(request.field, request.wanted.open(purpose), visit.lang());
      auto answer = request.answer.open(purpose);
      if (fresh == request.id) {
        shown.notice = base::fill(text::sent, visit.lang(), {{"code", request.code}});
      }
      shown.requests.push_back({std::move(request), std::move(wanted), std::move(answer)});
    }
  });
  shown.now = visit.now();
  shown.error = error;
  shown.marks = [&visit] { return visit.marks(); };
  if (visit.fields().get("xong") == "rut") shown.notice = in(text::withdrawn_notice, visit);
  return own_page(parts_, visit, in(text::my_data, visit), views::own(shown), {},
                  error.empty() ? 200 : 422);
}

http::Response OwnPages::take(Visit& visit) {
  const auto allowed = actions_.take(visit);
  if (!allowed) return overview(visit, said(allowed.error(), visit.lang()));
  return http::Response::file("application/zip", taken_along(parts_, visit), "du-lieu-cua-toi.zip",
                              false);
}

http::Response OwnPages::show(Visit& visit, views::Asking asking, int status) {
  asking.lang = visit.lang();
  asking.marks = visit.marks();
  parts_.db.read([&](db::Tx& tx) {
    asking.waiting.clear();
    for (const auto& one : store::of_person(tx, visit.who()->person, requests_max)) {
      if (one.state == State::waiting && one.kind == asking.kind) asking.waiting.push_back(one);
    }
    asking.terms = terms_on(config::get(tx, "personal_data"), visit.now().local().date);
  });
  const auto& title = asking.kind == Kind::erasure ? text::ask_erasure : text::ask_correction;
  return own_page(parts_, visit, in(title, visit), views::asking(asking),
                  {{in(text::my_data, visit), address}}, status);
}

http::Response OwnPages::form(Visit& visit, Kind kind) {
  const auto field = field_of(visit.fields().get("muc"));
  views::Asking asking{.kind = kind, .field = field ? std::string(code(*field)) : ""};
  if (const auto held = visit.held()) {
    asking.field = std::string(held->get("field").substr(0, 20));
    asking.wanted = base::tidy(held->get("wanted"));
    asking.words = base::tidy(held->get("words"), true);
    asking.secret = held->get("secret") == "yes";
  }
  if (kind == Kind::erasure) {
    const auto trouble = parts_.db.read(
        [&](db::Tx& tx) { return actions_.hindrance(tx, visit.who()->person, visit.now()); });
    if (trouble) asking.hindrance = said(*trouble, visit.lang());
  }
  return show(visit, std::move(asking));
}

http::Response OwnPages::answer(Visit& visit, views::Asking asking, const Actions::Done& done) {
  if (done) return http::Response::see_other(fmt::format("{}?moi={}", address, done->str()));
  const auto why = done.error().why;
  const auto words = why == Why::wrong_value
                         ? in(wrong_value(field_of(asking.field).value_or(Field::other)), visit)
                         : said(done.error(), visit.lang());
  (why == Why::held || why == Why::officer ? asking.hindrance : asking.error) = words;
  asking.error_at = asking.kind == Kind::erasure ? "words" : control_of(why);
  const bool busy = why == Why::busy;
  auto response = show(visit, std::move(asking), busy ? 503 : 422);
  return busy ? response.with("Retry-After", "60") : response;
}

http::Response OwnPages::ask_correction(Visit& visit) {
  views::Asking asking{.kind = Kind::correction,
                       .field = typed(visit, "field"),
                       .wanted = typed(visit, "wanted"),
                       .words = typed(visit, "words", true),
                       .secret = visit.fields().get("secret") == "yes"};
  const auto field = field_of(asking.field);
  if (!field || *field == Field::whole) {
    asking.error = in(text::no_field, visit);
    asking.error_at = "field";
    return show(visit, std::move(asking), 422);
  }
  if (too_long(asking, visit)) return show(visit, std::move(asking), 422);
  const auto* paper = visit.fields().upload("paper");
  const Actions::Correction correction{.field = *field,
                                       .wanted = asking.wanted,
                                       .words = asking.words,
                                       .paper_bytes = paper ? paper->bytes : "",
                                       .paper_name = paper ? paper->file_name : "",
                                       .secret = asking.secret};
  return answer(visit, std::move(asking), actions_.ask_correction(visit, correction));
}

http::Response OwnPages::ask_erasure(Visit& visit) {
  views::Asking asking{.kind = Kind::erasure, .words = typed(visit, "words", true)};
  if (too_long(asking, visit)) return show(visit, std::move(asking), 422);
  const auto done = actions_.ask_erasure(visit, asking.words);
  return answer(visit, std::move(asking), done);
}

http::Response OwnPages::withdraw(Visit& visit) {
  const auto id = RequestId::parse(visit.param("request"));
  const auto done = actions_.withdraw(visit, id.value_or(RequestId{}));
  if (!done) return overview(visit, said(done.error(), visit.lang()));
  return http::Response::see_other("/tai-khoan/du-lieu?xong=rut");
}

http::Response OwnPages::consents(Visit& visit, const std::string& error,
                                  const std::string& error_kind) {
  views::Consents shown{.lang = visit.lang(), .error = error, .error_kind = error_kind};
  std::map<std::pair<std::string, int>, base::Words> titles;
  parts_.db.read([&](db::Tx& tx) {
    shown.texts = store::consent_texts(tx);
    shown.given = store::consents_of(tx, visit.who()->person);
    for (const auto& one : shown.given) {
      const auto words = store::consent_text(tx, one.kind, one.version);
      titles[{one.kind, one.version}] = words ? words->title : base::Words{one.kind, one.kind};
    }
  });
  shown.title = [&](const Consent& one) { return titles[{one.kind, one.version}]; };
  shown.marks = [&visit] { return visit.marks(); };
  if (visit.fields().get("xong") == "luu") shown.notice = in(text::consent_saved, visit);
  return own_page(parts_, visit, in(text::consents, visit), views::consents(shown),
                  {{in(text::my_data, visit), address}}, error.empty() ? 200 : 422);
}

http::Response OwnPages::agree(Visit& visit) {
  const auto kind = typed(visit, "kind");
  const auto asked = visit.fields().get("version").substr(0, 9);
  int version = 0;
  std::from_chars(asked.data(), asked.data() + asked.size(), version);
  const bool withdraws = visit.fields().get("what") == "withdraw";
  if (!withdraws && visit.fields().get("agree-" + kind) != "yes") {
    return consents(visit, said(Trouble{Why::not_ticked}, visit.lang()), kind);
  }
  const auto done =
      withdraws ? actions_.withdraw_consent(visit, kind) : actions_.consent(visit, kind, version);
  if (!done) return consents(visit, said(done.error(), visit.lang()), kind);
  return http::Response::see_other("/tai-khoan/du-lieu/dong-y?xong=luu");
}

}  // namespace privacy
