// What the pages of this room have in common: one's own pages look like the rest of one's desk.
#pragma once

#include "services/privacy/room.hpp"

namespace privacy {

// A page of one's own: around it what a resident, or an officer, sees everywhere.
http::Response own_page(const Parts& parts, const identity::Visit& visit, const std::string& title,
                        base::Html main, std::vector<ui::Link> crumbs = {}, int status = 200);

std::string in(const base::Text& text, const identity::Visit& visit);
inline constexpr std::size_t letters_max = 1'000;  // of one answer, as its counter says

// As a browser sends it or as people write it.
std::optional<base::Date> day_typed(std::string_view text);

}  // namespace privacy
