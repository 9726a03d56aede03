// Reads the User-Agent header: the product's name stands behind those it pretends to be.
#include "engines/identity/browser.hpp"

#include <utility>

#include "engines/identity/text.hpp"

namespace identity {
namespace {

using Sign = std::pair<std::string_view, std::string_view>;  // what it writes, what it is

// In this order: Coc Coc and Edge say they are Chrome, Chrome says it is Safari.
constexpr Sign browsers[] = {{"coc_coc_browser/", text::coc_coc.vi},
                             {"Edg/", "Edge"},
                             {"OPR/", "Opera"},
                             {"SamsungBrowser/", "Samsung Internet"},
                             {"Zalo", "Zalo"},
                             {"Firefox/", "Firefox"},
                             {"FxiOS/", "Firefox"},
                             {"CriOS/", "Chrome"},
                             {"Chrome/", "Chrome"},
                             {"Safari/", "Safari"}};

// Android says it is Linux, an iPhone that it is like Mac OS X.
constexpr Sign systems[] = {{"Android", "Android"}, {"iPhone", "iPhone"},  {"iPad", "iPad"},
                            {"Windows", "Windows"}, {"Mac OS X", "macOS"}, {"Linux", "Linux"}};

template <std::size_t N>
std::string_view known(const Sign (&signs)[N], std::string_view user_agent) {
  for (const auto& [written, name] : signs) {
    if (user_agent.find(written) != user_agent.npos) return name;
  }
  return "";
}

}  // namespace

std::string browser_name(std::string_view user_agent, base::Lang lang) {
  const auto browser = known(browsers, user_agent), system = known(systems, user_agent);
  if (browser.empty() && user_agent.empty()) return std::string(text::unknown_browser.in(lang));
  if (browser.empty()) return std::string(user_agent.substr(0, user_agent.find_first_of(" (/")));
  if (system.empty()) return std::string(browser);
  return base::fill(text::browser_on, lang,
                    {{"browser", std::string(browser)}, {"system", std::string(system)}});
}

}  // namespace identity
