// Shared templates of papers: published, never changed, the newest in force.
#include "base/must.hpp"
#include "engines/documents/carrying.hpp"
#include "engines/documents/documents.hpp"

namespace documents {
namespace {

constexpr std::string_view kNewest = R"sql(
  SELECT text FROM documents_template WHERE name = $1 ORDER BY at DESC LIMIT 1)sql";

constexpr std::string_view kInsert = R"sql(
  INSERT INTO documents_template (name, at, text, language) VALUES ($1, $2, $3, 'feel'))sql";

constexpr std::string_view kSmall = R"sql(
  SELECT name, text FROM documents_template t WHERE language = 'small'
    AND NOT EXISTS (SELECT 1 FROM documents_template later
      WHERE later.name = t.name AND later.at > t.at)
  ORDER BY name)sql";

constexpr std::string_view kLast = R"sql(
  SELECT at FROM documents_template WHERE name = $1 ORDER BY at DESC LIMIT 1)sql";

std::optional<std::string> newest(db::Tx& tx, std::string_view name) {
  return tx.first(kNewest, {name}, [](const db::Row& row) { return row.str(0); });
}

bool keep(db::Tx& tx, base::Instant now, std::string_view name, std::string_view text) {
  if (newest(tx, name) == text) return false;
  tx.execute(kInsert, {name, now, text});
  return true;
}

constexpr std::string_view wording_name = "wording";  // no template is called so

}  // namespace

base::Result<bool, pdf::Problem> publish_template(db::Tx& tx, base::Instant now,
                                                  std::string_view name, std::string_view text) {
  if (auto read = read_template(text); !read) return base::refuse(read.error());
  return keep(tx, now, name, text);
}

std::optional<Template> shared_template(db::Tx& tx, std::string_view name) {
  const auto text = newest(tx, name);
  if (!text) return std::nullopt;
  auto read = read_template(*text);
  base::must(bool(read));  // it was read before it was published
  return std::move(*read);
}

std::vector<SharedText> in_small_language(db::Tx& tx) {
  return tx.all(kSmall, {}, [](const db::Row& row) { return SharedText{row.str(0), row.str(1)}; });
}

// After the last one, even where the clock was set back meanwhile.
void keep_carried(db::Tx& tx, base::Instant now, const SharedText& in_feel) {
  const auto last = tx.first(kLast, {in_feel.name}, [](const db::Row& row) { return row.at(0); });
  const auto at = last && last->us >= now.us ? base::Instant{last->us + 1} : now;
  tx.execute(kInsert, {in_feel.name, at, in_feel.text});
}

base::Result<bool, pdf::Problem> publish_wording(db::Tx& tx, base::Instant now,
                                                 std::string_view text) {
  if (auto read = read_wording(text); !read) return base::refuse(read.error());
  return keep(tx, now, wording_name, text);
}

Wording shared_wording(db::Tx& tx) {
  const auto text = newest(tx, wording_name);
  if (!text) return {};
  auto read = read_wording(*text);
  base::must(bool(read));
  return std::move(*read);
}

}  // namespace documents
