// Reading what somebody sent, without trusting it.
#include "platform/parse/parse.hpp"

#include <doctest/doctest.h>

#include <sys/prctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <sstream>
#include <thread>
#include <vector>

#include "platform/parse/lane.hpp"
#include "platform/parse/sandbox.hpp"
#include "platform/pdf/tests/outside.hpp"

using outside::sent_paper;

TEST_CASE("The text of a sent PDF is read, of its first pages only") {
  CHECK(outside::contains(parse::pdf_text(sent_paper("TUYỆT MẬT"), 1).value(), "TUYỆT MẬT"));
  std::string long_one;
  for (int i = 0; i < 120; ++i) long_one += "dòng\n";
  const auto two_pages = sent_paper(long_one + "CUỐI");
  CHECK_FALSE(outside::contains(parse::pdf_text(two_pages, 1).value(), "CUỐI"));
  CHECK(outside::contains(parse::pdf_text(two_pages, 9).value(), "CUỐI"));
}

TEST_CASE("A sent PDF that is broken has no text, and brings nothing down") {
  const auto good = sent_paper("Thư");
  CHECK_FALSE(parse::pdf_text("", 1));
  CHECK_FALSE(parse::pdf_text("%PDF-1.7", 1));
  CHECK_FALSE(parse::pdf_text(std::string(5 << 20, 'x'), 1));
  for (std::size_t i = 0; i < good.size(); i += good.size() / 40) {
    auto bad = good;
    bad[i] = char(bad[i] ^ 0x55);
    (void)parse::pdf_text(bad, 1);  // read or not, we are still here
  }
  CHECK(outside::contains(parse::pdf_text(good, 1).value(), "Thư"));
}

TEST_CASE("One paper is read at a time; who sends many has one place, and others have theirs") {
  parse::Lane lane(3, 1);
  std::atomic<int> inside = 0, most = 0, busy = 0;
  std::atomic<bool> open = false;
  const auto reads = [&](const std::string& who) {
    const auto place = lane.enter(who);
    if (!place) return void(++busy);
    most = std::max<int>(most, ++inside);
    while (!open) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    --inside;
  };
  std::vector<std::thread> all;
  for (int i = 0; i < 16; ++i) all.emplace_back(reads, "bao");
  while (busy < 15) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  all.emplace_back(reads, "lan");
  all.emplace_back(reads, "minh");
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  CHECK_FALSE(lane.enter("thu"));  // the whole lane is taken: said at once
  open = true;
  for (auto& thread : all) thread.join();
  CHECK(busy == 15);
  CHECK(most == 1);
  CHECK(lane.enter("bao"));
}

TEST_CASE("Who takes over the reader of papers reaches nothing but the reader") {
  const outside::Folder folder;
  folder.put("probe", "open to all");
  std::filesystem::create_directory(folder / "secrets");
  folder.put("secrets/files.key", std::string(32, 'k'));
  std::array<char, 4096> self{};
  REQUIRE(readlink("/proc/self/exe", self.data(), self.size() - 1) > 0);
  const auto tried =
      outside::run("exec " + std::string(self.data()) + " play-the-exploit " + (folder / ""));
  CHECK(tried.exit == 0);
  int attempts = 0;
  std::istringstream lines(tried.text);
  for (std::string line; std::getline(lines, line); ++attempts) {
    CAPTURE(line);
    CHECK(line.ends_with(line.starts_with("read what the reader needs") ? " yes" : " no"));
  }
  CHECK(attempts == 49);
}

TEST_CASE("A program that keeps its memory to itself still starts the reader") {
  parse::keep_memory_private();
  CHECK(prctl(PR_GET_DUMPABLE) == 0);
  CHECK(outside::contains(parse::pdf_text(sent_paper("Thư"), 1).value(), "Thư"));
  prctl(PR_SET_DUMPABLE, 1);
}
