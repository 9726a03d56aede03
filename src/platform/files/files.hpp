// Files of people and offices, encrypted in a folder, named by the hash of what is stored.
//
// Each put is a file of its own, with its own nonce: equal bytes of two people do not meet, so that
// nobody learns from a name who else has the same paper, and each can be erased alone.
#pragma once

#include <array>
#include <stdexcept>
#include <string>
#include <string_view>

namespace files {

// The disk, the key or a stored file is not as it should be; says which, for the operator.
struct Failure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

inline constexpr std::size_t largest_bytes = 64 << 20;

class Store {
 public:
  // The key file holds 32 bytes and is readable by its owner only. It is made when there is neither
  // a key nor a stored file; with files but no key this throws: a new key would open none of them.
  Store(std::string folder, const std::string& key_file);

  // Returns the name (64 hex digits) once the file is safely on the disk. More than `largest_bytes`
  // is a Failure: pages refuse such an upload before it comes here.
  std::string put(std::string_view bytes) const;

  // What was put. A file that is missing, was changed or belongs to another key is a Failure.
  std::string get(std::string_view name) const;

  // For good; one that is gone already is no trouble.
  void remove(std::string_view name) const;

 private:
  std::string path_of(std::string_view name) const;

  std::string folder_;
  std::array<unsigned char, 32> key_;
};

}  // namespace files
