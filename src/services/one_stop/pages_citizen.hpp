// A resident follows dossiers and fetches their papers; anybody looks one up by its code.
#pragma once

#include "services/one_stop/room.hpp"

namespace one_stop {

class CitizenPages {
 public:
  explicit CitizenPages(const Parts& parts) : parts_(parts) {}

  http::Response lookup(identity::Visit& visit);
  http::Response list(identity::Visit& visit);
  http::Response dossier(identity::Visit& visit);
  http::Response paper(identity::Visit& visit);

 private:
  Parts parts_;
};

// The PDF called `name` in an address ("giay-tiep-nhan.pdf"), if this dossier has it for this
// reader.
std::optional<http::Response> paper_of(const Parts& parts, identity::Visit& visit,
                                       const Dossier& dossier, std::string_view name,
                                       std::string_view purpose);

}  // namespace one_stop
