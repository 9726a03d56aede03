// Who administers changes by two people only: every act that administration offers is tried by one.
#include <map>
#include <regex>
#include <set>

#include "cast/three.hpp"
#include "engines/identity/account_desk.hpp"
#include "engines/units/reorganise.hpp"

namespace {

using namespace cast;

enum class Becomes {
  nothing,  // it cannot change who administers, or is refused
  asked,    // a second administrator is asked
  less      // one may: it only takes away what somebody was lent
};
struct Attempt {
  std::string_view pattern;
  std::string fields;
  Becomes becomes = Becomes::nothing;
};

// Every post of administration and of one's own account, filled in so that one administrator would
// change who administers if one could. An act that is added to a page has to be added here.
using Attempts = std::vector<Attempt>;
using enum Becomes;

Attempts on_accounts(Three& hall) {
  return {
      {account_page, "viec=lock&version=1"},
      {account_page, "viec=unlock&version=1"},
      {account_page, "viec=password&version=1"},
      {account_page, "viec=end_session&session=1&version=1"},
      {account_page, "viec=end_sessions&version=1"},
      {account_page, "viec=ask_lock&version=1&reason_ask_lock=x", asked},
      {account_page, "viec=ask_unlock&version=1&reason_ask_unlock=x", asked},
      {account_page, "viec=ask_password&version=1&reason_ask_password=x", asked},
      {account_page, "viec=ask_reset&version=1&reason_ask_reset=x", asked},
      {account_page, "viec=ask_end&version=1&reason_ask_end=x", asked},
      {"/quan-tri/tai-khoan-moi", "login=la.mat&nguoi=" + hall.city.stranger.person.str(), asked},
      {"/tai-khoan/mat-khau", "old=x&new=mot mat khau dai"},
      {"/tai-khoan/phien", "session=1"},
      {"/tai-khoan/phien/khac", ""},
      {"/tai-khoan/xac-thuc", "code=000000"},
      {"/tai-khoan/xac-thuc/ma-du-phong", "code_renew=000000"},
      {"/tai-khoan/xac-thuc/bo", "code_give_up=000000"}};
}

Attempts on_offices(Three& hall) {
  auto& city = hall.city;
  const auto today = city.today();
  const auto office = [&](base::UnitId in) {
    return fmt::format("unit={}&role=SYS_ADMIN&title_vi=Quản trị", in.value) + day("from", today);
  };
  return {{"/quan-tri/nguoi/moi", "name=Người Mới&confirmed=yes&" + office(city.city())},
          {"/quan-tri/nguoi/{person}/bo-nhiem", office(city.town.ward), asked},
          {position_page, "viec=ket-thuc&version=1&confirmed=yes" + day("last", today), asked},
          {position_page, "viec=sua&version=1&confirmed=yes&title_vi=Khác&title_en=Other" +
                              day("from", today) + day("to", today + 2)},
          {position_page, "viec=rut-lai&version=1"},
          {"/quan-tri/nguoi/{person}/ban-giao", "viec=xem"},
          {"/quan-tri/nguoi/{person}/ban-giao",
           fmt::format("viec=lam&to={}", hall.chi.person.str()) + day("day", today)},
          {"/quan-tri/nguoi/{person}/dinh-danh", "ly-do=correct&viec=sua&name=Khác&version=1"},
          {"/quan-tri/nguoi/{person}/dinh-danh", "ly-do=correct&viec=giay-to&number=123456789"},
          {"/quan-tri/nguoi/{person}/dinh-danh", "ly-do=correct&viec=xoa-giay-to&giay-to=1"}};
}

Attempts on_delegations(Three& hall) {
  auto& city = hall.city;
  const auto today = city.today();
  const auto own =
      city.db().read([&](db::Tx& tx) { return identity::positions(tx, city.boss.person, today); });
  const auto administers = std::ranges::find_if(
      own, [&](const auto& p) { return p.role == "SYS_ADMIN" && p.unit == city.city(); });
  const auto absence = [&](base::PositionId which, const Who& to) {
    return fmt::format("position={}&to={}&signing=TUQ&reason=x", which.str(), to.person.str()) +
           day("first", today) + day("last", today + 3);
  };
  return {{"/quan-tri/nguoi/{person}/uy-quyen", absence(city.position, hall.chi), asked},
          {"/tai-khoan/uy-quyen", absence(administers->id, hall.target), asked},
          {"/tai-khoan/uy-quyen", "viec=thu-hoi&delegation=" + city.delegation.str()},
          {"/quan-tri/uy-quyen/{delegation}", "", less}};
}

Attempts on_units(Three& hall) {
  auto& city = hall.city;
  const auto seen =
      city.db().read([&](db::Tx& tx) { return units::fingerprint(tx, city.town.ward); });
  const auto changed = [&](std::string_view deed) {
    return fmt::format("viec={}&ngay={}&can_cu=Nghị quyết&da_xem={}", deed,
                       (city.today() + 30).vn(), seen);
  };
  return {{unit_page, changed("rename") + "&ten=Phường Mới&loai=ward"},
          {unit_page, changed("move") + "&cap_tren=92"},
          {unit_page, changed("close")},
          {unit_page, changed("begin") + "&ten_moi=Phòng&loai_moi=division&ma_moi=X1"},
          {unit_page, changed("code") + "&he_thong=QD20&ma_do=1"}};
}

// What is about other things; and last, because it decides what the others asked, the second's.
Attempts on_the_rest() {
  Attempts out;
  for (const auto* pattern :
       {"/quan-tri/lich/ngay", "/quan-tri/lich/nhap", "/quan-tri/lich/gio",
        "/quan-tri/lich/cong-bo", "/quan-tri/viec-nen", "/quan-tri/viec-nen/{job}",
        "/quan-tri/viec-nen/{job}/bo", "/quan-tri/nhat-ky/niem-phong", "/quan-tri/thu",
        "/quan-tri/su-co/moi", "/quan-tri/su-co/{incident}/sua", "/quan-tri/su-co/{incident}/buoc",
        "/quan-tri/su-co/{incident}/dong"}) {
    out.push_back({pattern, ""});
  }
  out.push_back({"/quan-tri/to-chuc/moi", "name=Công ty&kind=company"});
  for (const auto* what : {"sua", "thoi", "dai-dien"}) {
    out.push_back({"/quan-tri/to-chuc/{organisation}", "version=1&viec=" + std::string(what)});
  }
  out.push_back({"/quan-tri/du-lieu-ca-nhan/{request}", "viec=grant&answer=x"});
  for (const auto* what : {"confirm", "decline", "withdraw"}) {
    out.push_back({"/quan-tri/hai-nguoi", "request=1&viec=" + std::string(what)});
  }
  return out;
}

Attempts attempts(Three& hall) {
  Attempts out;
  for (const auto& some :
       {on_accounts(hall), on_offices(hall), on_delegations(hall), on_units(hall), on_the_rest()}) {
    out.insert(out.end(), some.begin(), some.end());
  }
  return out;
}

std::string viec_in(std::string_view fields) {
  static const std::regex of("viec=([a-z_-]+)");
  std::cmatch found;
  const std::string text(fields);
  return std::regex_search(text.c_str(), found, of) ? found[1].str() : "";
}

}  // namespace

