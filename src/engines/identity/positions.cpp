// The rules of positions.
#include "engines/identity/positions.hpp"

#include <fmt/format.h>

#include "base/fold.hpp"
#include "base/json.hpp"
#include "engines/identity/store_positions.hpp"

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

std::optional<std::string> import_roles(db::Tx& tx, std::string_view text) {
  const auto json = base::json::parse(text);
  if (!json) return fmt::format("line {}: {}", json.error().line, json.error().message);
  if (!json->is_array() || json->get_array().size() > role_max) return "line 1: a list of roles";
  std::vector<Role> all;
  for (const auto& item : json->get_array()) {
    const auto at = base::json::line_of(text, fmt::format("/{}", all.size()));
    if (!item.is_object()) return fmt::format("line {}: a role is an object", at);
    const auto& one = item.get_object();
    const auto& name = base::json::object_at(one, "name");
    Role role{std::string(base::json::text_at(one, "code")),
              {std::string(base::json::text_at(name, "vi")),
               std::string(base::json::text_at(name, "en"))}};
    const auto* office = one.if_contains("office");
    role.office = !(office && office->is_bool() && !office->get_bool());
    if (!is_code(role.code)) return fmt::format("line {}: a code is like SPECIALIST", at);
    if (role.name.vi.empty()) return fmt::format("line {}: a role has a Vietnamese name", at);
    all.push_back(std::move(role));
  }
  for (std::size_t place = 0; place < all.size(); ++place) {
    store::keep_role(tx, all[place], int(place));
  }
  return std::nullopt;
}

}  // namespace identity
