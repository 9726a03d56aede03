// Letters to residents: what waits, was sent, fails or came back, and messages in trouble.
#pragma once

#include <map>
#include <string>

#include "services/administration/room.hpp"

namespace administration {

class MailPages {
 public:
  explicit MailPages(const Parts& parts) : parts_(parts) {}

  identity::Routes routes();

 private:
  http::Response show(identity::Visit& visit, bool refused);
  http::Response again(identity::Visit& visit);

  Parts parts_;
};

// Why this part opens personal data, in the words a person reads about their own.
std::map<std::string, base::Words> mail_purposes();

}  // namespace administration
