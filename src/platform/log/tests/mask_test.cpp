// What the log may not tell, and what it must.
#include "platform/log/mask.hpp"

#include <doctest/doctest.h>

#include "platform/log/log.hpp"

using logging::masked;

TEST_CASE("Numbers of people are masked however they are written, ids and codes stay") {
  CHECK(masked("person 092196000107 twice") == "person ••• twice");
  CHECK(masked("q=092%20196%20000%20107&x") == "q=•••&x");
  CHECK(masked("092.196.000.107, 361234567") == "•••, •••");
  CHECK(masked("call 0912 345 678 or +84912345678") == "call ••• or +•••");
  CHECK(masked("call 0912-345-678") == "call •••");
  CHECK(masked("job 1 092196000107") == "job •••");  // beside another number
  for (const auto* line :
       {"dossier H13.01-261122-0001 of 287004132147789824", "took 1234567 us, attempt 3 of 8",
        "entry 287004132147789824: content does not match", "127.0.0.1:8080", "DL-2026-0001",
        "2026-11-22T11:56:23", ""}) {
    CHECK(masked(line) == line);
  }
}

TEST_CASE("Addresses of e-mail are masked, also in an address of the site") {
  CHECK(masked("mail to lan.nguyen@example.vn failed") == "mail to ••• failed");
  CHECK(masked("<lan@example.vn>: 550") == "<•••>: 550");
  CHECK(masked("q=lan%40example.vn") == "q=•••");
  CHECK(masked("a @ b") == "a @ b");
}

TEST_CASE("A name or a street is masked whole, English stays") {
  CHECK(masked("no such person Nguyễn Thị Lan here") == "no such person ••• here");
  CHECK(masked("Trần Lan") == "•••");
  CHECK(masked("invalid input: \"Nguyễn Thị Lan\"") == "invalid input: •••");
  CHECK(masked("Could Not Open The File") == "Could Not Open The File");
  CHECK(masked("  two  blanks ") == "  two  blanks ");
}

TEST_CASE("Nothing reaches the log but through the mask") {
  const logging::Overheard overheard;
  logging::error("failed: {}", "Nguyễn Thị Lan, 092196000107, lan@example.vn");
  logging::debug("talkative {}", 1);
  const auto lines = overheard.lines();
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] == "failed: ••• •••, •••");
  CHECK(lines[1] == "talkative 1");
}
