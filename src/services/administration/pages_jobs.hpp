// Background work: its standing, what was given up, and trying that again.
#pragma once

#include "services/administration/actions_jobs.hpp"
#include "services/administration/room.hpp"
#include "services/administration/views_jobs.hpp"

namespace administration {

class JobPages {
 public:
  explicit JobPages(const Parts& parts) : parts_(parts), actions_(parts.db, parts.journal) {}

  identity::Routes routes();

 private:
  http::Response list(identity::Visit& visit, std::string error = {});
  http::Response resend_all(identity::Visit& visit);
  http::Response one(identity::Visit& visit);
  http::Response resend(identity::Visit& visit);
  http::Response ask_drop(identity::Visit& visit);
  http::Response drop(identity::Visit& visit);

  std::optional<jobs::Job> dead_in(const identity::Visit& visit) const;
  http::Response answer(identity::Visit& visit, const base::Result<void, JobRefusal>& done,
                        std::string_view what);
  http::Response page(identity::Visit& visit, ui::OfficerPage page, int status = 200) const;

  Parts parts_;
  JobActions actions_;
};

}  // namespace administration
