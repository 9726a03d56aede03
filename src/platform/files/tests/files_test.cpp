// A paper that was taken in is there, whole, unreadable to others, or its loss is said.
#include "platform/files/files.hpp"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/resource.h>

#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

#include "base/must.hpp"
#include "support/child.hpp"
#include "support/folder.hpp"

namespace {

namespace fs = std::filesystem;

struct Place {
  support::Folder folder;
  std::string files = folder.path() + "/files", key = folder.path() + "/files.key";
  files::Store store{files, key};

  fs::path path_of(const std::string& name) const {
    return files + "/" + name.substr(0, 2) + "/" + name;
  }
};

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

const std::string birth_certificate = "%PDF-1.7 Giấy khai sinh Nguyễn Thị Lan";

}  // namespace

TEST_CASE("Lan's paper comes back as she gave it, also after a restart") {
  const Place place;
  const auto name = place.store.put(birth_certificate);
  CHECK(name.size() == 64);
  CHECK(place.store.get(name) == birth_certificate);
  CHECK(files::Store(place.files, place.key).get(name) == birth_certificate);
  const std::string scan(5 << 20, '\x8b');
  CHECK(place.store.get(place.store.put(scan)) == scan);
  CHECK(place.store.get(place.store.put("")) == "");
}

TEST_CASE("The disk shows neither what a paper says nor that two people have the same") {
  const Place place;
  const auto name = place.store.put(birth_certificate);
  CHECK(place.store.put(birth_certificate) != name);
  CHECK(content(place.path_of(name)).find("Lan") == std::string::npos);
  constexpr auto others = fs::perms::group_all | fs::perms::others_all;
  for (const auto& path : {fs::path(place.key), fs::path(place.files), place.path_of(name)}) {
    CHECK((fs::status(path).permissions() & others) == fs::perms::none);
  }
  CHECK(fs::file_size(place.key) == 32);
  CHECK(fs::is_empty(place.files + "/incoming"));
}

TEST_CASE("One changed bit, a cut file, a missing file: each is said, none is passed on") {
  const Place place;
  const auto name = place.store.put(birth_certificate);
  const auto good = content(place.path_of(name));
  for (std::size_t i = 0; i < good.size(); ++i) {
    auto bad = good;
    bad[i] ^= 1;
    std::ofstream(place.path_of(name), std::ios::binary) << bad;
    CHECK_THROWS_WITH_AS(place.store.get(name), doctest::Contains("damaged"), files::Failure);
  }
  fs::resize_file(place.path_of(name), 10);
  CHECK_THROWS_AS(place.store.get(name), files::Failure);
  fs::resize_file(place.path_of(name), 0);
  CHECK_THROWS_AS(place.store.get(name), files::Failure);
  fs::remove(place.path_of(name));
  CHECK_THROWS_WITH_AS(place.store.get(name), doctest::Contains(name.c_str()), files::Failure);
}

TEST_CASE("A name is a name: it never leads out of the folder") {
  const Place place;
  for (const auto* name : {"", "../../../../etc/passwd", "AB", "ab/cd"}) {
    CHECK_THROWS_AS(place.store.get(name), base::Bug);
  }
  CHECK_THROWS_AS(place.store.get("/" + std::string(63, 'a')), base::Bug);
}

TEST_CASE("A lost, foreign, short or open key is told before anything is written with it") {
  const Place place;
  const auto name = place.store.put(birth_certificate);
  const auto opening = [&] { files::Store(place.files, place.key); };
  fs::permissions(place.key, fs::perms::group_read, fs::perm_options::add);
  CHECK_THROWS_WITH_AS(opening(), doctest::Contains("chmod 600"), files::Failure);
  fs::permissions(place.key, fs::perms::owner_read);
  opening();

  fs::remove(place.key);
  CHECK_THROWS_WITH_AS(opening(), doctest::Contains("missing"), files::Failure);
  CHECK(!fs::exists(place.key));

  const Place other;
  fs::copy(other.key, place.key);
  CHECK_THROWS_WITH_AS(files::Store(place.files, place.key).get(name),
                       doctest::Contains("another key"), files::Failure);
  fs::resize_file(place.key, 16);
  CHECK_THROWS_WITH_AS(opening(), doctest::Contains("32"), files::Failure);
}

TEST_CASE("A file larger than is kept is refused, the largest is not") {
  const Place place;
  std::string large(files::largest_bytes, 'x');
  CHECK(place.store.get(place.store.put(large)).size() == large.size());
  large += 'x';
  CHECK_THROWS_AS(place.store.put(large), files::Failure);
}

TEST_CASE("Many hands put and get at once; two programs started at once make one key") {
  const support::Folder folder;
  std::vector<std::thread> people;
  for (int person = 0; person < 8; ++person) {
    people.emplace_back([&, person] {
      const files::Store store(folder.path() + "/files", folder.path() + "/key");
      for (int i = 0; i < 20; ++i) {
        const auto text = std::to_string(person * 100 + i);
        if (store.get(store.put(text)) != text) FAIL_CHECK("mixed up");
      }
    });
  }
  for (auto& person : people) person.join();
}

TEST_CASE("A disk that is full takes nothing half, and says so") {
  const Place place;
  support::Child child([&](const support::Child::Say& say) {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{100'000, 100'000};
    setrlimit(RLIMIT_FSIZE, &limit);
    const auto small = place.store.put(birth_certificate);
    try {
      place.store.put(std::string(200'000, 'x'));
      say("took it");
    } catch (const files::Failure& failure) {
      say(failure.what());
    }
    say(fs::is_empty(place.files + "/incoming") ? "clean" : "left something");
    say(place.store.get(small));
  });
  CHECK(child.line().find("cannot write") == 0);
  CHECK(child.line() == "clean");
  CHECK(child.line() == birth_certificate);
}
