// When the fees and papers of a version apply: fees are no list to be added up, some are owed
// through one channel only, some in one case only; not every paper is needed by everybody.
#pragma once

#include "engines/catalogue/catalogue.hpp"

namespace catalogue {

// Who does not owe a fee, and the ground in law.
struct Exemption {
  base::Words who;
  std::string law;
};

struct FeeTerms {
  base::Words when;               // the case it is owed in; empty: always
  std::vector<Channel> channels;  // through which it is owed; empty: through any
  std::vector<Exemption> exempt;

  bool through(Channel channel) const;
};

struct PaperTerms {
  base::Words when;      // the case it is needed in, where it is not always
  base::Words database;  // that may answer instead, named in the middle of a sentence; empty: none
};

// In the order of the version's fees and papers.
struct Terms {
  std::vector<FeeTerms> fees;
  std::vector<PaperTerms> papers;
};
std::optional<Terms> terms(db::Tx& tx, base::VersionId id);

// What is owed in every case by who submits through the channel, and its known sum.
std::vector<const Fee*> fees_due(const Version& version, const Terms& terms, Channel channel);
base::Dong fee_due(const Version& version, const Terms& terms, Channel channel);

}  // namespace catalogue
