// Documents: official papers from draft to signed to issued, and the gap-free number series behind
// them.
//
// Bytes live in the file store; a row says which revision is the paper now. A paper is changed by
// whoever signs, then by the clerk who numbers and seals it; each step only adds to the PDF.
// A paper is of one agency (`unit`): its heading, number, place, key and seal are that agency's.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "engines/documents/authority.hpp"
#include "engines/documents/wording.hpp"
#include "platform/crypto/certificates.hpp"
#include "platform/db/db.hpp"

namespace documents {

// The next number of a unit's series ("payment:2026"), beginning with 1. Allocated inside the
// transaction: one that rolls back leaves no gap. A number that went out before is a failure of the
// database, whatever the counter says.
std::int64_t next_number(db::Tx& tx, base::UnitId unit, std::string_view series);

// Withdrawn: its agency ended before it was issued; whoever drafts it again begins anew.
enum class State { drafted, signed_by_officer, numbered, issued, withdrawn };

struct Document {
  base::DocumentId id;
  std::string kind;  // "result"
  std::string subject_kind;
  std::int64_t subject = 0;
  base::UnitId unit;  // that issues it
  State state = State::drafted;
  std::string file;    // name in the file store
  std::string hash;    // SHA-256 of its bytes, hex; empty: made by an older program
  std::string number;  // "12"; empty until numbered
  std::string symbol;  // "UBND-XNTTHN"; "{year}/QĐ-UBND" where the year is part of it
  std::optional<base::Date> issued_on;
  base::PersonId signed_by;
  std::optional<base::Instant> signed_at;
  base::Instant drafted_at;

  // "07/UBND-XNTTHN"; empty until numbered. [law: NĐ 30/2020 PL I.II.3] below ten with a zero
  std::string full_number() const;
};

enum class Refusal { no_document, wrong_state };

// A new draft, or the draft that stands for this matter with its bytes replaced. Refused once
// signed.
base::Result<base::DocumentId, Refusal> draft(db::Database& db, db::Tx& tx, base::Instant now,
                                              const Document& paper);

std::optional<Document> find(db::Tx& tx, base::DocumentId id);
std::optional<Document> of(db::Tx& tx, std::string_view kind, std::string_view subject_kind,
                           std::int64_t subject);

struct File {
  std::string name;  // in the file store
  std::string hash;  // SHA-256 of its bytes, hex
};

// The officer's signature is in `file`.
base::Result<void, Refusal> sign(db::Tx& tx, base::Instant now, base::DocumentId id,
                                 const File& file, base::PersonId by);

// Takes the next number of the series of the agency and the year of that day, which the paper then
// bears; once: asked again it gives the same. [law: NĐ 30/2020 Đ.15]
base::Result<Document, Refusal> number(db::Tx& tx, base::Date day, base::DocumentId id);

// The sealed paper is in `file`; from now on it is the result a person may hold.
base::Result<void, Refusal> issue(db::Tx& tx, base::Instant now, base::DocumentId id,
                                  const File& file);

// ---- Templates of papers that every procedure shares ("receipt-slip"), kept as published, and the
// sentences that all papers share (wording.hpp).

// Nothing changes if the text is the one that stands. Refused with the line if it cannot be read.
base::Result<bool, pdf::Problem> publish_template(db::Tx& tx, base::Instant now,
                                                  std::string_view name, std::string_view text);
std::optional<Template> shared_template(db::Tx& tx, std::string_view name);
base::Result<bool, pdf::Problem> publish_wording(db::Tx& tx, base::Instant now,
                                                 std::string_view text);
Wording shared_wording(db::Tx& tx);  // empty if none was published

// Who signs, for the rules of a paper: signer_name, signer_basis, signer_post, signer_acting.
void tell(const Signer& signer, forms::Told& facts);

// "ngày 05 tháng 02 năm 2026", "ngày 12 tháng 3 năm 2026". [law: NĐ 30/2020 PL I.II.4]
std::string day_words(base::Date day);
// The place a paper is dated at: "Cái Khế" of "Phường Cái Khế".
std::string place_of(std::string_view unit);

// ---- Keys that sign. They never leave the process that signs.

struct Keys {
  std::function<crypto::Credential(base::PersonId, const crypto::Holder&)> of_person;
  std::function<crypto::Credential(base::UnitId, const crypto::Holder&)> of_unit;
};

// Keys for demonstrations, made when first asked for and kept in `folder` (mode 0600); every
// certificate says DEMO. A real city plugs in its own (token, HSM).
Keys demo_keys(std::filesystem::path folder, base::Instant now);

}  // namespace documents
