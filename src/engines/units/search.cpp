// Finding units by what people call them, today's and yesterday's names alike.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "engines/units/store.hpp"
#include "engines/units/units.hpp"
#include "engines/units/words.hpp"

namespace units {
namespace {

constexpr std::size_t found_max = 50;

struct Match {
  const Unit* version;
  bool current;
  bool whole;  // the words end where a word of the name ends
};

// The best first: whole words, names of the day, short names.
auto rank(const Match& m) {
  return std::tuple(!m.whole, !m.current, m.version->name.vi.size(), m.version->id,
                    m.version->from);
}

bool in_force(const Unit& version, base::Date day) {
  return version.from <= day && (!version.to || *version.to >= day);
}

std::vector<Match> matches(const std::vector<Unit>& versions, std::string_view typed,
                           base::Date as_of) {
  const auto whole = words_of(typed);
  const std::string_view begun(whole.data(), whole.size() - 1);
  std::vector<Match> out;
  if (begun.size() < 2) return out;
  for (const auto& version : versions) {
    if (version.from > as_of) continue;
    const auto name = words_of(version.name.vi + " " + version.name.en + " " + version.code);
    if (name.find(begun) == name.npos) continue;
    out.push_back({&version, in_force(version, as_of), name.find(whole) != name.npos});
  }
  std::sort(out.begin(), out.end(), [](auto& a, auto& b) { return rank(a) < rank(b); });
  return out;
}

}  // namespace

std::vector<Found> search(db::Tx& tx, std::string_view words, base::Date as_of) {
  const auto versions = store::versions(tx);
  std::vector<Found> out;
  std::set<std::pair<base::UnitId, std::string>> told;  // a unit and the name it was found by
  for (const auto& match : matches(versions, words, as_of)) {
    const auto& version = *match.version;
    if (match.current) {
      if (told.insert({version.id, version.name.vi}).second) out.push_back({version, std::nullopt});
    } else {
      for (const auto id : heirs(tx, version.id, as_of)) {
        auto now = find(tx, id, as_of);
        if (now && told.insert({id, version.name.vi}).second) {
          out.push_back({std::move(*now), version});
        }
      }
    }
    if (out.size() >= found_max) break;
  }
  return out;
}

}  // namespace units