TEST_CASE("Whatever one administrator posts alone, those who administer stay who they were") {
  Three hall;
  const auto all = attempts(hall);
  for (const auto& one : all) {
    CAPTURE(one.pattern);
    CAPTURE(one.fields);
    const auto before = hall.powers();
    const auto asked = hall.requests();
    const auto status = hall.post(one.pattern, hall.city.boss, one.fields).status;
    CHECK(status < 500);
    CHECK(status != 403);
    if (one.becomes != Becomes::less) CHECK(hall.powers() == before);
    if (one.becomes == Becomes::asked) CHECK(hall.requests() == asked + 1);
  }
  // Nor by confirming what the same one asked.
  const auto before = hall.powers();
  for (const auto kind :
       {identity::lock_account_kind, identity::unlock_account_kind, identity::give_password_kind,
        identity::reset_factor_kind, identity::end_account_kind, identity::open_account_kind,
        identity::change_administrator_kind, identity::delegate_administrator_kind}) {
    CAPTURE(kind);
    CHECK(hall.confirm(hall.city.boss, kind).status == 422);
    CHECK(hall.powers() == before);
  }
}

TEST_CASE("Every act of administration stands in that table") {
  Three hall;
  std::map<std::string_view, std::set<std::string>> known;
  for (const auto& one : attempts(hall)) known[one.pattern].insert(viec_in(one.fields));
  const auto of_office = [](std::string_view pattern) {
    return pattern.starts_with("/quan-tri") || pattern.starts_with("/tai-khoan");
  };
  static const std::regex verb("name=\"viec\"[^>]*value=\"([a-z_-]+)\"");
  std::set<std::string> verbs;
  for (const auto& [pattern, some] : known) verbs.insert(some.begin(), some.end());
  for (const auto& route : hall.city.routes()) {
    if (!of_office(route.pattern)) continue;
    CAPTURE(route.pattern);
    const auto to = route.permission.to;
    if (to == identity::Permission::To::resident) continue;
    if (route.method == http::Method::post) {
      // Where one's own letters go and what the city keeps of oneself give nobody any power.
      const bool own = route.pattern.starts_with("/tai-khoan/tin-nhan") ||
                       route.pattern.starts_with("/tai-khoan/du-lieu");
      CHECK_MESSAGE((own || known.contains(route.pattern)), "a post nobody tried alone");
      continue;
    }
    const auto page = hall.city.call(route, hall.city.boss, "").body;
    for (auto it = std::sregex_iterator(page.begin(), page.end(), verb);
         it != std::sregex_iterator(); ++it) {
      CHECK_MESSAGE(verbs.contains((*it)[1].str()),
                    "an act nobody tried alone: " << (*it)[1].str());
    }
  }
}
