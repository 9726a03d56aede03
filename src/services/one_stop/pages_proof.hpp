// The proof of a dossier's journal entries, to be kept and checked without this program.
#pragma once

#include "services/one_stop/room.hpp"

namespace one_stop {

class ProofPages {
 public:
  explicit ProofPages(const Parts& parts) : parts_(parts) {}

  // One HTML file; who may ask is the manifest's matter.
  http::Response download(identity::Visit& visit);

 private:
  Parts parts_;
};

}  // namespace one_stop
