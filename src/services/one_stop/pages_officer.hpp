// Officers work on dossiers of their unit: one page, one decision.
#pragma once

#include "services/one_stop/room.hpp"

namespace one_stop {

class OfficerPages {
 public:
  explicit OfficerPages(const Parts& parts) : parts_(parts) {}

  http::Response task(identity::Visit& visit);
  http::Response act(identity::Visit& visit);
  http::Response search(identity::Visit& visit);
  http::Response dossier(identity::Visit& visit);
  http::Response paper(identity::Visit& visit);
  http::Response behind(identity::Visit& visit);

 private:
  struct Typed;
  http::Response show(identity::Visit& visit, const Dossier& dossier,
                      const std::optional<casework::Card>& card, const Typed& typed);
  Actions::Done decide(identity::Visit& visit, const casework::Card& card, Typed& typed);
  static Actions::Done unmade(const identity::Visit& visit, const base::Words& why, Typed& typed);
  std::optional<documents::Signer> signer(db::Tx& tx, const identity::Visit& visit,
                                          const casework::Card& card, const Sources& from);
  std::string seen(const casework::Card& card, const Sources& from,
                   const std::optional<documents::Signer>& signer, base::Purpose& purpose);
  std::optional<http::Response> to_sign(identity::Visit& visit, const Dossier& dossier);
  Actions::Done prepare(identity::Visit& visit, const casework::Card& card, Typed& typed);

  Parts parts_;
};

}  // namespace one_stop
