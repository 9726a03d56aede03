// What was typed into a form whose session had ended waits, sealed, until the person is back.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/id.hpp"
#include "platform/db/db.hpp"
#include "platform/http/http.hpp"

namespace identity::held {

inline constexpr std::string_view held_cookie = "taydo_held";
inline constexpr std::int64_t held_us = 24 * base::hour_us;
inline constexpr std::size_t typed_bytes_max = 1024 * 1024;    // more is not kept
inline constexpr std::size_t uploads_bytes_max = 1024 * 1024;  // uploads beyond are left out
inline constexpr int forms_per_person_max = 20;                // older ones go

struct Place {
  std::string cookie;     // of the browser: random, only its hash is stored
  std::string page;       // path of the page the form stood on
  base::PersonId person;  // whose session it was
};

struct Form {
  std::int64_t id = 0;  // while it is kept
  http::Fields fields;
  std::string action;  // the path it was posted to
};

// True if it was kept.
bool keep(db::Database& db, std::string_view secret, const Place& place, const Form& form,
          base::Instant now);

// The newest form of that browser, page and person; nobody else is given it.
std::optional<Form> find(db::Database& db, std::string_view secret, const Place& place,
                         base::Instant now);
void remove(db::Database& db, std::int64_t id);

}  // namespace identity::held
