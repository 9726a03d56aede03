// Rules of a dossier's states and code.
#include "services/one_stop/dossier.hpp"

#include <fmt/format.h>

#include "base/fold.hpp"
#include "base/must.hpp"

namespace one_stop {
namespace {

constexpr std::size_t code_length_max = 40;

bool in(State s, std::initializer_list<State> list) {
  for (const auto one : list) {
    if (one == s) return true;
  }
  return false;
}

}  // namespace

bool may_become(State from, State to) {
  using enum State;
  switch (from) {
    case submitted:
      return in(to, {accepted, payment_requested, refused, supplement_requested, withdrawn});
    case accepted:
    case in_progress:
      return in(
          to, {in_progress, supplement_requested, payment_requested, withdrawn, stopped, resolved});
    case supplement_requested:
      return in(to, {in_progress, stopped, withdrawn});
    case payment_requested:
      return in(to, {accepted, in_progress, stopped, withdrawn});
    case resolved:
      return to == returned;
    default:
      return false;
  }
}

std::string code_from(std::string_view pattern, std::string_view agency, base::Date day,
                      std::int64_t order) {
  return base::fill(
      pattern,
      {{"agency", std::string(agency)},
       {"yymmdd", fmt::format("{:02}{:02}{:02}", day.year() % 100, day.month(), day.day())},
       {"order", fmt::format("{:04}", order)}});
}

std::optional<std::string> read_code(std::string_view typed) {
  const auto text = base::upper(base::tidy(typed));
  if (text.size() < 8 || text.size() > code_length_max) return std::nullopt;
  for (const char c : text) {
    if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-'))
      return std::nullopt;
  }
  return text;
}

std::string_view code(Channel channel) {
  switch (channel) {
    case Channel::counter:
      return "counter";
    case Channel::online:
      return "online";
    case Channel::post:
      return "post";
  }
  base::must(false);
  return "";
}

}  // namespace one_stop
