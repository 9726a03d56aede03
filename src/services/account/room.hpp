// The room where people sign in and look after their account and sessions.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "engines/identity/identity.hpp"
#include "engines/identity/oidc.hpp"
#include "engines/identity/outside.hpp"
#include "engines/identity/second_factor.hpp"

namespace account {

// An invented officer, shown with the password on the sign-in page of a demonstration.
struct DemoLogin {
  std::string login;
  std::string password;
  std::string name;
  base::Words office;  // "Công chức tiếp nhận, phường Ninh Kiều"
};

struct Options {
  base::Words provider;         // "VNeID", "VNeID (mô phỏng)"
  bool simulated = false;       // the provider is ours and only for show: the page says so
  std::vector<DemoLogin> demo;  // empty in a real installation
  std::function<base::Words(base::UnitId, base::Date)> unit_name;
};

class Room {
 public:
  Room(db::Database& db, identity::Accounts& accounts, identity::SecondFactor& factor,
       identity::Sessions& sessions, identity::Oidc& oidc, identity::Chrome chrome,
       Options options);

  identity::Routes routes();
  static identity::OutsidePages outside();  // pages that wait for the provider

 private:
  http::Response choose(identity::Visit& visit);
  http::Response leave(identity::Visit& visit);
  http::Response raise(identity::Visit& visit);
  http::Response come_back(identity::Visit& visit);
  http::Response ask_password(identity::Visit& visit);
  http::Response take_password(identity::Visit& visit);
  http::Response ask_code(identity::Visit& visit);
  http::Response take_code(identity::Visit& visit);
  http::Response sign_out(identity::Visit& visit);
  http::Response signed_out(identity::Visit& visit);
  http::Response own_account(identity::Visit& visit);
  http::Response end_session(identity::Visit& visit);
  http::Response end_others(identity::Visit& visit);
  http::Response second_factor(identity::Visit& visit);
  http::Response enrol(identity::Visit& visit);
  http::Response renew_codes(identity::Visit& visit);
  http::Response give_up(identity::Visit& visit);
  http::Response ask_new_password(identity::Visit& visit);
  http::Response take_new_password(identity::Visit& visit);

  http::Response came_to_nothing(identity::Visit& visit, const identity::OidcTrouble& trouble);
  static http::Response to_sign_in(const identity::Visit& visit);
  // Why somebody was not let in, and what they can do.
  static std::string told(const identity::SignInTrouble& trouble, const identity::Visit& visit);
  // Opens the session of an officer whose sign-in is complete.
  http::Response let_in(identity::Visit& visit, const identity::Ticket& who, std::string_view how,
                        int level);
  http::Response show_second_factor(identity::Visit& visit,
                                    std::optional<identity::FactorTrouble> trouble,
                                    std::string_view form);
  http::Response show_codes(identity::Visit& visit, const std::vector<std::string>& codes,
                            const std::string& session);
  http::Response shell(identity::Visit& visit, const base::Text& title, base::Html main,
                       int status = 200) const;

  db::Database& db_;
  identity::Accounts& accounts_;
  identity::SecondFactor& factor_;
  identity::Sessions& sessions_;
  identity::Oidc& oidc_;
  identity::Chrome chrome_;
  Options options_;
};

}  // namespace account
