// How many letters a minute one worker brings to a real mail server: told, taken up as jobs, sent,
// written down. taydo_mail PORT LETTERS; the server is tests/support/mail_server.py.
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>

#include "base/must.hpp"
#include "engines/messages/letters.hpp"
#include "engines/messages/reach.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/crypto/keyring.hpp"

namespace {

constexpr const char* folder = "/tmp/taydo-mail";
constexpr const char* words =
    "[vi]\nsubject Hồ sơ {code} đã có kết quả\nKính gửi Ông/Bà.\n\nHồ sơ {code} đã xong.\n"
    "[en]\nsubject The result of {code} is ready\nDear Sir or Madam,\n\n{code} is done.\n";

double seconds_of(const auto& work) {
  const auto began = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return fmt::print(stderr, "taydo_mail PORT LETTERS\n"), 2;
  const int letters_wanted = std::atoi(argv[2]);
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  const auto db = db::open(std::string("sqlite:") + folder + "/taydo.db");
  db->migrate(embedded::files());
  const auto keys = [] { return crypto::Keyring::Keys{{1, std::string(32, 'k')}}; };
  db->use_keys(std::make_shared<crypto::Keyring>(keys, "lookup"));
  auto now = base::Local::parse_iso("2026-11-23T09:00")->instant();
  journal::Journal journal(*db, crypto::ed25519_make());
  const messages::Kind kind{
      "bench.ready", {"Có kết quả", "Ready"}, false, {{"code", messages::Type::text}}};
  messages::Messages told(*db, journal, {kind}, true);
  const auto address = mail::Address::parse("lan@example.vn");
  const base::PersonId lan{11};
  db->write([&](db::Tx& tx) {
    base::must(bool(messages::publish_template(*db, tx, now, kind, words)));
    messages::set_demo_address(tx, lan, *address, now);
  });
  const auto telling = seconds_of([&] {
    for (int i = 0; i < letters_wanted; ++i) {
      db->write([&](db::Tx& tx) {
        told.tell(tx, now,
                  {.act = "bench",
                   .to = lan,
                   .kind = kind.key,
                   .values = {{"code", fmt::format("H13.01-261123-{:04}", i)}},
                   .link = "/ho-so/H13.01"});
      });
    }
  });
  mail::Smtp smtp({.host = "localhost", .port = std::atoi(argv[1]), .tls = mail::Tls::none});
  messages::Letters letters(
      *db, journal, told,
      {*mail::Address::parse("city@example.vn"), {"Thành phố", "City"}, "https://city.example.vn"},
      [&](const auto& letter, auto at) { return smtp.send(letter, at); }, [&] { return now; });
  jobs::Worker worker(
      *db, {letters.job()}, [&] { return now; }, [](auto&&...) {});
  int sent = 0;
  const auto sending = seconds_of([&] {
    while (worker.run_one()) ++sent;
  });
  const auto counts = db->read([&](db::Tx& tx) { return messages::letter_counts(tx, now); });
  fmt::print("told {} in {:.1f} s ({:.2f} ms each); sent {} in {:.1f} s: {:.0f} a minute\n",
             letters_wanted, telling, telling * 1000 / letters_wanted, sent, sending,
             sent * 60 / sending);
  return counts.by_state.at("sent") == letters_wanted ? 0 : 1;
}
