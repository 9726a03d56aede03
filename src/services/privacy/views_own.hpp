// Draws one's own data, what is asked about it, and what one agreed to.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/html.hpp"
#include "contracts/personal_data.hpp"
#include "services/privacy/store_consent.hpp"
#include "services/privacy/words.hpp"

namespace privacy::views {

struct OwnRequest {
  Request request;
  std::string wanted, answer;  // opened for the page
};
struct Own {
  base::Lang lang = base::Lang::vi;
  bool resident = false;  // who may ask
  std::vector<contracts::Kept> kept;
  std::vector<OwnRequest> requests;
  calendar::WorkingTime time = {};
  base::Instant now = {};
  std::string notice = {}, error = {};
  std::function<base::Html()> marks;
};
base::Html own(const Own& own);

struct Asking {
  base::Lang lang = base::Lang::vi;
  Kind kind = Kind::correction;
  std::string field, wanted, words;  // as typed
  bool secret = false;
  std::string error;
  std::string error_at;  // the control it is about: "field", "wanted", "words", "paper"
  base::Html marks;
  std::optional<Terms> terms = {};
  std::vector<Request> waiting = {};  // of this kind
  std::string hindrance = {};         // why it cannot be asked for today: there is no form then
};
base::Html asking(const Asking& asking);

struct Consents {
  base::Lang lang = base::Lang::vi;
  std::vector<ConsentText> texts;
  std::vector<Consent> given;  // newest first
  std::function<base::Words(const Consent&)> title;
  std::string notice = {}, error = {}, error_kind = {};
  std::function<base::Html()> marks;
};
base::Html consents(const Consents& shown);

}  // namespace privacy::views
