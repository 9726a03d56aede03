// SQL of the catalogue: versions are inserted and read, never updated.
#include "engines/catalogue/store.hpp"

#include "base/fold.hpp"
#include "engines/catalogue/content.hpp"
#include "platform/shelf.hpp"

namespace catalogue {
namespace {

constexpr std::string_view kInsert = R"sql(
  INSERT INTO catalogue_version (id, code, number, valid_from, valid_to, name_vi, name_en,
    sort_name, field_code, field_vi, field_en, level, has_form, content, form, flow,
    result_template, hash, published_at, language)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
    $19, 'feel'))sql";

// What was carried over to FEEL is read in place of what was published (carrying.hpp).
constexpr std::string_view kNewest = R"sql(
  SELECT v.number, v.hash, COALESCE(c.hash, v.hash), COALESCE(c.content, v.content),
    COALESCE(c.form, v.form), COALESCE(c.flow, v.flow),
    COALESCE(c.result_template, v.result_template)
  FROM catalogue_version v LEFT JOIN catalogue_carried c ON c.version_id = v.id
  WHERE v.code = $1 ORDER BY v.number DESC LIMIT 1)sql";

// The latest beginning not after the day, then the highest number; if that one has ended, none.
constexpr std::string_view kFind = R"sql(
  SELECT v.id, v.number, v.has_form, v.hash, COALESCE(c.content, v.content)
  FROM catalogue_version v LEFT JOIN catalogue_carried c ON c.version_id = v.id
  WHERE v.code = $1 AND v.valid_from <= $2 ORDER BY v.valid_from DESC, v.number DESC LIMIT 1)sql";

constexpr std::string_view kVersion = R"sql(
  SELECT v.id, v.number, v.has_form, v.hash, COALESCE(c.content, v.content)
  FROM catalogue_version v LEFT JOIN catalogue_carried c ON c.version_id = v.id
  WHERE v.id = $1)sql";

constexpr std::string_view kList = R"sql(
  SELECT id, code, name_vi, name_en, field_code, field_vi, field_en, level, has_form
  FROM catalogue_version v
  WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1)
    AND (CAST($2 AS TEXT) = '' OR field_code = $2)
    AND NOT EXISTS (SELECT 1 FROM catalogue_version later
      WHERE later.code = v.code AND later.valid_from <= $1
        AND (later.valid_from > v.valid_from
          OR (later.valid_from = v.valid_from AND later.number > v.number)))
  ORDER BY sort_name, code)sql";

constexpr std::string_view kForm = R"sql(
  SELECT COALESCE(c.form, v.form)
  FROM catalogue_version v LEFT JOIN catalogue_carried c ON c.version_id = v.id
  WHERE v.id = $1)sql";
constexpr std::string_view kFlow = R"sql(
  SELECT COALESCE(c.flow, v.flow)
  FROM catalogue_version v LEFT JOIN catalogue_carried c ON c.version_id = v.id
  WHERE v.id = $1)sql";
constexpr std::string_view kTemplate = R"sql(
  SELECT COALESCE(c.result_template, v.result_template)
  FROM catalogue_version v LEFT JOIN catalogue_carried c ON c.version_id = v.id
  WHERE v.id = $1)sql";

constexpr std::string_view kBrought = R"sql(
  SELECT code, hash FROM catalogue_brought WHERE pack = $1 ORDER BY code)sql";

constexpr std::string_view kRemember = R"sql(
  INSERT INTO catalogue_brought (pack, code, hash) VALUES ($1, $2, $3)
  ON CONFLICT (pack, code) DO UPDATE SET hash = excluded.hash)sql";

std::string_view code_of(Level level) { return level == Level::commune ? "commune" : "city"; }

