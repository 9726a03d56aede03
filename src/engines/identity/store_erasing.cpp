// Single statements; what they leave is a row of nobody.
#include "engines/identity/erasing.hpp"

namespace identity {
namespace {

constexpr std::string_view kPerson = R"sql(
  UPDATE identity_person SET number = NULL, number_hash = NULL, overruled = '{}', name = '',
    words = '', sort_key = '', birth = '', gender = '', ethnicity = '', nationality = '',
    residence = '', phone = '', email = '', changed_at = $2, version = version + 1
  WHERE id = $1)sql";

constexpr std::string_view kPapers = R"sql(DELETE FROM identity_paper WHERE person_id = $1)sql";
constexpr std::string_view kHeld = R"sql(DELETE FROM identity_held WHERE person_id = $1)sql";

constexpr std::string_view kSessions = R"sql(
  UPDATE identity_session SET ended_at = COALESCE(ended_at, $2), browser = ''
  WHERE person_id = $1)sql";

// What they were for an organisation that has ended.
constexpr std::string_view kRepresentative = R"sql(
  UPDATE identity_representative SET capacity = '', evidence = '', version = version + 1
  WHERE person_id = $1)sql";

}  // namespace

void erase_person(db::Tx& tx, base::PersonId person, base::Instant now) {
  tx.execute(kPerson, {person, now});
  tx.execute(kPapers, {person});
  tx.execute(kHeld, {person});
  tx.execute(kSessions, {person, now});
  tx.execute(kRepresentative, {person});
}

}  // namespace identity
