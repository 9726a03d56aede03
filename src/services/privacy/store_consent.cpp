// Rows of consents and of the words that were asked.
#include <fmt/format.h>

#include "services/privacy/store_consent.hpp"

namespace privacy {
namespace {

constexpr std::string_view kStands = R"sql(
  SELECT 1 FROM privacy_consent
  WHERE person_id = $1 AND kind = $2 AND withdrawn_at IS NULL)sql";

constexpr std::string_view kTexts = R"sql(
  SELECT kind, version, title_vi, title_en, words_vi, words_en FROM privacy_consent_text t
  WHERE version = (SELECT max(n.version) FROM privacy_consent_text n WHERE n.kind = t.kind)
  ORDER BY kind, version)sql";

constexpr std::string_view kText = R"sql(
  SELECT kind, version, title_vi, title_en, words_vi, words_en FROM privacy_consent_text
  WHERE kind = $1 AND version = $2)sql";

constexpr std::string_view kPublish = R"sql(
  INSERT INTO privacy_consent_text (kind, version, title_vi, title_en, words_vi, words_en,
    published_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7))sql";

constexpr std::string_view kOfPerson = R"sql(
  SELECT kind, version, given_at, withdrawn_at FROM privacy_consent WHERE person_id = $1
  ORDER BY id DESC LIMIT 200)sql";

constexpr std::string_view kGive = R"sql(
  INSERT INTO privacy_consent (id, person_id, kind, version, given_at)
  VALUES ($1, $2, $3, $4, $5))sql";

constexpr std::string_view kWithdraw = R"sql(
  UPDATE privacy_consent SET withdrawn_at = $3
  WHERE person_id = $1 AND kind = $2 AND withdrawn_at IS NULL)sql";

constexpr std::string_view kWithdrawAll = R"sql(
  UPDATE privacy_consent SET withdrawn_at = $2
  WHERE person_id = $1 AND withdrawn_at IS NULL)sql";

ConsentText text_in(const db::Row& row) {
  return {row.str(0), int(row.i64(1)), {row.str(2), row.str(3)}, {row.str(4), row.str(5)}};
}

base::Words words_at(const base::json::object& o, std::string_view name) {
  const auto& both = base::json::object_at(o, name);
  return {std::string(base::json::text_at(both, "vi")),
          std::string(base::json::text_at(both, "en"))};
}

std::optional<ConsentText> read(const base::json::value& item) {
  if (!item.is_object()) return std::nullopt;
  const auto& o = item.get_object();
  ConsentText text{std::string(base::json::text_at(o, "kind")),
                   int(base::json::number_at(o, "version")), words_at(o, "title"),
                   words_at(o, "words")};
  const bool whole = !text.kind.empty() && text.version > 0 && !text.title.vi.empty() &&
                     !text.title.en.empty() && !text.words.vi.empty() && !text.words.en.empty();
  return whole ? std::optional(text) : std::nullopt;
}

}  // namespace

bool consented(db::Tx& tx, base::PersonId person, std::string_view kind) {
  return tx.first(kStands, {person, kind}, [](const db::Row&) { return true; }).has_value();
}

std::string publish_consents(db::Tx& tx, base::Instant now, const base::json::object& settings) {
  for (const auto& item : base::json::array_at(settings, "consents")) {
    const auto text = read(item);
    if (!text) return "consents: kind, version, title and words are needed in both languages";
    const auto before = store::consent_text(tx, text->kind, text->version);
    if (before && (before->title != text->title || before->words != text->words)) {
      return fmt::format("consents: {} version {} was asked in other words: give a new version",
                         text->kind, text->version);
    }
    if (before) continue;
    tx.execute(kPublish, {text->kind, text->version, text->title.vi, text->title.en, text->words.vi,
                          text->words.en, now});
  }
  return "";
}

namespace store {

std::vector<ConsentText> consent_texts(db::Tx& tx) { return tx.all(kTexts, {}, text_in); }

std::optional<ConsentText> consent_text(db::Tx& tx, std::string_view kind, int version) {
  return tx.first(kText, {kind, version}, text_in);
}

std::vector<Consent> consents_of(db::Tx& tx, base::PersonId person) {
  return tx.all(kOfPerson, {person}, [](const db::Row& row) {
    return Consent{row.str(0), int(row.i64(1)), row.at(2), row.maybe_at(3)};
  });
}

void give(db::Database& db, db::Tx& tx, base::PersonId person, std::string_view kind, int version,
          base::Instant now) {
  tx.execute(kGive, {db.next_id(), person, kind, version, now});
}

bool withdraw(db::Tx& tx, base::PersonId person, std::string_view kind, base::Instant now) {
  return tx.execute(kWithdraw, {person, kind, now}) > 0;
}

void withdraw_all(db::Tx& tx, base::PersonId person, base::Instant now) {
  tx.execute(kWithdrawAll, {person, now});
}

}  // namespace store
}  // namespace privacy
