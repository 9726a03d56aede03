// The room where people sign in and look after their account and sessions.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "engines/identity/identity.hpp"
#include "engines/identity/oidc.hpp"

namespace account {

// An invented officer, shown with the password on the sign-in page of a demonstration.
struct DemoLogin {
  std::string login;
  std::string password;
  std::string name;
  std::string office;  // "Chuyên viên, phường Ninh Kiều"
};

struct Options {
  base::Words city;             // "Thành phố Cần Thơ"
  base::Words provider;         // "VNeID", "VNeID (mô phỏng)"
  bool simulated = false;       // the provider is ours and only for show: the page says so
  std::vector<DemoLogin> demo;  // empty in a real installation
  std::function<base::Words(base::UnitId, base::Date)> unit_name;
};

class Room {
 public:
  Room(db::Database& db, identity::Accounts& accounts, identity::Sessions& sessions,
       identity::Oidc& oidc, Options options);

  identity::Routes routes();

 private:
  db::Database& db_;
  identity::Accounts& accounts_;
  identity::Sessions& sessions_;
  identity::Oidc& oidc_;
  Options options_;
};

}  // namespace account
