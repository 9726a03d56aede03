// The gate: what every request passes on its way to a page, and every answer on its way out.
//
// route -> language -> session -> who -> form, by the route's bounds -> act id -> permission ->
// subject -> anti-forgery -> page -> access ledger.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engines/identity/identity.hpp"
#include "engines/identity/outside.hpp"
#include "platform/db/db.hpp"
#include "platform/http/edge.hpp"

namespace identity {

struct GateOptions {
  std::string secret;                // 32 bytes: proves our forms, seals what is kept of them
  std::vector<std::string> origins;  // our own, "https://dichvucong.cantho.gov.vn"
  bool secure = false;               // cookies only over https
  ChargesOf charges = {};            // none: no matter is assigned to anybody
  OutsidePages outside = {};         // which pages wait for other servers
};

// The words of trouble, drawn by the application. The gate sets the status.
struct ErrorPages {
  std::function<http::Response(const Visit&)> not_found;    // 404
  std::function<http::Response(const Visit&)> bad_request;  // 400: malformed form or query
  // 403: the form could not be proven ours. `page` is where to begin again; what was typed waits
  // there (Visit::held) when the form came from our own site.
  std::function<http::Response(const Visit&, const std::string& page)> forbidden;
  // 500: our fault, `reference` is in the log too; "": 503, nothing can be written (db/room.hpp).
  std::function<http::Response(const Visit&, const std::string& reference)> failed;
  // 503: more people wait for another server than there are places; `page` is where to try again.
  std::function<http::Response(const Visit&, const std::string& page)> crowded = {};
};

class Gate {
 public:
  // Throws base::Bug if a route asks for no permission, has a hole and does not say what it is
  // about, two routes have one method and pattern, or no GET route is what `outside` names.
  // `report` hears the reference number and the reason of each 500.
  Gate(db::Database& db, units::Forest& forest, Routes routes, GateOptions options,
       ErrorPages pages, std::function<base::Instant()> clock,
       std::function<void(std::string_view reference, std::string_view why)> report);
  ~Gate();

  http::Response answer(const http::Request& request);
  // May its page wait for another server? Quick; for the edge's IO thread.
  bool waits_outside(const http::Request& request) const;
  // The answer to such a request when all threads for them are taken.
  http::Response crowded(const http::Request& request);
  // `answer` for an edge; the gate must outlive it.
  http::Handler handler();
  // For EdgeOptions::admit: who is signed in may upload where the route asks for papers. One whose
  // session has ended may as much as waits for them (held.hpp).
  http::Admission admit(const http::Request& head);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace identity
