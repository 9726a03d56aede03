// Gives what somebody typed back to the form of a page we drew, whichever room drew it.
#pragma once

#include <string>
#include <string_view>

#include "base/html.hpp"
#include "base/text.hpp"
#include "platform/http/http.hpp"

namespace identity::refill {

// `page`: HTML as h() writes it. The form whose action is `action` (a path) and whose hidden inputs
// hold what was sent with it gets the typed values: texts, choices and boxes; never a password, a
// hidden input or a file. `notice` is put first into <main>. Where that form, or a control of it,
// is not on the page any more, what was typed stands under the notice, to be copied. Linear.
std::string filled(std::string_view page, std::string_view action, const http::Fields& typed,
                   const base::Html& notice);

// The same to an answer, which must be a page; `words` say above it why it is filled in. Files
// cannot be given back: it is said which to choose again.
void give(http::Response& response, std::string_view action, const http::Fields& typed,
          const base::Text& words, base::Lang lang);
// Is it a page to look at, and not a redirect or a file?
bool is_page(const http::Response& response);
std::string_view leads_to(const http::Response& response);  // its Location, or ""

}  // namespace identity::refill
