// The program put together: every engine and room of one installation, by explicit constructors.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "engines/casework/casework.hpp"
#include "engines/catalogue/publish.hpp"
#include "engines/identity/gate.hpp"
#include "engines/identity/identity.hpp"
#include "engines/identity/oidc.hpp"
#include "engines/journal/upcast.hpp"
#include "engines/units/reorganise.hpp"
#include "platform/config/config.hpp"
#include "platform/db/db.hpp"
#include "platform/files/files.hpp"
#include "platform/jobs/runner.hpp"
#include "platform/metrics/metrics.hpp"
#include "services/account/room.hpp"
#include "services/administration/pages_mail.hpp"
#include "services/administration/pages_people.hpp"
#include "services/administration/room.hpp"
#include "services/inbox/room.hpp"
#include "services/incidents/room.hpp"
#include "services/one_stop/room.hpp"
#include "services/portal/room.hpp"
#include "services/privacy/room.hpp"
#include "services/worklist/room.hpp"

namespace app {

// What every command needs: the folder, the database (migrated) and the journal.
struct Ground {
  Ground(const std::string& data, const std::string& database);

  config::Folder folder;
  std::unique_ptr<db::Database> db;
  journal::Journal journal;
  catalogue::Publisher publisher;
};

// The key that seals, and the one made to follow it (secrets/...). Asked for the one that follows
// it takes that into use: after a key is changed, in whatever process, all go on with the new.
inline constexpr std::string_view next_journal_key = "journal.next.pem";
journal::KeySource journal_key(const config::Folder& folder);

// Leaves the entry that says what verifying found, for the page of seals.
void tell_verified(Ground& ground, const journal::Verification& result, bool held);

// The shapes facts have had, of all rooms.
journal::Upcasters shapes();

base::Instant now();
std::string fresh_act();

// The flow that cases of a version follow.
std::string flow_of(db::Tx& tx, base::VersionId version);

// What goes on when a unit ends, in this order: positions, open cases with the address their room
// knows, papers that are not issued.
units::Movers movers(Ground& ground, casework::Casework& casework);

struct ServeOptions {
  std::uint16_t port = 8080;
  int workers = 2;         // threads that do jobs; 0: only `taydo worker` does them
  bool talkative = false;  // the log has a line for each request
  bool demo = false;       // invented people, a simulated identity provider on the next port
  std::function<base::Instant()> clock = now;
};

// What `taydo demo people` leaves for a demonstration: residents for the simulated provider,
// officers' logins for the sign-in page. Setting "demo".
inline constexpr std::string_view demo_setting = "demo";

// The rooms behind one gate, ready for an edge.
class Program {
 public:
  Program(Ground& ground, const ServeOptions& options);
  ~Program();

  http::Handler handler();
  // Whose large bodies are read: EdgeOptions::admit.
  http::Admission admit(const http::Request& head);
  bool secure() const;  // the city is reached by https ("public_url")
  // Gives the pages that wait for other servers threads of their own.
  void set_apart(http::EdgeOptions& edge);
  identity::OutsidePages outside() const;  // which those are
  const identity::Routes& routes() const;  // the manifests of all rooms
  // Seals the journal and looks for new keys. Called every few seconds.
  void tend();
  metrics::Source figures() const;                   // of the journal's sealing
  std::vector<const outgoing::Lane*> lanes() const;  // to all servers it calls
  // What is done without anybody waiting for it, and what of it comes back by itself.
  std::vector<jobs::Kind> kinds();
  std::vector<jobs::Schedule> schedules() const;

 private:
  struct Rooms;
  static void hand_over(Rooms& rooms);
  std::unique_ptr<Rooms> rooms_;
};

}  // namespace app
