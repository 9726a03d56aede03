#include "app/rows.hpp"

#include <fmt/format.h>

#include "services/one_stop/rows.hpp"

namespace app {

constexpr int slice = 50;  // dossiers with their files: well below a second

contracts::RowChecks row_checks(const files::Store& files) { return one_stop::row_checks(files); }

std::int64_t differences(db::Database& db, const contracts::RowCheck& check,
                         const contracts::TellDifference& tell) {
  std::int64_t after = 0, count = 0;
  for (bool more = true; more;) {
    std::vector<contracts::Difference> found;  // a snapshot that failed is read again
    std::int64_t from = after;
    db.read([&](db::Tx& tx) {
      found.clear();
      from = after;
      more = check.compare(tx, from, slice, [&](const auto& one) { found.push_back(one); });
    });
    after = from;
    count += std::int64_t(found.size());
    for (const auto& one : found) tell(one);
  }
  return count;
}

std::string told(const contracts::Difference& d) {
  return fmt::format("{}: {} is {}, should be {}", d.row, d.what, d.is, d.should);
}

}  // namespace app
