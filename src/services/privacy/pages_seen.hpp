// Who opened my data: agency, purpose, time and dossier; never by whom.
// [law: Luật 91/2025/QH15 Đ.4]
#pragma once

#include "engines/identity/identity.hpp"
#include "services/privacy/room.hpp"
#include "services/privacy/views_seen.hpp"

namespace privacy {

class SeenPages {
 public:
  explicit SeenPages(const Parts& parts) : parts_(parts) {}

  identity::Routes routes();

 private:
  http::Response list(identity::Visit& visit);
  http::Response csv(identity::Visit& visit);
  views::Seen asked(const identity::Visit& visit, identity::AccessQuery& query) const;
  std::vector<views::SeenLine> lines(const identity::Visit& visit,
                                     const std::vector<identity::Access>& accesses) const;

  Parts parts_;
};

}  // namespace privacy
