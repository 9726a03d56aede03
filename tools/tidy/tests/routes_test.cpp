#include <doctest/doctest.h>

#include "tidy/tests/rules.hpp"

using namespace tidy;

namespace {

bool starts(const std::string& row) {
  return !refuses(routes, "src/services/portal/room.cpp", "return {\n" + row + "};");
}

}  // namespace

TEST_CASE("A route says who may walk it") {
  CHECK(starts("{Method::get, \"/\", anyone(), [&](Visit& v) { return home(v, 1); }},"));
  CHECK(starts("{http::Method::post, \"/ho-so/{code}\", officer({role::clerk}), take},"));
  CHECK_FALSE(starts("{Method::get, \"/\", [&](Visit& v) { return home(v); }},"));
  CHECK_FALSE(starts("{Method::get, \"/\", {}, home},"));
  CHECK_FALSE(starts("{Method::get, \"/\", Permission{}, home},"));
  CHECK_FALSE(starts("{Method::get, \"/\", {Permission::To::nobody}, home},"));
  CHECK_FALSE(starts("{.method = x}, {Method::get, \"/\", &home},"));
  CHECK(starts("std::pair{Method::get, 1}"));
}
