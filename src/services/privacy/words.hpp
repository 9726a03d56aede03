// How requests, values and troubles are said to people.
#pragma once

#include "base/html.hpp"
#include "base/text.hpp"
#include "engines/calendar/calendar.hpp"
#include "services/privacy/actions.hpp"

namespace privacy {

std::string said(Kind kind, base::Lang lang);
std::string said(Field field, base::Lang lang);
// "1990-05-17" -> "17/05/1990", "female" -> "Nữ".
std::string said_value(Field field, const std::string& kept, base::Lang lang);
// Why something cannot be, in the person's words.
std::string said(const Trouble& trouble, base::Lang lang);
base::Html tag_of(State state, base::Lang lang);
// Time left, while it waits.
base::Html due_of(const Request& request, const calendar::WorkingTime& time, base::Instant now,
                  base::Lang lang);
base::Words both(const base::Text& text);

}  // namespace privacy
