#include "platform/config/config.hpp"

#include <doctest/doctest.h>

#include <barrier>
#include <thread>

#include "platform/crypto/crypto.hpp"
#include "support/folder.hpp"

TEST_CASE("A server and its workers that start at once for the first time have one secret") {
  constexpr int programs = 8;
  for (int round = 0; round < 20; ++round) {
    const support::Folder folder;
    const config::Folder data(folder.path());
    std::vector<std::string> secrets(programs);
    std::barrier together(programs);
    std::vector<std::thread> threads;
    for (auto& secret : secrets) {
      threads.emplace_back([&] {
        together.arrive_and_wait();
        secret = data.secret("server.key", crypto::random_token);
      });
    }
    for (auto& thread : threads) thread.join();
    for (const auto& secret : secrets) CHECK(secret == secrets.front());
    CHECK(data.secret("server.key", crypto::random_token) == secrets.front());
  }
}

TEST_CASE("A secret is the owner's alone, and nothing else is left beside it") {
  namespace fs = std::filesystem;
  const support::Folder folder;
  config::Folder(folder.path()).secret("server.key", crypto::random_token);
  int files = 0;
  for (const auto& entry : fs::directory_iterator(folder.path() + "/secrets")) {
    CHECK(entry.path().filename() == "server.key");
    CHECK((entry.status().permissions() & fs::perms(0077)) == fs::perms::none);
    ++files;
  }
  CHECK(files == 1);
}
