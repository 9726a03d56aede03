// Gaps, overlaps and rows never reached: every case of the inputs gone through, alike ones at once.
#include <algorithm>

#include "engines/decisions/axis.hpp"
#include "engines/decisions/check.hpp"
#include "engines/decisions/decisions.hpp"
#include "engines/decisions/saying.hpp"
#include "engines/decisions/text.hpp"

namespace decisions {
namespace {

using Part = Spot::Part;
using Weight = Finding::Weight;
using Bits = std::vector<bool>;

constexpr std::size_t gaps_kept = 1'000;  // before they are joined

bool any(const Bits& bits) { return std::ranges::find(bits, true) != bits.end(); }
bool all(const Bits& bits) { return std::ranges::find(bits, false) == bits.end(); }
base::Words count(std::size_t n) { return plain_words(std::to_string(n)); }
base::Words number(std::size_t i) { return count(i + 1); }  // of a row, as people count

// A set of cases: of each axis, the stretches it holds.
using Box = std::vector<Bits>;

// "tuổi từ 16 đến 18 và phí = 0"; what can be anything is left out.
base::Words told(const std::vector<Axis>& axes, const Box& box) {
  std::vector<base::Words> parts;
  for (std::size_t k = 0; k < axes.size(); ++k) {
    if (!all(box[k])) parts.push_back(decisions::told(axes[k], box[k]));
  }
  return parts.empty() ? words_of(text::every_case) : listed(parts, text::and_);
}

// Stretches of an axis that no row tells apart.
struct Alike {
  Bits stretches;
  Bits sure;  // rows that fit
  Bits may;   // rows that fit or cannot be looked through
};

std::vector<Alike> alike_of(const Axis& axis) {
  std::vector<Alike> out;
  const auto rows = axis.unclear.size();
  for (std::size_t s = 0; s < axis.stretches.size(); ++s) {
    Alike one{Bits(axis.stretches.size()), Bits(rows), Bits(rows)};
    for (std::size_t i = 0; i < rows; ++i) {
      one.sure[i] = axis.sure[i][s];
      one.may[i] = one.sure[i] || axis.unclear[i];
    }
    auto known = std::ranges::find_if(
        out, [&](const Alike& other) { return other.sure == one.sure && other.may == one.may; });
    if (known == out.end()) known = out.insert(out.end(), one);
    known->stretches[s] = true;
  }
  return out;
}

Bits both(const Bits& a, const Bits& b) {
  Bits out(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) out[i] = a[i] && b[i];
  return out;
}

class Cases {
 public:
  Cases(const Table& table, Findings& found) : table_(table), found_(found) {
    for (std::size_t k = 0; k < table.inputs.size(); ++k) {
      axes_.push_back(axis_of(table, k));
      alike_.push_back(alike_of(axes_.back()));
    }
  }

  void run() {
    tell_unclear();
    never_fitting();
    overlaps();
    const Bits rows(table_.rows.size(), true);
    first_ = Bits(table_.rows.size());
    Box box;
    walk(0, rows, rows, box);
    if (boxes_ > boxes_max) {
      tell(Weight::untold, {}, say(text::too_many_cases));
      return;
    }
    gaps();
    if (table_.policy == Policy::first) unreached();
  }

 private:
  void tell(Weight weight, Spot spot, base::Words words) {
    found_.push_back({weight, spot, std::move(words)});
  }
  static Spot at_row(std::size_t i) { return {Part::row, int(i), -1}; }

  void tell_unclear() {
    for (std::size_t k = 0; k < axes_.size(); ++k) {
      for (std::size_t i = 0; i < table_.rows.size(); ++i) {
        if (!axes_[k].unclear[i]) continue;
        tell(Weight::untold, {Part::test, int(i), int(k)},
             say(text::unclear_cell, {{"row", number(i)}, {"column", axes_[k].label}}));
      }
    }
  }

  bool clear(std::size_t row) const {
    return std::ranges::none_of(axes_, [&](const Axis& axis) { return axis.unclear[row]; });
  }

  // Where both rows fit: of each axis the stretches that both take.
  Box common(std::size_t a, std::size_t b) const {
    Box out;
    for (const auto& axis : axes_) out.push_back(both(axis.sure[a], axis.sure[b]));
    return out;
  }
  static bool somewhere(const Box& box) { return std::ranges::all_of(box, any); }

  void never_fitting() {
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      for (std::size_t k = 0; k < axes_.size(); ++k) {
        if (axes_[k].unclear[i] || any(axes_[k].sure[i])) continue;
        tell(Weight::error, {Part::test, int(i), int(k)},
             say(text::never_fits, {{"row", number(i)}, {"column", axes_[k].label}}));
      }
    }
  }

