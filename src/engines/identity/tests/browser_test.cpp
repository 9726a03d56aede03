#include "engines/identity/browser.hpp"

#include <doctest/doctest.h>

TEST_CASE("A session is named as the person would name the device") {
  const auto name = [](std::string_view agent) {
    return identity::browser_name(agent, base::Lang::vi);
  };
  CHECK(name("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
             "Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0") == "Edge trên Windows");
  CHECK(name("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 coc_coc_browser/120.0 Chrome/114.0 "
             "Safari/537.36") == "Cốc Cốc trên Windows");
  CHECK(name("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
             "Chrome/139.0.0.0 Mobile Safari/537.36") == "Chrome trên Android");
  CHECK(name("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, "
             "like Gecko) Version/18.5 Mobile/15E148 Safari/604.1") == "Safari trên iPhone");
  CHECK(identity::browser_name("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 "
                               "Firefox/128.0",
                               base::Lang::en) == "Firefox on Linux");
  CHECK(name("curl/7.88.1") == "curl");
  CHECK(name("") == "Không rõ trình duyệt");
}
