// Which addresses are not the world outside: this machine, our own network, nobody's.
#pragma once

struct sockaddr;

namespace outgoing {

// Loopback, private, link-local, shared (RFC 6598), unique local, multicast, reserved and
// unspecified addresses (RFC 6890), also where they stand inside an IPv6 address.
bool is_own_network(const sockaddr& address);

}  // namespace outgoing