  void overlaps() {
    const bool unique = table_.policy == Policy::unique;
    if (!unique && table_.policy != Policy::any) return;
    std::size_t told_here = 0, more = 0;
    for (std::size_t b = 1; b < table_.rows.size(); ++b) {
      for (std::size_t a = 0; a < b; ++a) {
        if (!clear(a) || !clear(b)) continue;
        const auto box = common(a, b);
        if (!somewhere(box) || (!unique && agree(a, b))) continue;
        if (told_here == told_max) {
          ++more;
          continue;
        }
        ++told_here;
        tell(Weight::error, at_row(b),
             say(unique ? text::overlap : text::differ,
                 {{"a", number(a)}, {"b", number(b)}, {"case", told(axes_, box)}}));
      }
    }
    if (more) tell(Weight::error, {}, say(text::more_overlaps, {{"count", count(more)}}));
  }

  // Answers that are the same text, or the same value.
  bool agree(std::size_t a, std::size_t b) const {
    const auto& one = table_.rows[a].answers;
    const auto& other = table_.rows[b].answers;
    for (std::size_t k = 0; k < one.size(); ++k) {
      if (one[k] == other[k]) continue;
      const auto x = literal(one[k]), y = literal(other[k]);
      if (!x || !y || !feel::equal(*x, *y).value_or(false)) return false;
    }
    return true;
  }

  void walk(std::size_t k, const Bits& sure, const Bits& may, Box& box) {
    if (++boxes_ > boxes_max) return;
    if (!any(may)) return keep_gap(box);
    if (k == axes_.size()) return leaf(sure, may);
    for (const auto& one : alike_[k]) {
      box.push_back(one.stretches);
      walk(k + 1, both(sure, one.sure), both(may, one.may), box);
      box.pop_back();
    }
  }

  // Rows from the first that may be it to the first that is.
  void leaf(const Bits& sure, const Bits& may) {
    for (std::size_t i = 0; i < may.size(); ++i) {
      if (may[i]) first_[i] = true;
      if (sure[i]) return;
    }
    unsure_ = true;
  }

  void keep_gap(Box box) {
    if (gaps_.size() == gaps_kept) {
      ++gaps_left_;
      return;
    }
    for (auto k = box.size(); k < axes_.size(); ++k)
      box.push_back(Bits(axes_[k].stretches.size(), true));
    gaps_.push_back(std::move(box));
  }

  // Two that differ in one axis only are one.
  static bool join(Box& one, const Box& other) {
    std::size_t differing = one.size();
    for (std::size_t k = 0; k < one.size(); ++k) {
      if (one[k] == other[k]) continue;
      if (differing < one.size()) return false;
      differing = k;
    }
    for (std::size_t s = 0; differing < one.size() && s < one[differing].size(); ++s)
      one[differing][s] = one[differing][s] || other[differing][s];
    return true;
  }

  void join_gaps() {
    for (bool again = true; again;) {
      again = false;
      for (std::size_t i = 0; i < gaps_.size(); ++i) {
        for (auto j = i + 1; j < gaps_.size();) {
          if (!join(gaps_[i], gaps_[j])) {
            ++j;
            continue;
          }
          gaps_.erase(gaps_.begin() + std::ptrdiff_t(j));
          again = true;
        }
      }
    }
  }

  void gaps() {
    const bool answered = std::ranges::all_of(
        table_.outputs, [](const Output& output) { return !output.fallback.empty(); });
    if (answered) return;  // what no row fits has its answer
    join_gaps();
    const auto weight = table_.complete ? Weight::error : Weight::warning;
    for (std::size_t i = 0; i < std::min(gaps_.size(), told_max); ++i)
      tell(weight, {}, say(text::gap, {{"case", told(axes_, gaps_[i])}}));
    const auto more = gaps_left_ + (gaps_.size() > told_max ? gaps_.size() - told_max : 0);
    if (more) tell(weight, {}, say(text::more_gaps, {{"count", count(more)}}));
    if (unsure_) tell(Weight::untold, {}, say(text::perhaps_gaps));
  }

  // Under "first", rows above take all its cases.
  void unreached() {
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      if (first_[i] || !clear(i)) continue;
      std::vector<base::Words> above;
      for (std::size_t a = 0; a < i; ++a) {
        if (somewhere(common(a, i))) above.push_back(number(a));
      }
      if (above.empty()) continue;  // told already: it fits nothing
      tell(Weight::error, at_row(i),
           say(text::unreached, {{"row", number(i)}, {"rows", listed(above, text::and_)}}));
    }
  }

  const Table& table_;
  Findings& found_;
  std::vector<Axis> axes_;
  std::vector<std::vector<Alike>> alike_;
  Bits first_;
  std::vector<Box> gaps_;
  std::size_t gaps_left_ = 0;
  long boxes_ = 0;
  bool unsure_ = false;
};

}  // namespace

Findings check_cases(const Table& table) {
  Findings found;
  Cases(table, found).run();
  return found;
}

}  // namespace decisions
