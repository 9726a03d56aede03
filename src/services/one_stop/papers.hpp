// The papers of a dossier: slips made when asked for, and the result that is drafted, signed,
// sealed.
//
// Making a PDF takes milliseconds and opens personal data, so it happens outside any transaction,
// with a purpose.
#pragma once

#include "engines/catalogue/catalogue.hpp"
#include "engines/documents/documents.hpp"
#include "engines/forms/forms.hpp"
#include "engines/identity/identity.hpp"
#include "engines/payments/payments.hpp"
#include "engines/units/units.hpp"
#include "platform/files/files.hpp"
#include "services/one_stop/dossier.hpp"

namespace one_stop {

// What a paper is made from, read in one snapshot.
struct Sources {
  Dossier dossier;
  catalogue::Version version;
  units::Unit unit;
  units::Unit above;  // the unit's parent
  identity::Person owner;
  base::Personal<forms::Answers> answers;
  std::shared_ptr<const forms::Definition> form;
  std::optional<payments::Order> order;
  std::optional<documents::Document> result;
  std::string receiver;  // the officer who received it, or empty
  std::string cashier;
  std::vector<forms::Choice> communes;
};

// How to reach the applicant about this dossier: what the form says, else what the account says.
std::string phone_of(const Sources& from, base::Purpose& purpose, base::Instant now);

std::optional<Sources> sources_of(db::Tx& tx, const Dossier& dossier, base::Date today);

// The first of the unit's leaders who has the right to sign its papers of this kind on that day.
std::optional<documents::Signer> first_signer(db::Tx& tx, const Sources& from, base::Date today);

// A paper as somebody saw it before signing, and what they will sign: byte for byte.
struct Shown {
  std::string bytes;
  std::string hash;  // SHA-256, hex: travels with the form
};

// What a signature was put under.
struct Signed {
  documents::File file;
  std::string shown;    // hash of what was shown and signed
  std::string drafted;  // name of the drafted file it stands for
  base::UnitId unit;    // whose heading it bears
};

class Papers {
 public:
  Papers(db::Database& db, files::Store& files, documents::Keys keys, std::string public_url,
         std::string hotline);

  // A paper, or why it cannot be made: a value is missing, letters that no font has.
  using Made = base::Result<std::string, base::Words>;

  enum class Slip { receipt, refusal, payment };
  Made slip(const Sources& from, Slip which, base::Purpose& purpose, base::Instant now);

  // The unsigned result: its bytes, for a preview.
  Made draft(const Sources& from, const documents::Signer& signer, base::Purpose& purpose,
             base::Instant now);
  // The same, stored and described for Actions::propose.
  base::Result<documents::Document, base::Words> stored_draft(const Sources& from,
                                                              const documents::Signer& signer,
                                                              base::Purpose& purpose,
                                                              base::Instant now);
  // The drafted result written out for whoever signs: the draft names the head it was meant for,
  // and another may sign. Always the same bytes for the same draft, signer and unit.
  base::Result<Shown, base::Words> shown_to(const Sources& from, const documents::Signer& signer,
                                            base::Purpose& purpose);
  // The same with the signature. Refused when it is not what was seen.
  base::Result<Signed, Refusal> signed_by(const Sources& from, const documents::Signer& signer,
                                          const Shown& shown, std::string_view seen,
                                          base::Instant now);
  // The signed and numbered paper with the seal of the agency it is of, as that was on the paper's
  // day. Throws when the stored file is not the one that was signed.
  documents::File sealed(const documents::Document& paper, base::Instant now);

  std::string bytes(const documents::Document& paper) const;
  std::string lookup_url(const Dossier& dossier) const;

 private:
  documents::File stored(const std::string& bytes) const;

  db::Database& db_;
  files::Store& files_;
  documents::Keys keys_;
  std::string public_url_;
  std::string hotline_;
};

}  // namespace one_stop
