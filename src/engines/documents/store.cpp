// Rows of documents and number series; the verbs are single statements guarded by the state.
#include <array>

#include "engines/documents/documents.hpp"
#include "engines/documents/forgetting.hpp"
#include "engines/documents/moving.hpp"

namespace documents {
namespace {

constexpr std::string_view kNext = R"sql(
  INSERT INTO documents_series (unit_id, series, last) VALUES ($1, $2, 1)
  ON CONFLICT (unit_id, series) DO UPDATE SET last = documents_series.last + 1
  RETURNING last)sql";

// The primary key refuses a number that went out before.
constexpr std::string_view kGive = R"sql(
  INSERT INTO documents_number (unit_id, series, number) VALUES ($1, $2, $3))sql";

constexpr std::string_view kVoid = R"sql(
  UPDATE documents_number SET void_at = $4 WHERE unit_id = $1 AND series = $2 AND number = $3)sql";

constexpr std::string_view kInsert = R"sql(
  INSERT INTO documents_document (id, kind, subject_kind, subject_id, unit_id, state, file,
    hash, number, symbol, drafted_at)
  VALUES ($1, $2, $3, $4, $5, 'drafted', $6, $7, '', $8, $9))sql";

constexpr std::string_view kRedraft = R"sql(
  UPDATE documents_document SET file = $2, symbol = $3, drafted_at = $4, unit_id = $5, hash = $6,
    signed_by = NULL, signed_at = NULL, state = 'drafted'
  WHERE id = $1 AND state IN ('drafted', 'withdrawn'))sql";

constexpr std::string_view kFind = R"sql(
  SELECT id, kind, subject_kind, subject_id, unit_id, state, file, number, symbol, issued_on,
    signed_by, signed_at, hash, drafted_at
  FROM documents_document WHERE id = $1)sql";

constexpr std::string_view kOf = R"sql(
  SELECT id, kind, subject_kind, subject_id, unit_id, state, file, number, symbol, issued_on,
    signed_by, signed_at, hash, drafted_at
  FROM documents_document WHERE kind = $1 AND subject_kind = $2 AND subject_id = $3)sql";

constexpr std::string_view kSign = R"sql(
  UPDATE documents_document SET state = 'signed', file = $2, signed_by = $3, signed_at = $4,
    hash = $5
  WHERE id = $1 AND state = 'drafted')sql";

constexpr std::string_view kNumber = R"sql(
  UPDATE documents_document SET state = 'numbered', number = $2, issued_on = $3
  WHERE id = $1 AND state = 'signed')sql";

constexpr std::string_view kIssue = R"sql(
  UPDATE documents_document SET state = 'issued', file = $2, hash = $3
  WHERE id = $1 AND state = 'numbered')sql";

constexpr std::string_view kFile = R"sql(
  INSERT INTO documents_file (document_id, file) VALUES ($1, $2) ON CONFLICT DO NOTHING)sql";

constexpr std::string_view kFiles = R"sql(
  SELECT file FROM documents_file WHERE document_id IN
    (SELECT id FROM documents_document WHERE subject_kind = $1 AND subject_id = $2)
  ORDER BY file)sql";

constexpr std::string_view kForgetFiles = R"sql(
  DELETE FROM documents_file WHERE document_id IN
    (SELECT id FROM documents_document WHERE subject_kind = $1 AND subject_id = $2))sql";

constexpr std::string_view kForget = R"sql(
  UPDATE documents_document SET file = '' WHERE subject_kind = $1 AND subject_id = $2)sql";

// A number and a day that are withdrawn go; the series keeps them as void.
constexpr std::string_view kWithdraw = R"sql(
  UPDATE documents_document SET state = 'withdrawn', number = '', issued_on = NULL,
    signed_by = NULL, signed_at = NULL
  WHERE id = $1 AND state IN ('drafted', 'signed', 'numbered'))sql";

constexpr std::string_view kUnderWay = R"sql(
  SELECT id, kind, subject_kind, subject_id, unit_id, state, file, number, symbol, issued_on,
    signed_by, signed_at, hash, drafted_at
  FROM documents_document
  WHERE unit_id = $1 AND state IN ('drafted', 'signed', 'numbered') AND id > $2
  ORDER BY id LIMIT $3)sql";

constexpr std::array<std::string_view, 5> states = {"drafted", "signed", "numbered", "issued",
                                                    "withdrawn"};

