// Which route a method and a path mean: "/ho-so/{code}/tai-lieu/{id}".
#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/http/http.hpp"

namespace http {

class Router {
 public:
  struct Match {
    int status = 404;       // 200: `route` and `captured` hold; 405: `allow` does; 404
    std::size_t route = 0;  // as `add` answered
    std::vector<std::pair<std::string, std::string>> captured;  // by the names of the holes
    std::string allow;  // what the path does answer to, for the Allow header

    std::string_view at(std::string_view name) const;  // "" if there is no such hole
  };

  Router();
  ~Router();

  // Answers 0, 1, 2 ... in the order of adding. A {hole} is one whole segment, never empty; a
  // literal segment wins over a hole. The same method and pattern twice is a Bug, so is a crooked
  // pattern.
  std::size_t add(Method method, std::string_view pattern);

  // HEAD goes where GET goes.
  Match find(Method method, std::string_view path) const;

 private:
  struct Node;
  std::unique_ptr<Node> root_;
  std::vector<std::vector<std::string>> hole_names_;  // by route
};

}  // namespace http
