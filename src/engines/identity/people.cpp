// People as they are kept: tidy text of bounded length, dates and genders that are ones.
#include "engines/identity/people.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/must.hpp"
#include "engines/identity/store_people.hpp"

namespace identity {
namespace {

constexpr std::size_t line_max = 600;  // bytes: 200 letters of any script we meet
constexpr int slice = 500;

// 1990-05-17, 1948, or nothing.
std::string kept_birth(std::string_view text) {
  if (base::Date::parse_iso(text)) return std::string(text);
  const bool year = text.size() == 4 && text >= "1850" && text <= "2200" &&
                    text.find_first_not_of("0123456789") == text.npos;
  return year ? std::string(text) : "";
}

std::string kept_gender(std::string_view text) {
  return text == "male" || text == "female" ? std::string(text) : "";
}

PersonFacts tidy(const PersonFacts& f) {
  return {f.number,
          kept_line(f.name),
          kept_birth(f.birth),
          kept_gender(f.gender),
          kept_line(f.ethnicity),
          kept_line(f.nationality),
          kept_line(f.residence),
          kept_line(f.phone),
          kept_line(f.email)};
}

bool is_paper_number(PaperKind kind, std::string_view number) {
  const auto digits = [](std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  };
  switch (kind) {
    case PaperKind::old_card:
      return number.size() == 9 && digits(number);
    case PaperKind::passport:  // one letter and seven digits here, others elsewhere
      return number.size() >= 5 && number.size() <= 20 && std::ranges::all_of(number, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
             });
    case PaperKind::former_number:
      return is_personal_number(number);
  }
  return false;
}

constexpr std::string_view paper_kinds[] = {"old_card", "passport", "former_number"};

}  // namespace

std::string kept_line(std::string_view text) {
  if (!base::is_text(text)) return "";
  auto line = base::tidy(text);
  if (line.size() <= line_max) return line;
  std::size_t end = line_max;
  while ((line[end] & 0xC0) == 0x80) --end;  // not in the middle of a letter
  return line.substr(0, end);
}

// Vietnamese are sorted by their given name, which stands last.
std::string name_key(std::string_view name) {
  const auto blank = name.rfind(' ');
  const auto given = blank == name.npos ? name : name.substr(blank + 1);
  return base::sort_key(std::string(given) + " " + std::string(name));
}

base::PersonId keep_person(db::Database& db, db::Tx& tx, const PersonFacts& facts, Source source,
                           base::Instant now) {
  base::must(facts.number.empty() || is_personal_number(facts.number));
  const auto id = db.fresh<base::PersonId>();
  auto kept = tidy(facts);
  if (source == Source::oidc) kept = store::not_overruled(tx, std::move(kept));
  store::keep(tx, id, kept, source, now);
  return facts.number.empty() ? id : *person_by_number(tx, facts.number);
}

bool correct_person(db::Tx& tx, base::PersonId id, const PersonFacts& facts, int version,
                    base::Instant now) {
  base::must(facts.number.empty() || is_personal_number(facts.number));
  const auto kept = tidy(facts);
  store::overrule(tx, id, kept);
  return store::correct(tx, id, kept, version, now);
}

std::string_view code(PaperKind kind) { return paper_kinds[int(kind)]; }

std::optional<PaperKind> paper_kind(std::string_view code) {
  const auto* found = std::ranges::find(paper_kinds, code);
  if (found == std::end(paper_kinds)) return std::nullopt;
  return PaperKind(found - std::begin(paper_kinds));
}

base::Result<PaperId, PaperRefusal> add_paper(db::Database& db, db::Tx& tx, const Paper& paper,
                                              std::string_view number, base::Instant now) {
  if (!is_paper_number(paper.kind, number)) return base::refuse(PaperRefusal::number);
  if (paper.from && paper.to && *paper.to < *paper.from) {
    return base::refuse(PaperRefusal::reversed);
  }
  const auto id = db.fresh<PaperId>();
  if (!store::insert_paper(tx, id, paper, number, now)) return base::refuse(PaperRefusal::already);
  return id;
}

void fold_names(db::Database& db) {
  for (bool more = true; more;) {
    more = db.write([](db::Tx& tx) { return store::fold_names(tx, slice) == slice; });
  }
}

}  // namespace identity
