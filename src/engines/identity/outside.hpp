// Which pages wait for another server: a room offers the list beside its routes.
#pragma once

#include <string_view>
#include <vector>

namespace identity {

// Such pages have threads of their own, few of them; a page that calls outside and stands in no
// list is a Bug at its first call. Only what is asked for with GET.
struct Outside {
  std::string_view pattern;  // of the route
  std::string_view lane;     // outgoing::Lane::name
};
using OutsidePages = std::vector<Outside>;

}  // namespace identity
