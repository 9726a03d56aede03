// Sends a test browser's requests to a server on this machine, over a real socket.
#pragma once

#include <cstdint>

#include "platform/http/edge.hpp"

namespace support {

http::Handler over_wire(std::uint16_t port);

}  // namespace support
