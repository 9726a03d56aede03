// Sealed values: opened by the key that sealed them, at their place, or not at all.
#include "platform/crypto/keyring.hpp"

#include <doctest/doctest.h>

namespace {

using crypto::Keyring;

const std::string one(32, '1'), two(32, '2');

std::string trouble(Keyring& ring, const std::string& kept, const std::string& place) {
  try {
    return "opened: " + ring.open(kept, place);
  } catch (const crypto::Failure& failure) {
    return failure.what();
  }
}

bool says(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("A number is sealed differently each time and opens to itself") {
  Keyring ring([] { return Keyring::Keys{{1, one}}; }, "lookup");
  const auto a = ring.seal("092196000107", "person/1"), b = ring.seal("092196000107", "person/1");
  CHECK(a != b);
  CHECK(a.starts_with("$1$"));
  CHECK_FALSE(says(a, "092196000107"));
  CHECK(ring.open(a, "person/1") == "092196000107");
  CHECK(ring.open(b, "person/1") == "092196000107");
  CHECK(ring.open("092196000107", "person/1") == "092196000107");  // from before values were sealed
  CHECK(ring.hash("092196000107") == ring.hash("092196000107"));
  CHECK(ring.hash("092196000107") != ring.hash("092196000108"));
}

TEST_CASE("A value that was moved to another row, altered or cut does not open") {
  Keyring ring([] { return Keyring::Keys{{1, one}}; }, "lookup");
  auto kept = ring.seal("092196000107", "person/1");
  CHECK(says(trouble(ring, kept, "person/2"), "does not open with key 1"));
  CHECK(says(trouble(ring, kept.substr(0, kept.size() - 4), "person/1"), "does not open"));
  kept[10] = kept[10] == 'A' ? 'B' : 'A';
  CHECK(says(trouble(ring, kept, "person/1"), "does not open"));
}

TEST_CASE("A new key seals at once, older ones still open, and a lost one is named") {
  Keyring::Keys keys = {{1, one}};
  Keyring ring([&] { return keys; }, "lookup");
  const auto old = ring.seal("Lan", "p");
  keys[2] = two;  // another program made it
  Keyring other([&] { return keys; }, "lookup");
  const auto fresh = other.seal("Lan", "p");
  CHECK(crypto::key_of(fresh) == 2);
  CHECK(ring.open(fresh, "p") == "Lan");  // looked again by itself
  CHECK(ring.newest() == 2);
  CHECK(other.open(old, "p") == "Lan");

  Keyring robbed([&] { return Keyring::Keys{{2, two}}; }, "lookup");
  CHECK(says(trouble(robbed, old, "p"), "the key 1 that sealed a value is not here"));
  CHECK(says(trouble(robbed, old, "p"), "fields-1.key"));
  Keyring swapped([&] { return Keyring::Keys{{1, two}}; }, "lookup");
  CHECK(says(trouble(swapped, old, "p"), "another key of that number"));
  CHECK_THROWS_AS(Keyring([] { return Keyring::Keys{}; }, "lookup"), crypto::Failure);
}
