#include "base/json_keys.hpp"

#include <doctest/doctest.h>

#include "base/nearest.hpp"

TEST_CASE("A key that stands twice in one object is found with its line, elsewhere it is free") {
  const auto found = [](std::string_view text) {
    std::string out;
    for (const auto& [line, key] : base::json::repeated_keys(text)) {
      out += key + "@" + std::to_string(line) + " ";
    }
    return out;
  };
  CHECK(found("{\"a\": 1,\n\"b\": 2,\n\"a\": 3}") == "a@3 ");
  CHECK(found(R"({"a": {"a": 1}, "b": [{"a": 1}, {"a": 2}], "c": "a"})") == "");
  CHECK(found(R"({"a": "\"a\": {", "b": "}", "a": [1, "x"]})") == "a@1 ");
  CHECK(found(R"({"x": ["a", "a"], "x\"": 1, "x\"": 2})") == "x\\\"@1 ");
  CHECK(found("[]") == "");
}

TEST_CASE("The name somebody meant is the nearest one, and none where nothing is near") {
  const std::vector<std::string> names = {"subject_name", "subject_birth", "place"};
  CHECK(base::nearest("sujbect_name", names) == "subject_name");
  CHECK(base::nearest("plaze", names) == "place");
  CHECK(base::nearest("hotline", names) == "");
  CHECK(base::nearest("", names) == "");
}
