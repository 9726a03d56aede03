// A resident fills in a form, checks it and submits it.
#pragma once

#include "services/one_stop/room.hpp"

namespace one_stop {

class FormPages {
 public:
  explicit FormPages(const Parts& parts) : parts_(parts) {}

  http::Response start(identity::Visit& visit);  // before the form: which unit
  http::Response begin(identity::Visit& visit);  // makes the draft
  http::Response step(identity::Visit& visit);
  http::Response save(identity::Visit& visit);
  http::Response check(identity::Visit& visit);
  http::Response submit(identity::Visit& visit);
  http::Response drop(identity::Visit& visit);
  // Where to, after the unit it was addressed to has ended and was divided.
  http::Response choose(identity::Visit& visit);
  http::Response chosen(identity::Visit& visit);

 private:
  struct Filling;
  std::optional<Filling> filling(identity::Visit& visit);
  // To a surer sign-in, if the procedure asks for one; they come back to `path`.
  std::optional<http::Response> raised(const identity::Visit& visit,
                                       const catalogue::Version& version, const std::string& path);
  http::Response gone(identity::Visit& visit);  // there is no such draft, or no longer
  static std::string moved(const Filling& now, const identity::Visit& visit);
  http::Response show_choose(identity::Visit& visit, const Filling& now,
                             const std::string& problem);
  http::Response show_start(identity::Visit& visit, const std::string& problem);
  http::Response show_step(identity::Visit& visit, const Filling& now, int step,
                           const std::vector<forms::Problem>& problems, bool kept);
  http::Response show_check(identity::Visit& visit, const Filling& now,
                            const std::vector<forms::Problem>& problems,
                            const std::string& refusal);

  Parts parts_;
};

// What a form needs to know about the person and the city, in the reader's language.
forms::Setting setting_for(const identity::Visit& visit,
                           const std::vector<forms::Choice>& communes);
std::vector<forms::Choice> communes(db::Tx& tx, base::Date today);

}  // namespace one_stop
