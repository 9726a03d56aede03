// Writing so that a power cut leaves either the whole file or none.
#pragma once

#include <string>
#include <string_view>

#include "base/no_room.hpp"
#include "platform/files/files.hpp"

namespace files::disk {

// The disk is full or may not be written; nothing was kept.
struct NoRoom : Failure, base::NoRoom {
  using Failure::Failure;
};

// All of them throw files::Failure naming the path. Files and folders are their owner's only.

void make_folder(const std::string& path);  // and those above; fine if it is there

// Whole, synced under `aside`, then renamed to `path`.
void write_aside(const std::string& aside, const std::string& path, std::string_view bytes);

// The same for a file that another program may be making too: who comes second changes nothing.
void write_new(const std::string& path, std::string_view bytes);

// At most `most` bytes; a longer file is a Failure.
std::string read(const std::string& path, std::size_t most);

}  // namespace files::disk
