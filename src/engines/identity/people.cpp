// People as they are kept: tidy text of bounded length, dates and genders that are ones.
#include "base/fold.hpp"
#include "base/must.hpp"
#include "engines/identity/store_people.hpp"

namespace identity {
namespace {

constexpr std::size_t line_max = 300;

// Text from outside as it is kept: tidy, and never longer than anybody's name or address.
std::string kept(std::string_view text) {
  if (!base::is_text(text)) return "";
  auto line = base::tidy(text);
  if (line.size() <= line_max) return line;
  std::size_t end = line_max;
  while ((line[end] & 0xC0) == 0x80) --end;  // not in the middle of a letter
  return line.substr(0, end);
}

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

}  // namespace

base::PersonId keep_person(db::Database& db, db::Tx& tx, const PersonFacts& f, Source source,
                           base::Instant now) {
  base::must(f.number.empty() || is_personal_number(f.number));
  const auto id = db.fresh<base::PersonId>();
  const PersonFacts tidy = {
      f.number,          kept(f.name),        kept_birth(f.birth), kept_gender(f.gender),
      kept(f.ethnicity), kept(f.nationality), kept(f.residence),   kept(f.phone),
      kept(f.email)};
  store::keep(tx, id, tidy, source == Source::oidc ? "oidc" : "desk", now);
  return f.number.empty() ? id : *person_by_number(tx, f.number);
}

}  // namespace identity
