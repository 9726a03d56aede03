// A resident follows dossiers and fetches their papers; who holds a slip looks one up.
#pragma once

#include "platform/http/tries.hpp"
#include "services/one_stop/room.hpp"
#include "services/one_stop/views_citizen.hpp"

namespace one_stop {

class CitizenPages {
 public:
  explicit CitizenPages(const Parts& parts) : parts_(parts) {}

  http::Response lookup(identity::Visit& visit);
  http::Response list(identity::Visit& visit);
  http::Response dossier(identity::Visit& visit);
  http::Response paper(identity::Visit& visit);

 private:
  enum class Tried { right, wrong, too_many };
  Tried tried(const identity::Visit& visit, std::string_view code, bool right);
  void describe(views::Lookup& shown) const;

  Parts parts_;
  // Wrong secrets: of an address, which then waits; and about a code, whoever tries. Who has the
  // right secret passes whatever strangers tried about that code.
  http::Tries of_address_{30, 10 * base::minute_us};
  http::Tries of_code_{20, 10 * base::minute_us};
};

// The PDF called `name` in an address ("giay-tiep-nhan.pdf"), if this dossier has it for this
// reader.
std::optional<http::Response> paper_of(const Parts& parts, identity::Visit& visit,
                                       const Dossier& dossier, std::string_view name,
                                       std::string_view purpose);

}  // namespace one_stop
