// Rows of versions carried over to FEEL.
#include "base/must.hpp"
#include "engines/catalogue/carrying.hpp"

namespace catalogue {
namespace {

constexpr std::string_view kSmall = R"sql(
  SELECT v.id, v.code, v.number, v.hash, v.content, v.form, v.flow, v.result_template
  FROM catalogue_version v LEFT JOIN catalogue_carried c ON c.version_id = v.id
  WHERE v.language = 'small' AND (c.version_id IS NOT NULL) = $1 ORDER BY v.code, v.number)sql";

constexpr std::string_view kKeep = R"sql(
  INSERT INTO catalogue_carried (version_id, of_hash, hash, content, form, flow, result_template,
    carried_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql";

constexpr std::string_view kForms = R"sql(
  SELECT form FROM catalogue_version WHERE has_form ORDER BY id)sql";

std::optional<std::string> unless_same(const std::string& carried, const std::string& published) {
  return carried == published ? std::nullopt : std::optional(carried);
}

}  // namespace

std::vector<Written> in_small_language(db::Tx& tx, bool carried) {
  return tx.all(kSmall, {carried}, [](const db::Row& row) {
    return Written{row.id<base::VersionId>(0),
                   row.str(1),
                   int(row.i64(2)),
                   row.str(3),
                   row.str(4),
                   row.str(5),
                   row.str(6),
                   row.str(7)};
  });
}

std::string keep_carried(db::Tx& tx, base::Instant now, const Written& published,
                         const Written& in_feel) {
  const auto content = base::json::parse(in_feel.content);
  base::must(content && content->is_object());
  auto hash = hash_of({content->as_object(), in_feel.form, in_feel.flow, in_feel.result_template});
  tx.execute(kKeep,
             {published.id, published.hash, hash, unless_same(in_feel.content, published.content),
              unless_same(in_feel.form, published.form), unless_same(in_feel.flow, published.flow),
              unless_same(in_feel.result_template, published.result_template), now});
  return hash;
}

std::vector<std::string> forms_published(db::Tx& tx) {
  return tx.all(kForms, {}, [](const db::Row& row) { return row.str(0); });
}

}  // namespace catalogue
