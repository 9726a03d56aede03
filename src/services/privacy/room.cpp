// The manifest of the room: its addresses and who may call them.
#include "services/privacy/room.hpp"

#include "services/privacy/pages_seen.hpp"

namespace privacy {

struct Room::Pages {
  explicit Pages(const Parts& parts) : seen(parts) {}
  SeenPages seen;
};

Room::Room(Parts parts) : pages_(std::make_unique<Pages>(parts)) {}
Room::~Room() = default;

identity::Routes Room::routes() { return pages_->seen.routes(); }

}  // namespace privacy
