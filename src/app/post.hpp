// How this installation sends letters: over SMTP by taydo.json, or into a folder in a
// demonstration.
#pragma once

#include <memory>
#include <optional>

#include "app/program.hpp"
#include "engines/messages/letters.hpp"
#include "platform/outgoing/smtp.hpp"

namespace app {

struct Post {
  messages::Sender sender;
  messages::Send send;
  bool stays = false;                           // letters are only kept in a folder
  std::shared_ptr<const mail::Smtp> smtp = {};  // else
};

// "mail": {"host", "port", "tls": "starttls" | "from_start" | "none", "user", "password_file",
// "ca_file", "hello", "from", "patience_s"} of taydo.json; docs/operating.md. Nothing: no letters.
// Throws db::Failure naming what is wrong with it.
std::optional<Post> post_of(const Ground& ground, const base::json::object& file, bool demo,
                            const std::string& public_url);

// Who is mailed the newest seal of the journal each day: "seals_to" of taydo.json, a list of
// addresses. Throws db::Failure naming what is no address.
std::vector<mail::Address> seal_holders(const base::json::object& file);

// The kinds of messages of all rooms, without the engine's own.
std::vector<messages::Kind> message_kinds();

}  // namespace app
