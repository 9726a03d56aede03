// The keys under which single values are sealed in their column: the newest seals, all open.
#pragma once

#include <functional>
#include <map>
#include <shared_mutex>
#include <string>
#include <string_view>

#include "platform/crypto/crypto.hpp"

namespace crypto {

class Keyring {
 public:
  using Keys = std::map<int, std::string>;  // by number from 1; 32 bytes each
  // `load` reads the keys as they are now; `lookup` (any length) hashes what is searched for.
  Keyring(std::function<Keys()> load, std::string lookup);

  // "$1$…": number of the key, then AES-256-GCM, bound to `place` as `crypto::seal` has it.
  std::string seal(std::string_view value, std::string_view place) const;
  // What was kept before values were sealed comes back as it is. A key that is not here even after
  // looking again, or a value that was altered or moved, is a Failure that says which key.
  std::string open(std::string_view kept, std::string_view place);
  // The same value under the newest key; "" stays "".
  std::string again(std::string_view kept, std::string_view place);
  // What LIKE finds under the newest key: "$3$%".
  std::string newest_like() const;
  // The same value, the same text; nobody finds the value from it without the key. It stays the
  // same when keys are rotated.
  std::string hash(std::string_view value) const;

  int newest() const;
  void look_again();  // another program may have made a key

 private:
  std::string key(int number);

  std::function<Keys()> load_;
  std::string lookup_;
  mutable std::shared_mutex mutex_;
  Keys keys_;
};

// The number of the key that sealed it, 0 if it is not sealed.
int key_of(std::string_view kept);

}  // namespace crypto
