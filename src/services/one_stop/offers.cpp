#include "services/one_stop/offers.hpp"

#include <algorithm>

#include "services/one_stop/actions.hpp"

namespace one_stop {
namespace {

bool at_work(const Standing& s) {
  return s.state == State::accepted || s.state == State::in_progress;
}

}  // namespace

const std::vector<casework::Offer>& offers() {
  static const std::vector<casework::Offer> all = {
      {std::string(action::receive), {"accept", "refuse"}},
      {std::string(action::collect_fee), {"paid"}},
      {std::string(action::appraise), {"propose"}},
      {std::string(action::sign), {"approve", "send_back"}},
      {std::string(action::seal), {"seal"}},
      {std::string(action::return_result), {"returned"}}};
  return all;
}

bool is_offered(std::string_view action) {
  return std::ranges::count(offers(), action, &casework::Offer::action) > 0;
}

bool possible(std::string_view what, const Standing& s) {
  using enum Standing::Result;
  if (what == action::receive) return s.state == State::submitted;
  if (what == action::collect_fee) return s.state == State::payment_requested && s.owes;
  // The clock of a dossier that waits for money stands still: nobody works on it.
  if (what == action::appraise) return at_work(s) && (s.result == none || s.result == drafted);
  if (what == action::sign) return at_work(s) && s.result == drafted;
  if (what == action::seal) return at_work(s) && s.result == signed_by_officer;
  return what == action::return_result && s.state == State::resolved;
}

std::optional<Standing> after(std::string_view what, std::string_view outcome, Standing s) {
  if (!possible(what, s)) return std::nullopt;
  if (what == action::receive) {
    s.state = outcome == "refuse" ? State::refused
              : s.owes            ? State::payment_requested
                                  : State::accepted;
  } else if (what == action::collect_fee) {
    s.state = State::in_progress;
    s.owes = false;
  } else if (what == action::appraise) {
    s.state = State::in_progress;
    s.result = Standing::Result::drafted;
  } else if (what == action::sign) {
    if (outcome == "approve") s.result = Standing::Result::signed_by_officer;
  } else if (what == action::seal) {
    s.state = State::resolved;
    s.result = Standing::Result::issued;
  } else {
    s.state = State::returned;
  }
  return s;
}

}  // namespace one_stop
