// File descriptors: each connection takes one, and so does all work, whose files, database and
// children must never find none left.
#pragma once

#include <cstddef>

namespace http {

// Raises this process's limit as far as it may (65,536 at most); answers what it is now.
std::size_t raise_descriptors();

// How many of `descriptors` may be connections, when `wanted` are: what is kept for work is never
// among them.
std::size_t connections_within(std::size_t descriptors, std::size_t wanted);

}  // namespace http
