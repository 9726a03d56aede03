// What the account room shows. Values in, HTML out.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "engines/identity/identity.hpp"
#include "platform/ui/lists.hpp"
#include "platform/ui/shell.hpp"
#include "services/account/room.hpp"

namespace account::views {

// Ways to sign in; `path` is where to go afterwards.
base::Html choose(const ui::Frame& frame, const Options& options, const std::string& path);

// Signing in elsewhere came to nothing.
base::Html came_to_nothing(const ui::Frame& frame, const std::string& reason,
                           const std::string& path);

// A matter asks for a session of that level; what the provider then vouched for was lower.
base::Html raise(const ui::Frame& frame, const std::string& provider, int level,
                 const std::string& path);
base::Html too_low(const ui::Frame& frame, const std::string& why);

// The provider's own session may go on: `address` ends it.
base::Html signed_out(const ui::Frame& frame, const std::string& provider,
                      const std::string& address);

struct PasswordForm {
  std::string login;
  std::string path;
  base::Html marks;
  std::string login_error, password_error;
  std::string refusal;  // of the whole form
};
base::Html officers(const ui::Frame& frame, const std::vector<DemoLogin>& demo,
                    const PasswordForm& form);

struct OwnFacts {
  std::string number, name, birth, gender, residence, phone, email;
};
struct Held {  // a position
  std::string title, unit;
  base::Date since;
};
struct Spoken {  // an organisation this person speaks for
  std::string organisation, capacity;
  base::Date since;
};
struct Own {
  base::Lang lang = base::Lang::vi;
  bool officer = false;
  std::string name;
  std::string notice;  // what was just done
  std::string provider;
  OwnFacts data;                   // residents
  std::vector<Spoken> speaks_for;  // residents
  std::vector<Held> held;          // officers
  std::vector<identity::Session> sessions;
  std::int64_t current = 0;             // of `sessions`
  std::optional<base::Instant> factor;  // officers: since when
  std::function<base::Html()> marks;    // fresh ones for each form
};
base::Html own(const Own& own);

struct NewPassword {
  base::Lang lang = base::Lang::vi;
  bool must = false;
  base::Html marks;
  std::string old_error, new_error;
  std::string refusal;
};
base::Html new_password(const NewPassword& form);

}  // namespace account::views
