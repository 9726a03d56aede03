// The index as one table of folded text, asked with LIKE.
#include "engines/search/search.hpp"

#include <array>

#include "base/fold.hpp"

namespace search {
namespace {

constexpr std::string_view kPut = R"sql(
  INSERT INTO search_item (kind, ref, title_vi, title_en, sort_title, title_folded, folded, weight)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (kind, ref) DO UPDATE SET title_vi = excluded.title_vi,
    title_en = excluded.title_en, sort_title = excluded.sort_title,
    title_folded = excluded.title_folded, folded = excluded.folded, weight = excluded.weight)sql";

constexpr std::string_view kRemove = R"sql(
  DELETE FROM search_item WHERE kind = $1 AND ref = $2)sql";

// One LIKE a word; words not given come as '%'.
constexpr std::string_view kFind = R"sql(
  SELECT kind, ref, title_vi, title_en FROM search_item
  WHERE folded LIKE $1 AND folded LIKE $2 AND folded LIKE $3 AND folded LIKE $4
    AND folded LIKE $5 AND folded LIKE $6 AND folded LIKE $7 AND folded LIKE $8
    AND (CAST($9 AS TEXT) = '' OR kind = $9)
  ORDER BY CASE WHEN title_folded LIKE $1 AND title_folded LIKE $2 AND title_folded LIKE $3
                 AND title_folded LIKE $4 AND title_folded LIKE $5 AND title_folded LIKE $6
                 AND title_folded LIKE $7 AND title_folded LIKE $8 THEN 0 ELSE 1 END,
           weight DESC, sort_title, kind, ref
  LIMIT $10)sql";

// Folded words with one blank before each, so that '% tho%' finds only beginnings. Only letters and
// digits stay: that also leaves nothing with a meaning in LIKE.
std::string searchable(std::string_view text) {
  std::string out;
  bool inside = false;
  for (const char c : base::fold(text)) {
    const bool keep = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80);
    if (keep && !inside) out += ' ';
    if (keep) out += c;
    inside = keep;
  }
  return out;
}

std::array<std::string, words_max> patterns(const std::string& asked) {
  std::array<std::string, words_max> out;
  out.fill("%");
  std::size_t from = 0;
  for (auto& pattern : out) {
    if (from >= asked.size()) break;
    const auto end = std::min(asked.find(' ', from + 1), asked.size());
    pattern = "%" + asked.substr(from, end - from) + "%";
    from = end;
  }
  return out;
}

}  // namespace

void put(db::Tx& tx, const Item& item) {
  const auto titles = searchable(item.title.vi) + searchable(item.title.en);
  tx.execute(kPut,
             {item.kind, item.ref, item.title.vi, item.title.en, base::sort_key(item.title.vi),
              titles, titles + searchable(item.ref) + searchable(item.more), item.weight});
}

void remove(db::Tx& tx, std::string_view kind, std::string_view ref) {
  tx.execute(kRemove, {kind, ref});
}

std::vector<Found> find(db::Tx& tx, std::string_view words, int limit, std::string_view kind) {
  const auto asked = searchable(words.substr(0, 400));
  if (asked.empty()) return {};
  const auto p = patterns(asked);
  return tx.all(kFind, {p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], kind, limit},
                [](const db::Row& row) {
                  return Found{row.str(0), row.str(1), {row.str(2), row.str(3)}};
                });
}

}  // namespace search
