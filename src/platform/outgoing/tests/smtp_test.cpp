// Letters and a real mail server that takes, refuses, hangs and hangs up.
#include <doctest/doctest.h>

#include <chrono>

#include "platform/crypto/crypto.hpp"
#include "platform/log/log.hpp"
#include "platform/outgoing/smtp.hpp"
#include "support/mail_server.hpp"

namespace {

using mail::Outcome;

const base::Instant now{1'790'000'000'000'000};

mail::Letter to(const char* who) {
  return {.id = std::string("m-") + who,
          .from_name = "Tây Đô",
          .from = *mail::Address::parse("city@example.vn"),
          .to = *mail::Address::parse(std::string(who) + "@example.vn"),
          .subject = "Tin",
          .text = "Dòng một\n.\n..hai\n",
          .html = base::h("<p>{}</p>", "Tin"),
          .unsubscribe = ""};
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("A letter arrives byte for byte, lines of dots and all") {
  support::MailServer server;
  mail::Smtp smtp(server.address());
  const auto answer = smtp.send(to("lan"), now);
  CHECK(answer.outcome == Outcome::accepted);
  CHECK(answer.code == 250);
  CHECK(answer.said == "250 2.0.0 taken as 1");
  CHECK(server.letter(1) == mail::bytes(to("lan"), now));
}

TEST_CASE("Many letters go over one connection, also after one that was refused") {
  support::MailServer server;
  mail::Smtp smtp(server.address());
  for (int i = 0; i < 20; ++i) CHECK(smtp.send(to("lan"), now).outcome == Outcome::accepted);
  CHECK(server.connections() == 1);
  CHECK(smtp.send(to("nobody"), now).outcome == Outcome::bounced);
  CHECK(smtp.send(to("lan"), now).outcome == Outcome::accepted);
}

TEST_CASE("What the server says decides whether a letter is tried again") {
  support::MailServer server;
  mail::Smtp smtp(server.address());
  const auto outcome = [&](const char* who) { return smtp.send(to(who), now).outcome; };
  CHECK(outcome("nobody") == Outcome::bounced);
  CHECK(outcome("gone") == Outcome::bounced);
  CHECK(outcome("full") == Outcome::later);
  CHECK(outcome("relay") == Outcome::later);  // our fault or the server's, not the person's
  CHECK(outcome("spam") == Outcome::refused);
  CHECK(outcome("grey") == Outcome::later);
  CHECK(outcome("grey") == Outcome::accepted);
  const auto answer = smtp.send(to("full"), now);
  CHECK(answer.code == 452);
  CHECK(answer.to_what == "RCPT");
  CHECK(answer.said == "452 4.2.2 mailbox full");
}

TEST_CASE("What is wrong between the two servers is held against no address") {
  support::MailServer server;
  mail::Smtp smtp(server.address());
  for (const char* who : {"moved", "misspelt"}) {
    CAPTURE(who);
    CHECK(smtp.send(to(who), now).outcome == Outcome::bounced);
  }
  for (const char* who : {"closed", "manifold", "unproven", "stranger", "listed", "much"}) {
    CAPTURE(who);
    CHECK(smtp.send(to(who), now).outcome == Outcome::later);
  }
}

TEST_CASE("A server that refuses us leaves a line in the log, a full mailbox none") {
  support::MailServer server;
  mail::Smtp smtp(server.address());
  const logging::Overheard log;
  CHECK(smtp.send(to("overfull"), now).outcome == Outcome::later);
  CHECK(log.lines().empty());
  CHECK(smtp.send(to("relay"), now).against_us);
  REQUIRE(log.lines().size() == 1);
  CHECK(has(log.lines().front(), "550 5.7.1"));
  CHECK(has(log.lines().front(), "RCPT"));
}

TEST_CASE("A server that hung three times is left alone, and that is no attempt") {
  support::MailServer server("slow");
  auto address = server.address();
  address.port = 1;
  mail::Smtp smtp(address);
  for (int i = 0; i < 3; ++i) CHECK(smtp.send(to("lan"), now).not_before.count() == 0);
  const auto answer = smtp.send(to("lan"), now);
  CHECK(answer.outcome == Outcome::later);
  CHECK(answer.not_before > std::chrono::seconds(20));
  CHECK(answer.code == 0);
}

TEST_CASE("A server that hangs or hangs up after DATA may have the letter") {
  support::MailServer server;
  mail::Smtp smtp(server.address());
  const auto began = std::chrono::steady_clock::now();
  CHECK(smtp.send(to("hang"), now).outcome == Outcome::unsure);
  CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(10));
  CHECK(smtp.send(to("drop"), now).outcome == Outcome::unsure);
  CHECK(has(server.letter(1), "Message-ID: <m-hang@example.vn>"));
  CHECK(smtp.send(to("lan"), now).outcome == Outcome::accepted);
}

TEST_CASE("A server that answers everything, but slowly, does not keep a letter for ever") {
  support::MailServer server("slow");
  auto address = server.address();
  address.patience_s = 1;  // it takes 0.8 s for each of four answers
  CHECK(mail::Smtp(address).send(to("lan"), now).outcome == Outcome::unsure);
}

TEST_CASE("No server, or one that greets with a refusal, is tried again later") {
  support::MailServer refusing("refuse");
  mail::Smtp smtp(refusing.address());
  const auto answer = smtp.send(to("lan"), now);
  CHECK(answer.outcome == Outcome::later);
  CHECK(answer.code == 554);
  auto nowhere = refusing.address();
  nowhere.port = 1;
  mail::Smtp none(nowhere);
  CHECK(none.send(to("lan"), now).outcome == Outcome::later);
  CHECK(none.send(to("lan"), now).code == 0);
}

TEST_CASE("With STARTTLS only a server with the right certificate and password gets the letter") {
  support::MailServer server("tls");
  auto address = server.address();
  CHECK(mail::Smtp(address).send(to("lan"), now).outcome == Outcome::later);  // no TLS, no password
  address.tls = mail::Tls::starttls;
  address.user = "taydo";
  address.password = "a secret";
  CHECK(mail::Smtp(address).send(to("lan"), now).outcome == Outcome::later);  // unknown certificate
  address.ca_file = server.folder() + "/cert.pem";
  CHECK(mail::Smtp(address).send(to("lan"), now).outcome == Outcome::accepted);
  address.password = "wrong";
  const auto answer = mail::Smtp(address).send(to("lan"), now);
  CHECK(answer.outcome == Outcome::later);
  CHECK(answer.code == 535);
  CHECK(answer.to_what == "AUTH");  // and not the line with the password that followed it
}

TEST_CASE("A password that the server refuses is not in what is told of it") {
  support::MailServer server("login");
  auto address = server.address();
  address.user = "taydo";
  address.password = "an old secret";
  const auto answer = mail::Smtp(address).send(to("lan"), now);
  CHECK(answer.outcome == Outcome::later);
  CHECK(answer.code == 535);
  CHECK(answer.to_what == "AUTH");
  CHECK_FALSE(has(answer.said, crypto::base64(address.password)));
  address.password = "a secret";
  CHECK(mail::Smtp(address).send(to("lan"), now).outcome == Outcome::accepted);
}

TEST_CASE("A password never goes over an open line") {
  mail::Server open{
      .host = "mail.example.vn", .tls = mail::Tls::none, .user = "a", .password = "b"};
  CHECK_THROWS(mail::Smtp(open));
}
