#include "base/html.hpp"

#include <doctest/doctest.h>

using base::h;
using base::Url;

TEST_CASE("What Lan types is shown as text, never run") {
  const std::string name = "<script>alert('Lan & \"co\"')</script>";
  CHECK(h("<p>{}</p>", name).str() ==
        "<p>&lt;script&gt;alert(&#39;Lan &amp; &quot;co&quot;&#39;)&lt;/script&gt;</p>");
}

TEST_CASE("An address that would leave the site or run a script becomes harmless") {
  for (const char* bad : {"javascript:alert(1)", "//evil.example", "/\\evil.example", "data:x"}) {
    CHECK(h(R"(<a href="{}">x</a>)", Url(bad)).str() == R"(<a href="#">x</a>)");
  }
  CHECK(h(R"(<a href="{}">x</a>)", Url("/ho-so?q=1")).str() == R"(<a href="/ho-so?q=1">x</a>)");
}
