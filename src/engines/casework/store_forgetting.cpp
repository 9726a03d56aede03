// The party's name also stands in the words a card is found by.
#include "base/fold.hpp"
#include "engines/casework/forgetting.hpp"

namespace casework {
namespace {

constexpr std::string_view kCode = R"sql(
  SELECT code FROM casework_case WHERE subject_kind = $1 AND subject_id = $2)sql";

constexpr std::string_view kForget = R"sql(
  UPDATE casework_case SET party_name = '', words = $3
  WHERE subject_kind = $1 AND subject_id = $2)sql";

}  // namespace

void forget_party(db::Tx& tx, std::string_view subject_kind, std::int64_t subject) {
  const auto code =
      tx.first(kCode, {subject_kind, subject}, [](const db::Row& row) { return row.str(0); });
  if (code) tx.execute(kForget, {subject_kind, subject, base::fold(*code)});
}

}  // namespace casework
