// An act id that came with a form is never one the program uses by itself.
#include <doctest/doctest.h>

#include <algorithm>

#include "cast/city.hpp"
#include "services/one_stop/notices.hpp"

TEST_CASE("Nobody keeps a notice from being read by typing the id of that act first") {
  cast::City city;
  const auto& lan = city.town.lan;
  auto& town = city.town;
  const messages::Notice notice{.act = "told",
                                .to = lan.person,
                                .kind = one_stop::notice::refused,
                                .values = {{"code", city.code()},
                                           {"procedure", base::Words{"Cấp giấy", "A certificate"}},
                                           {"unit", base::Words{"Phường", "The ward"}},
                                           {"reason", std::string("Thiếu giấy tờ")}},
                                .subject_kind = "dossier",
                                .subject = 1};
  city.db().write([&](db::Tx& tx) { town.messages.tell(tx, town.now, notice); });
  const auto message = town.inbox(lan).at(0).id;
  const auto asks = [&](http::Method method, std::string_view pattern, const std::string& fields) {
    for (const auto& route : city.routes()) {
      if (route.method == method && route.pattern == pattern) return city.call(route, lan, fields);
    }
    FAIL("no such route");
    return http::Response();
  };
  const auto typed = asks(http::Method::post, "/tai-khoan/tin-nhan", "act=read-" + message.str());
  CHECK(typed.status == 303);
  CHECK(asks(http::Method::get, "/tin-nhan/{message}", "").status == 200);
  const auto entries = city.db().read(
      [&](db::Tx& tx) { return journal::Journal::of(tx, "message", message.value); });
  CHECK(std::ranges::count(entries, "messages.read", &journal::Entry::verb) == 1);
}
