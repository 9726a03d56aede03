// The files that travel inside the program: migrations and web assets (cmake/embed.cmake).
#pragma once

#include <span>
#include <string_view>

namespace embedded {

struct File {
  std::string_view
      path;  // from the root of the project, e.g. "src/engines/journal/migrations/0001_create.sql"
  std::string_view bytes;
};

// All of them, sorted by path. The bytes live as long as the program.
std::span<const File> files();

}  // namespace embedded
