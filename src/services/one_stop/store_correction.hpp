// Rows of proposals to go on with a corrected version. No decisions.
#pragma once

#include "engines/identity/two_person.hpp"
#include "services/one_stop/dossier.hpp"

namespace one_stop::store {

struct Correction {
  identity::RequestId request;
  base::DossierId dossier;
  base::VersionId from, to;
  std::string node;  // of the corrected flow, where the dossier goes on
};
void insert(db::Tx& tx, const Correction& correction);
// The latest proposal about a dossier, whatever became of it.
std::optional<Correction> latest_correction(db::Tx& tx, base::DossierId dossier);
std::optional<Correction> correction(db::Tx& tx, identity::RequestId request);
// The dossier has the corrected version from now on.
void correct(db::Tx& tx, const Correction& correction, base::Instant now);
// The version a dossier was submitted under.
base::VersionId first_version(db::Tx& tx, const Dossier& dossier);

}  // namespace one_stop::store
