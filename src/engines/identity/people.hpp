// People as the city knows them: facts, papers they had before, and how to find one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/instant.hpp"
#include "base/personal.hpp"
#include "base/result.hpp"
#include "engines/identity/number.hpp"
#include "platform/db/db.hpp"

namespace identity {

// What a person or a provider says. `birth` is 1990-05-17, or 1948 where only the year is known;
// `gender` is "male", "female" or empty.
struct PersonFacts {
  std::string number, name, birth, gender, ethnicity, nationality, residence, phone, email;
};

enum class Source { oidc, desk };

struct Person {
  base::PersonId id;
  base::Personal<std::string> number, name, birth, gender, ethnicity, nationality, residence, phone,
      email;
  Source source = Source::desk;
  int version = 1;  // grows with each change: what a form was drawn from
};

std::optional<Person> person(db::Tx& tx, base::PersonId id);
std::optional<base::PersonId> person_by_number(db::Tx& tx, std::string_view number);
// Adds the person, or finds them by number and renews what is said; what is left empty stays as it
// was. Text is tidied and bounded; a birth or gender that is not one is dropped. The number is
// empty (someone without one: always a new row) or passes is_personal_number.
base::PersonId keep_person(db::Database& db, db::Tx& tx, const PersonFacts& facts, Source source,
                           base::Instant now);
// Writes what is said over what was known, empty fields too, except the number: only an empty one
// can be filled. A provider that goes on saying what it said before does not undo it; what it says
// anew counts. False if somebody changed the person since `version`: then roll back.
bool correct_person(db::Tx& tx, base::PersonId id, const PersonFacts& facts, int version,
                    base::Instant now);

// ---- Papers from before: attributes of a person, never keys. Two people may have had one number.

enum class PaperKind { old_card, passport, former_number };
std::string_view code(PaperKind kind);
std::optional<PaperKind> paper_kind(std::string_view code);

using PaperId = base::Id<struct PaperTag>;

struct Paper {
  PaperId id;
  base::PersonId person;
  PaperKind kind = PaperKind::old_card;
  base::Personal<std::string> number;
  std::optional<base::Date> from, to;
  std::string source;  // where it was read: "Căn cước", "Sổ hộ khẩu số 12"
};

enum class PaperRefusal { number, reversed, already };
std::vector<Paper> papers_of(db::Tx& tx, base::PersonId person);
// The id of `paper` is given by this call.
base::Result<PaperId, PaperRefusal> add_paper(db::Database& db, db::Tx& tx, const Paper& paper,
                                              std::string_view number, base::Instant now);
bool remove_paper(db::Tx& tx, base::PersonId person, PaperId paper);

// ---- Finding. Residents are never browsed: only a number, or a whole name with the birth, leads
// to one. Two people of one name and birthday stay two.

struct Found {
  base::PersonId id;
  base::Personal<std::string> name, birth, number;
};
// By personal number, or by a number of an older paper; at most 20.
std::vector<Found> people_by_any_number(db::Tx& tx, std::string_view number);
// Whose whole name is this, marks ignored, and whose birth is this day or (1948) year, as far as it
// is known; an empty birth asks for the name alone: to notice doubles, not to browse. At most 20.
std::vector<Found> people_by_name(db::Tx& tx, std::string_view name, std::string_view birth);

// Folds names kept before they were searchable, in slices; does nothing when there are none.
void fold_names(db::Database& db);

}  // namespace identity
