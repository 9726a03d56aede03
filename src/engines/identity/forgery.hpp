// Anti-forgery: a posted form must come from a page of ours, drawn for this very browser.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/http/http.hpp"

namespace identity::forgery {

// Carries the token of who is not signed in (signed double submit).
inline constexpr std::string_view form_cookie = "taydo_form";

// What the form's hidden input holds, when the browser holds `cookie` (the session's, or
// form_cookie).
std::string token_for(std::string_view secret, std::string_view cookie);

// Does the form carry a token drawn for that cookie? An empty cookie proves nothing.
bool proven(std::string_view secret, std::string_view cookie, std::string_view token);

enum class Origin { ours, foreign, unsaid };
// What the browser says of where the form stood (Sec-Fetch-Site, Origin); old ones say nothing.
Origin origin_of(const http::Request& request, const std::vector<std::string>& ours);

// "https://a.vn" of "https://a.vn/path", or "".
std::string_view origin_in(std::string_view address);
bool is_ours(std::string_view origin, const http::Request& request,
             const std::vector<std::string>& ours);

}  // namespace identity::forgery
