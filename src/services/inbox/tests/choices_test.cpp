// What the page of choices offers, by what a kind is.
#include <doctest/doctest.h>

#include "services/inbox/views.hpp"

namespace {

// The row of one kind on the page.
std::string offered(const messages::Kind& kind, messages::Channel chosen) {
  inbox::views::Choices c{.lang = base::Lang::vi};
  c.kinds = {{&kind, chosen}};
  c.marks = [] { return base::Html(); };
  return inbox::views::choices(c).str();
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("Nothing at all is offered for no notice of the law and no reminder of a duty") {
  using messages::Channel;
  messages::Kind kind{.key = "x.kind", .title = {"Nhắc việc", "A reminder"}, .holes = {}};
  CHECK(has(offered(kind, Channel::mail), "Không nhận"));
  kind.legal = true;
  CHECK_FALSE(has(offered(kind, Channel::mail), "Không nhận"));
  kind.legal = false;
  kind.of_duty = true;
  const auto page = offered(kind, Channel::nothing);  // chosen while it could be
  CHECK_FALSE(has(page, "Không nhận"));
  CHECK(has(page, R"(<option value="inbox" selected)"));
  CHECK(has(page, "Thuộc nhiệm vụ được giao"));
}
