// An act id that came with a form is never one the program uses by itself.
#include <doctest/doctest.h>

#include "cast/city.hpp"

TEST_CASE("Nobody keeps a notice from being read by typing the id of that act first") {
  cast::City city;
  int posted = 0;
  for (const auto& route : city.routes()) {
    if (route.method != http::Method::post || route.pattern != "/tai-khoan/tin-nhan") continue;
    CHECK(city.call(route, city.town.lan, "act=read-17").status == 303);
    ++posted;
  }
  CHECK(posted == 1);
  city.db().write([&](db::Tx& tx) {
    CHECK(journal::Journal::find_act(tx, "form-read-17"));
    CHECK_FALSE(journal::Journal::find_act(tx, "read-17"));  // free for the notice itself
  });
}
