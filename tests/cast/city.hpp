// The whole program over the cast's town, called by anybody at any of its addresses.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "app/program.hpp"
#include "cast/town.hpp"
#include "engines/identity/delegation.hpp"
#include "engines/identity/organisations.hpp"

namespace cast {

using identity::Who;

class City {
 public:
  City();

  db::Database& db() { return *ground_.db; }
  base::Date today() const { return town.now.local().date; }
  const identity::Routes& routes() const { return program_->routes(); }

  // Calls it with an example in every hole, as this person; nullptr: nobody is signed in.
  http::Response call(const identity::Route& route, const Who* who) {
    return send(request_of(route, who));
  }
  // The same with these fields, in a form that is proven ours.
  http::Response call(const identity::Route& route, const Who& who, const std::string& fields);

  // The program as a browser sees it, and a cookie of a fresh session for it.
  http::Handler site() { return program_->handler(); }
  std::string sign_in(const Who& who) {
    tokens_.erase(who.person);
    return session(who);
  }
  // An example for each hole of an address; a room that adds a hole adds one here.
  std::string filled(std::string_view pattern);

  // A request as it came, with nothing added.
  http::Response send(const http::Request& request) {
    auto response = program_->handler()(request);
    response.settle();
    return response;
  }

  // A form with a file, proven ours.
  http::Request upload(const identity::Route& route, const Who& who,
                       const std::vector<std::pair<std::string, std::string>>& fields,
                       const std::string& name, const std::string& bytes);

  // The purposes for which Lan was opened since this was asked last.
  std::string lan_opened();

  const std::string& code() const { return dossier_.code; }  // of what Lan submitted
  std::string secret();                                      // of its slip
  base::UnitId city();

  // Somebody who holds each of these roles in each of these units, until a day or still.
  Who officer(std::string name, std::vector<base::UnitId> where,
              const std::vector<std::string_view>& roles, std::optional<base::Date> to);

 private:
  http::Request request_of(const identity::Route& route, const Who* who);
  // Gives Lan values that stand nowhere else.
  void mark_lan();
  std::string session(const Who& who);
  jobs::JobId dead_job();
  std::string incident();
  std::string rule_table();
  std::string rule_draft();

  support::Folder folder_;
  app::Ground ground_;
  one_stop::Dossier dossier_;
  jobs::JobId job_;
  base::DraftId draft_;
  identity::OrganisationId organisation_;
  std::string incident_, rule_draft_;
  std::map<base::PersonId, std::string> tokens_;
  std::unique_ptr<app::Program> program_;

 public:
  cast::Town town;
  std::string paper = "giay-tiep-nhan.pdf";
  // Examples for the holes of an address; a test may name others.
  base::PersonId person = town.hoa.person, account;
  base::PositionId position = town.hoa.positions.front().id;
  identity::DelegationId delegation;
  const std::vector<std::string_view> all_roles = {"INTAKE_OFFICER", "SPECIALIST",    "LEADER",
                                                   "CLERK",          "DESK_HEAD",     "SYS_ADMIN",
                                                   "RULE_EDITOR",    "RULE_PUBLISHER"};
  Who boss, stranger, visitor, former;
};

}  // namespace cast
