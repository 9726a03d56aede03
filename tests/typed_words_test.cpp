// What people typed into any form of any room comes back to them, made from the manifests.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cast/city.hpp"
#include "engines/journal/acts.hpp"
#include "platform/http/router.hpp"
#include "support/browser.hpp"

namespace {

using cast::City;
using http::Method;
using identity::Permission;
using identity::Who;
using support::Browser;

constexpr const char* words = "Chữ đã gõ <rồi>";
constexpr const char* words_shown = "Chữ đã gõ &lt;rồi&gt;";

bool has(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

// Whose form it is: a resident's or an officer's.
const Who& owner(City& city, const identity::Route& route) {
  const bool officers = route.permission.to == Permission::To::officer;
  return officers ? city.boss : city.town.lan;
}

Browser signed_in(City& city, const Who& who) {
  Browser browser(city.site(), "http://127.0.0.1:8080");
  browser.cookies["taydo_session"] = city.sign_in(who);
  return browser;
}

// A form of a page, as far as a browser would send it.
struct Form {
  std::string action;
  Browser::Pairs fields;  // hidden ones as they are, the others typed into
  std::string controls;   // names of what was typed into
};

std::string attribute(std::string_view tag, std::string_view name) {
  const auto mark = " " + std::string(name) + "=\"";
  const auto at = tag.find(mark);
  if (at == tag.npos) return "";
  const auto from = at + mark.size();
  return std::string(tag.substr(from, tag.find('"', from) - from));
}

std::vector<Form> forms_of(const std::string& page) {
  std::vector<Form> out;
  for (std::size_t at = 0; (at = page.find("<form", at)) != page.npos;) {
    const auto end = std::min(page.find("</form>", at), page.size());
    const std::string_view text(page.data() + at, end - at);
    at = end;
    const auto head = text.substr(0, text.find('>'));
    if (attribute(head, "method") != "post") continue;
    Form form{attribute(head, "action"), {}, ""};
    for (std::size_t i = 0; (i = text.find('<', i)) != text.npos; ++i) {
      const auto tag = text.substr(i, text.find('>', i) - i);
      auto flat = std::string(tag);
      std::ranges::replace(flat, '\n', ' ');
      const auto name = attribute(flat, "name"), type = attribute(flat, "type");
      if (name.empty()) continue;
      if (tag.starts_with("<textarea") || (tag.starts_with("<input") && type == "text")) {
        form.fields.emplace_back(name, words);
        form.controls += name + " ";
      } else if (tag.starts_with("<input") && type == "hidden") {
        form.fields.emplace_back(name, attribute(flat, "value"));
      }
    }
    out.push_back(std::move(form));
  }
  return out;
}

// The first control one types into, of that page's form which is posted to that address; some name
// if there is none, for most forms stand on another page.
std::string control_of(const http::Response& page, const std::string& action) {
  for (const auto& form : forms_of(page.body)) {
    if (form.action != action || form.controls.empty()) continue;
    return form.controls.substr(0, form.controls.find(' '));
  }
  return "ghi-chu-la";
}

// Posts after the session has ended, signs in again and opens the page one is led to.
http::Response after_ending(City& city, Browser& browser, const Who& who, const std::string& action,
                            const Browser::Pairs& fields, const std::string& page) {
  city.db().write([&](db::Tx& tx) {
    tx.execute("UPDATE identity_session SET ended_at = $1", {city.town.now});
  });
  const auto sent = browser.post(action, fields, {{"referer", "http://127.0.0.1:8080" + page}});
  CHECK(sent.status == 303);
  auto to = support::location(sent);
  CAPTURE(to);
  REQUIRE(to.starts_with("/dang-nhap?ve="));
  to = to.substr(14);
  const auto back = http::parse_query("ve=" + to).value();
  browser.cookies["taydo_session"] = city.sign_in(who);
  return browser.get(std::string(back.get("ve")));
}

}  // namespace

TEST_CASE("Whatever was typed when the session ended stands on the page one is led back to") {
  // Pages that take back themselves what is theirs, which are choices: nothing is typed there.
  const std::set<std::string_view> choices = {"/to-khai/{draft}/noi-nhan", "/tai-khoan/du-lieu/xoa",
                                              "/tin-nhan/da-doc"};
  City city;
  int tried = 0;
  for (const auto& route : city.routes()) {
    if (route.method != Method::post || route.permission.to == Permission::To::anyone) continue;
    if (choices.contains(route.pattern)) continue;
    CAPTURE(std::string(route.pattern));
    const auto& who = owner(city, route);
    auto browser = signed_in(city, who);
    const auto address = city.filled(route.pattern);
    browser.get("/tai-khoan");  // any page: its token proves the browser
    const auto page =
        after_ending(city, browser, who, address,
                     {{control_of(browser.get(address), address), words}}, "/tai-khoan");
    CHECK(has(page.body, words_shown));
    CHECK_FALSE(has(browser.get("/tai-khoan").body, words_shown));  // once
    ++tried;
  }
  CHECK(tried > 30);
}

TEST_CASE("Each form on each page takes back the very fields it was typed into") {
  City city;
  http::Router posts;
  for (const auto& route : city.routes()) {
    if (route.method == Method::post) posts.add(route.method, route.pattern);
  }
  std::set<std::string> filled;
  for (const auto& route : city.routes()) {
    if (route.method != Method::get || route.permission.to == Permission::To::anyone) continue;
    const auto& who = owner(city, route);
    const auto address = city.filled(route.pattern);
    CAPTURE(address);
    auto browser = signed_in(city, who);
    const auto seen = browser.get(address);
    if (seen.status != 200 || !seen.content_type.starts_with("text/html")) continue;
    for (const auto& form : forms_of(seen.body)) {
      if (form.controls.empty() || posts.find(Method::post, form.action).status != 200) continue;
      if (!filled.insert(form.action + " " + form.controls).second) continue;
      CAPTURE(form.action);
      CAPTURE(form.controls);
      browser = signed_in(city, who);
      browser.get(address);
      const auto page = after_ending(city, browser, who, form.action, form.fields, address);
      CHECK(page.status == 200);
      bool whole = false;
      for (const auto& again : forms_of(page.body)) {
        whole = whole || (again.action == form.action && again.controls == form.controls);
      }
      if (!whole) continue;  // the page has moved on; the first test says that the words are there
      const auto count = std::ranges::count(form.controls, ' ');
      std::ptrdiff_t found = 0;
      for (auto at = page.body.find(words_shown); at != page.body.npos;
           at = page.body.find(words_shown, at + 1)) {
        ++found;
      }
      CHECK(found >= count);
    }
  }
  MESSAGE("forms filled: ", filled.size());
  CHECK(filled.size() > 15);
}

TEST_CASE(
    "No form sent again with other content is answered as done, and what was typed is shown") {
  // These keep no act: the newest is what counts, and it is what was sent last.
  const std::set<std::string_view> newest = {
      "/thu-tuc/{code}/nop-ho-so", "/to-khai/{draft}/{step}", "/to-khai/{draft}/noi-nhan",
      "/to-khai/{draft}/xoa",
      // without the calendar of a preview it leads back to where one is made
      "/quan-tri/lich/cong-bo"};
  City city;
  int told = 0, n = 0;
  for (const auto& route : city.routes()) {
    if (route.method != Method::post || route.permission.to == Permission::To::anyone) continue;
    CAPTURE(std::string(route.pattern));
    const auto id = fmt::format("reuse{}", ++n);
    city.db().write([&](db::Tx& tx) {
      city.town.journal.append(tx, city.town.now,
                               {.act = journal::with_content("form-" + id, "0123456789abcdef"),
                                .actor = city.boss.actor(),
                                .verb = "test.first",
                                .subject_kind = "test",
                                .subject = 1});
    });
    const auto answer =
        city.call(route, owner(city, route), "ghi-chu-la=" + std::string(words) + "&act=" + id);
    CAPTURE(answer.status);
    if (answer.status == 409) {
      CHECK(has(answer.body, words_shown));
      ++told;
    } else if (!newest.contains(route.pattern)) {
      // Refused or shown before anything was done: a field is missing, or it is not theirs now.
      CHECK(answer.status != 303);
      CHECK(answer.status < 500);
    }
  }
  MESSAGE("told: ", told);
  CHECK(told > 10);
}
