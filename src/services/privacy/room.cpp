// The manifest of the room: its addresses and who may call them.
#include "services/privacy/room.hpp"

#include "services/privacy/pages_officer.hpp"
#include "services/privacy/pages_own.hpp"
#include "services/privacy/pages_seen.hpp"
#include "services/privacy/text_requests.hpp"
#include "services/privacy/words.hpp"

namespace privacy {

struct Room::Pages {
  explicit Pages(const Parts& parts)
      : actions(parts.db, parts.journal, parts.messages, parts.files, parts.keepers),
        seen(parts),
        own(parts, actions),
        officer(parts, actions) {}
  Actions actions;
  SeenPages seen;
  OwnPages own;
  OfficerPages officer;
};

Room::Room(Parts parts) : pages_(std::make_unique<Pages>(parts)) {}
Room::~Room() = default;

identity::Routes Room::routes() {
  identity::Routes all;
  for (auto& some : {pages_->seen.routes(), pages_->own.routes(), pages_->officer.routes()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

int requests_waiting(db::Tx& tx) { return store::waiting(tx); }

std::map<std::string, base::Words> purposes() {
  return {{"privacy.own", both(text::purpose_own)},
          {"privacy.request", both(text::purpose_request)}};
}

std::optional<contracts::Matter> matter(db::Tx& tx, std::int64_t id, base::PersonId reader) {
  const auto request = store::find(tx, RequestId{id});
  if (!request || request->person != reader) return std::nullopt;
  return contracts::Matter{request->code, "/tai-khoan/du-lieu"};
}

}  // namespace privacy