Document document_of(const db::Row& row) {
  Document d;
  d.id = row.id<base::DocumentId>(0);
  d.kind = row.str(1);
  d.subject_kind = row.str(2);
  d.subject = row.i64(3);
  d.unit = row.id<base::UnitId>(4);
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (states[i] == row.text(5)) d.state = State(i);
  }
  d.file = row.str(6);
  d.number = row.str(7);
  d.symbol = row.str(8);
  d.issued_on = row.maybe_date(9);
  d.signed_by = row.id<base::PersonId>(10);
  d.signed_at = row.maybe_at(11);
  d.hash = row.str(12);
  d.drafted_at = row.at(13);
  return d;
}

// Each year begins at 1. [law: NĐ 30/2020 Đ.15]
std::string series_of(const Document& paper, base::Date day) {
  return paper.symbol + ":" + std::to_string(day.year());
}

base::Result<void, Refusal> changed(db::Tx& tx, base::DocumentId id, std::int64_t rows) {
  if (rows == 1) return {};
  return base::refuse(find(tx, id) ? Refusal::wrong_state : Refusal::no_document);
}

}  // namespace

std::string Document::full_number() const {
  if (number.empty()) return "";
  auto behind = symbol;
  constexpr std::string_view year = "{year}";
  if (const auto at = behind.find(year); at != behind.npos && issued_on)
    behind.replace(at, year.size(), std::to_string(issued_on->year()));
  return (number.size() == 1 ? "0" : "") + number + "/" + behind;
}

std::int64_t next_number(db::Tx& tx, base::UnitId unit, std::string_view series) {
  const auto next = *tx.first(kNext, {unit, series}, [](const db::Row& row) { return row.i64(0); });
  tx.execute(kGive, {unit, series, next});
  return next;
}

base::Result<base::DocumentId, Refusal> draft(db::Database& db, db::Tx& tx, base::Instant now,
                                              const Document& d) {
  if (const auto old = of(tx, d.kind, d.subject_kind, d.subject)) {
    const auto done = changed(
        tx, old->id, tx.execute(kRedraft, {old->id, d.file, d.symbol, now, d.unit, d.hash}));
    if (!done) return base::refuse(done.error());
    tx.execute(kFile, {old->id, d.file});
    return old->id;
  }
  const auto id = db.fresh<base::DocumentId>();
  tx.execute(kInsert,
             {id, d.kind, d.subject_kind, d.subject, d.unit, d.file, d.hash, d.symbol, now});
  tx.execute(kFile, {id, d.file});
  return id;
}

std::optional<Document> find(db::Tx& tx, base::DocumentId id) {
  return tx.first(kFind, {id}, document_of);
}

std::optional<Document> of(db::Tx& tx, std::string_view kind, std::string_view subject_kind,
                           std::int64_t subject) {
  return tx.first(kOf, {kind, subject_kind, subject}, document_of);
}

base::Result<void, Refusal> sign(db::Tx& tx, base::Instant now, base::DocumentId id,
                                 const File& file, base::PersonId by) {
  const auto rows = tx.execute(kSign, {id, file.name, by, now, file.hash});
  if (rows == 1) tx.execute(kFile, {id, file.name});
  return changed(tx, id, rows);
}

base::Result<Document, Refusal> number(db::Tx& tx, base::Date day, base::DocumentId id) {
  const auto paper = find(tx, id);
  if (!paper) return base::refuse(Refusal::no_document);
  if (paper->state == State::numbered) return *paper;
  if (paper->state != State::signed_by_officer) return base::refuse(Refusal::wrong_state);
  const auto next = next_number(tx, paper->unit, series_of(*paper, day));
  tx.execute(kNumber, {id, std::to_string(next), day});
  return *find(tx, id);
}

base::Result<void, Refusal> issue(db::Tx& tx, base::Instant, base::DocumentId id,
                                  const File& file) {
  const auto rows = tx.execute(kIssue, {id, file.name, file.hash});
  if (rows == 1) tx.execute(kFile, {id, file.name});
  return changed(tx, id, rows);
}

std::vector<Document> under_way(db::Tx& tx, base::UnitId unit, base::DocumentId after, int limit) {
  return tx.all(kUnderWay, {unit, after.value, limit}, document_of);
}

bool withdraw(db::Tx& tx, base::Instant now, const Document& paper) {
  if (tx.execute(kWithdraw, {paper.id}) != 1) return false;
  if (paper.issued_on) {
    tx.execute(kVoid,
               {paper.unit, series_of(paper, *paper.issued_on), std::stoll(paper.number), now});
  }
  return true;
}

std::vector<std::string> forget(db::Tx& tx, std::string_view subject_kind, std::int64_t subject) {
  auto files =
      tx.all(kFiles, {subject_kind, subject}, [](const db::Row& row) { return row.str(0); });
  tx.execute(kForgetFiles, {subject_kind, subject});
  tx.execute(kForget, {subject_kind, subject});
  return files;
}

}  // namespace documents
