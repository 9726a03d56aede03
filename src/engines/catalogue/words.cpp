// What the kinds and levels of a procedure are called.
#include "engines/catalogue/catalogue.hpp"
#include "engines/catalogue/text.hpp"

namespace catalogue {

base::Text words(Level level) { return level == Level::commune ? text::commune : text::city; }

base::Text words(Channel channel) {
  switch (channel) {
    case Channel::counter:
      return text::counter;
    case Channel::online:
      return text::online;
    case Channel::post:
      break;
  }
  return text::post;
}

base::Text words(ServiceLevel level) {
  return level == ServiceLevel::whole ? text::whole : text::part;
}

base::Text words(PaperKind kind) {
  switch (kind) {
    case PaperKind::form:
      return text::form;
    case PaperKind::original:
      return text::original;
    case PaperKind::certified_copy:
      return text::certified_copy;
    case PaperKind::compare:
      return text::compare;
    case PaperKind::present:
      return text::present;
    case PaperKind::photo:
      break;
  }
  return text::photo;
}

base::Text words(FeeKind kind) {
  switch (kind) {
    case FeeKind::fee:
      return text::fee;
    case FeeKind::charge:
      return text::charge;
    case FeeKind::none:
      break;
  }
  return text::no_fee;
}

base::Text awaits_confirmation() { return text::awaits_confirmation; }

base::Dong Version::fee_due() const {
  base::Dong sum;
  for (const auto& fee : fees) sum = sum + fee.amount.value_or(base::Dong{});
  return sum;
}

}  // namespace catalogue