// Columns: id, number, has_form, hash, content.
Version read_version(const db::Row& row) {
  static platform::Shelf<Version> shelf(128);  // some 15 kB each, the text in the key
  auto version = *shelf.get(row.text(4), [&] {
    const auto content = base::json::parse(row.text(4));
    base::must(bool(content));
    reading::Flaws flaws;
    auto read = read_content(*content, flaws);
    base::must(flaws.empty());  // it was checked before it was published
    return read;
  });
  version.id = row.id<base::VersionId>(0);
  version.number = int(row.i64(1));
  version.has_form = row.b(2);
  version.hash = row.str(3);
  return version;
}

Listed read_listed(const db::Row& row) {
  return {.id = row.id<base::VersionId>(0),
          .code = row.str(1),
          .name = {row.str(2), row.str(3)},
          .field = {row.str(4), {row.str(5), row.str(6)}},
          .level = row.text(7) == code_of(Level::commune) ? Level::commune : Level::city,
          .has_form = row.b(8)};
}

}  // namespace

std::optional<Version> find(db::Tx& tx, std::string_view code, base::Date on) {
  auto found = tx.first(kFind, {code, on}, read_version);
  if (found && found->valid_to && *found->valid_to < on) return std::nullopt;
  return found;
}

std::optional<Version> version(db::Tx& tx, base::VersionId id) {
  return tx.first(kVersion, {id}, read_version);
}

std::optional<Terms> terms(db::Tx& tx, base::VersionId id) {
  return tx.first(kVersion, {id}, [](const db::Row& row) {
    const auto content = base::json::parse(row.text(4));
    base::must(bool(content));
    reading::Flaws flaws;
    return read_whole(*content, flaws).terms;
  });
}

std::vector<Listed> list(db::Tx& tx, std::string_view field_code, base::Date on) {
  return tx.all(kList, {on, field_code}, read_listed);
}

std::vector<Field> fields(db::Tx& tx, base::Date on) {
  std::vector<Field> out;
  for (const auto& item : list(tx, "", on)) {
    auto known = std::find_if(out.begin(), out.end(),
                              [&](const Field& f) { return f.code == item.field.code; });
    if (known == out.end()) known = out.insert(known, item.field);
    ++known->procedures;
  }
  std::sort(out.begin(), out.end(), [](const Field& a, const Field& b) {
    return base::sort_key(a.name.vi) < base::sort_key(b.name.vi);
  });
  return out;
}

std::string text_of(db::Tx& tx, base::VersionId id, Part part) {
  const auto sql = part == Part::form ? kForm : part == Part::flow ? kFlow : kTemplate;
  return tx.first(sql, {id}, [](const db::Row& row) { return row.str(0); }).value_or("");
}

namespace store {

void insert(db::Tx& tx, const Version& v, const Publication& p, base::Instant now) {
  tx.execute(kInsert, {v.id, v.code, v.number, v.valid_from, v.valid_to, v.name.vi, v.name.en,
                       base::sort_key(v.name.vi), v.field.code, v.field.name.vi, v.field.name.en,
                       code_of(v.level), v.has_form, base::json::canonical(p.content), p.form,
                       p.flow, p.result_template, v.hash, now});
}

std::optional<Newest> newest(db::Tx& tx, std::string_view code) {
  return tx.first(kNewest, {code}, [](const db::Row& row) {
    const auto content = base::json::parse(row.text(3));
    base::must(content && content->is_object());
    return Newest{int(row.i64(0)),
                  row.str(1),
                  row.str(2),
                  {content->as_object(), row.str(4), row.str(5), row.str(6)}};
  });
}

std::vector<std::pair<std::string, std::string>> brought(db::Tx& tx, std::string_view pack) {
  return tx.all(kBrought, {pack},
                [](const db::Row& row) { return std::pair(row.str(0), row.str(1)); });
}

void remember_brought(db::Tx& tx, std::string_view pack, std::string_view code,
                      std::string_view hash) {
  tx.execute(kRemember, {pack, code, hash});
}

}  // namespace store
}  // namespace catalogue
