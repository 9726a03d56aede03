// What the inbox shows below the heading of its page. Values in, HTML out.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engines/messages/messages.hpp"
#include "engines/messages/reach.hpp"
#include "platform/ui/shell.hpp"

namespace inbox::views {

struct List {
  base::Lang lang;
  int page = 1, pages = 1, unread = 0;
  bool all_read = false;  // it was just done
  bool officer = false;
  std::vector<messages::Shown> messages;
  base::Html marks;
};
base::Html list(const List& list);
base::Html message(base::Lang lang, const messages::Shown& message);

struct KindChoice {
  const messages::Kind* kind;
  messages::Channel channel;
};
struct Choices {
  base::Lang lang;
  bool mail = false, stays = false;  // letters can be sent; they are only kept in a folder
  std::string address, pending;
  bool confirmed = false;
  std::optional<base::Instant> bounced;
  std::string typed_address, address_error, typed_code, code_error;
  std::string notice;
  base::Lang letters = base::Lang::vi;
  messages::Quiet quiet;
  std::vector<KindChoice> kinds;
  std::function<base::Html()> marks;
};
base::Html choices(const Choices& choices);
// The name of a kind's control: "kind-one_stop.accepted" without the dot.
std::string field_of(const messages::Kind& kind);

}  // namespace inbox::views
