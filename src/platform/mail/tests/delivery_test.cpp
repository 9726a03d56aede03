// What mail servers say, and what it means for the letter and for the address.
#include "platform/mail/delivery.hpp"

#include <doctest/doctest.h>

#include <charconv>

using mail::Outcome;

namespace {

struct Row {
  const char* said;
  Outcome at_receiver, at_end;  // answered to RCPT; to the end of the letter
  bool against_us = false;
};
constexpr auto later = Outcome::later, bounced = Outcome::bounced, refused = Outcome::refused;
constexpr Row rows[] = {
    // §3.2 addresses
    {"550 5.1.0 other address trouble", bounced, bounced},
    {"550 5.1.1 no such user", bounced, bounced},
    {"550-5.1.1 no such user\r\n550 5.1.1 see https://", bounced, bounced},
    {"550 5.1.2 no such domain", bounced, bounced},
    {"553 5.1.3 bad syntax", bounced, bounced},
    {"551 5.1.6 has moved", bounced, bounced},
    {"553 5.1.7 the sender is no address", later, later, true},
    {"550 5.1.8 the sender's domain is not found", later, later, true},
    {"556 5.1.10 takes no mail", bounced, bounced},
    // §3.3 mailboxes
    {"550 5.2.1 mailbox disabled", bounced, bounced},
    {"552 5.2.2 mailbox full", later, later},
    {"550 5.2.2 over quota", later, later},
    {"552 5.2.3 too long for this mailbox", refused, refused},
    {"550 5.2.4 the list does not expand", later, later},
    // §3.4 their system, §3.5 the network
    {"552 5.3.1 our disk is full", later, later},
    {"550 5.3.2 we take nothing today", later, later},
    {"552 5.3.4 message too big", refused, refused},
    {"550 5.4.1 no answer from the host behind", later, later},
    {"554 5.4.6 a loop", later, later},
    {"554 5.4.12 too many hops", later, later},
    // §3.6 what we speak
    {"501 5.5.4 wrong arguments", later, later, true},
    {"550 5.5.0 wrong", later, later, true},
    // §3.7 content
    {"554 5.6.0 we cannot read it", refused, refused},
    // §3.8 policy
    {"550 5.7.1 we do not relay for you", later, refused, true},
    {"554 5.7.1 your machine is listed", later, refused, true},
    {"550 5.7.26 neither SPF nor DKIM", later, refused, true},
    {"535 5.7.8 wrong password", later, refused, true},
    // not for ever
    {"452 4.2.2 mailbox full", later, later},
    {"450 4.1.1 no such user yet", later, later},
    {"451 4.7.1 grey", later, later},
    {"552 4.2.2 mailbox full, says who mixes codes", later, later},
    {"421 closing", later, later},
    // without enhanced codes: RFC 5321 §4.2.3 and the words
    {"550 not here", bounced, refused},
    {"551 user not local", bounced, refused},
    {"553 no name of a mailbox", bounced, refused},
    {"552 mailbox full", later, later},
    {"552 exceeded storage allocation", later, later},
    {"550 User is over quota", later, later},
    {"554 transaction failed", later, refused, true},
    {"530 who are you?", later, refused, true},
    {"550 Relaying denied", later, refused, true},
    {"550 blocked by our policy", later, refused, true},
    {"550 5.x.1 no code at all", bounced, refused},
    {"550 5.1 user unknown", bounced, refused},
    {"550", bounced, refused},
};

}  // namespace

TEST_CASE("A server's refusal by the codes of RFC 3463 blames whom it is about") {
  for (const auto& row : rows) {
    CAPTURE(row.said);
    int code = 0;
    std::from_chars(row.said, row.said + 3, code);
    const auto receiver = mail::verdict(code, row.said, "RCPT", false);
    CHECK(receiver.outcome == row.at_receiver);
    CHECK(receiver.against_us == row.against_us);
    CHECK(mail::verdict(code, row.said, "DATA", true).outcome == row.at_end);
    // Before the receiver is named it is never the receiver.
    for (const auto* command : {"", "EHLO", "AUTH", "MAIL", "DATA"}) {
      CHECK(mail::verdict(code, row.said, command, false).outcome == later);
    }
  }
}
