// What a room offers over HTTP, with the permission each address asks for.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "engines/identity/visit.hpp"
#include "platform/ui/shell.hpp"

namespace identity {

// Who may call a route. Scope (which unit, which dossier) is decided by the page from Who: what you
// may not see answers 404.
struct Permission {
  enum class To { nobody, anyone, resident, officer };
  To to = To::nobody;                        // a route left at this does not start
  std::vector<std::string_view> roles = {};  // officer: any of these; empty: any position
};

inline Permission anyone() { return {Permission::To::anyone}; }
inline Permission resident() { return {Permission::To::resident}; }
inline Permission officer(std::vector<std::string_view> roles = {}) {
  return {Permission::To::officer, std::move(roles)};
}

struct Route {
  http::Method method;
  std::string_view pattern;  // "/ho-so/{code}"
  Permission permission;
  std::function<http::Response(Visit&)> handle;
};

using Routes = std::vector<Route>;

// What stands around the content of every page: made once by the wiring, the same in all rooms.
struct Chrome {
  std::function<ui::Frame(const Visit&, std::string title)> frame;
  // An officer's whole page: navigation with counts, search, who and where.
  std::function<base::Html(const Visit&, ui::OfficerPage)> officer_page;
  std::function<http::Response(const Visit&)> not_found;  // 404, for what may not be seen
};

}  // namespace identity
