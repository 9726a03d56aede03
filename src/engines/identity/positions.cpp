// The rules of positions.
#include "engines/identity/positions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/fold.hpp"
#include "base/json.hpp"
#include "engines/identity/roles.hpp"
#include "engines/identity/store_positions.hpp"
#include "engines/identity/text_roles.hpp"

namespace identity {
namespace {

constexpr std::size_t title_max = 200;
constexpr int role_max = 200;
const base::Date first_day = *base::Date::of(1945, 9, 2);
const base::Date last_day = *base::Date::of(2145, 9, 1);

bool fits(const base::Words& title) {
  return base::length(title.vi) <= title_max && base::length(title.en) <= title_max;
}

bool is_code(std::string_view code) {
  return !code.empty() && code.size() <= 40 &&
         code.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == code.npos;
}

}  // namespace

std::optional<PositionTrouble> trouble_with(db::Tx& tx, const Position& p) {
  using Why = PositionRefusal;
  if (base::tidy(p.title.vi).empty()) return PositionTrouble{Why::no_title};
  if (!fits(p.title)) return PositionTrouble{Why::long_title};
  const auto last = p.to.value_or(p.from);
  if (last < p.from) return PositionTrouble{Why::reversed};
  if (p.from < first_day || p.from > last_day || last > last_day) return PositionTrouble{Why::far};
  if (auto other = store::overlapping(tx, p)) return PositionTrouble{Why::overlaps, other};
  return std::nullopt;
}

bool may_be_taken_back(const Held& held, base::Date today) {
  return !held.taken_back && held.appointed_at && held.appointed_at->local().date == today;
}

namespace {

std::vector<Role> read_roles(const base::json::value& json, reading::Flaws& flaws) {
  std::vector<Role> all;
  const auto* list = json.if_array();
  if (!list || list->size() > role_max) {
    flaws.push_back(reading::flaw("", text::no_roles, {{"max", std::to_string(role_max)}}));
    return all;
  }
  for (std::size_t i = 0; i < list->size(); ++i) {
    reading::Object o((*list)[i], "/" + std::to_string(i), flaws);
    Role role{o.text("code"), o.words("name")};
    role.office = o.flag("office", true);
    o.nothing_else();
    if (!role.code.empty() && !is_code(role.code)) o.complain("code", text::bad_role);
    if (std::ranges::count(all, role.code, &Role::code)) o.complain("code", text::role_twice);
    all.push_back(std::move(role));
  }
  return all;
}

}  // namespace

reading::Flaws flaws_in_roles(const base::json::value& json) {
  reading::Flaws flaws;
  read_roles(json, flaws);
  return flaws;
}

std::optional<std::string> import_roles(db::Tx& tx, std::string_view text) {
  const auto json = base::json::parse(text);
  if (!json) return fmt::format("line {}: {}", json.error().line, json.error().message);
  reading::Flaws flaws;
  const auto all = read_roles(*json, flaws);
  if (!flaws.empty()) {
    const auto line = base::json::line_of(text, flaws.front().pointer);
    return fmt::format("line {}: {}", line, flaws.front().message.en);
  }
  for (std::size_t place = 0; place < all.size(); ++place) {
    store::keep_role(tx, all[place], int(place));
  }
  return std::nullopt;
}

}  // namespace identity
