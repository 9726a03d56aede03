// A letter by e-mail and its bytes as the standards ask (RFC 5322, 2045-2047).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/html.hpp"
#include "base/instant.hpp"
#include "base/text.hpp"

namespace mail {

// An address that may stand in a header and in an SMTP command: local@host.domain in plain ASCII,
// at most 254 characters (RFC 5321 §4.5.3.1.3). Quoted and non-ASCII local parts are not taken.
class Address {
 public:
  static std::optional<Address> parse(std::string_view text);  // blanks around it are dropped
  const std::string& str() const { return text_; }
  std::string_view domain() const;
  std::string masked() const;  // "l•••@example.vn": enough for its owner to know it by

 private:
  explicit Address(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

struct Letter {
  std::string
      id;  // the left half of its Message-ID, of [A-Za-z0-9.-]: the same each time it is sent
  std::string from_name;
  Address from;
  Address to;
  base::Lang lang = base::Lang::vi;
  std::string subject;      // one line
  std::string text;         // lines end in \n
  base::Html html;          // the same for who reads HTML; what stands in <body>
  std::string unsubscribe;  // address of the page where it is given up; empty: it cannot be
};

std::string message_id(const Letter& letter);  // with its angle brackets

// The whole message, lines ending in CRLF. Whatever stands in the letter, no header begins that is
// not ours: values with anything but plain ASCII are encoded words, line breaks and all.
std::string bytes(const Letter& letter, base::Instant now);

}  // namespace mail
