// How a person wants to be reached: language, channel for each kind, and an address of e-mail that
// is used only after a code mailed to it came back.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/personal.hpp"
#include "base/result.hpp"
#include "engines/messages/messages.hpp"
#include "platform/mail/mail.hpp"

namespace messages {

enum class Channel { mail, inbox, nothing };  // mail: the inbox too
std::string_view code(Channel channel);
std::optional<Channel> channel(std::string_view code);

struct Reach {
  base::Lang lang = base::Lang::vi;     // of letters
  base::Personal<std::string> address;  // "" none
  bool confirmed = false;
  std::optional<base::Instant> bounced_at;  // letters to it come back: none are sent
  base::Personal<std::string> pending;      // waits for its code; "" none
  std::map<std::string, Channel> channels;  // by kind; one not named: mail
};
Reach reach_of(db::Tx& tx, base::PersonId person);
Channel channel_of(db::Tx& tx, base::PersonId person, const Kind& kind);

inline constexpr std::int64_t code_lasts_us = base::day_us;
inline constexpr std::int64_t ask_again_us = base::minute_us;
inline constexpr int code_tries_max = 5, codes_a_day_max = 5;

enum class ReachRefusal {
  no_mail,     // letters cannot be sent from here
  no_address,  // it is not one
  too_soon,    // a code went out less than a minute ago
  no_code,     // none is waited for, or it has lapsed: ask for another
  wrong_code,
  too_often,  // wrong five times: ask for another
  too_many,   // codes in 24 hours: any address can be typed, and its owner asked for none of them
};

// A person's own verbs; each leaves one journal entry about "person", without the address.
class Desk {
 public:
  Desk(db::Database& db, journal::Journal& journal, Messages& messages)
      : db_(db), journal_(journal), messages_(messages) {}

  struct Act {
    std::string id;
    base::Instant now;
    journal::Actor who;
  };
  using Done = base::Result<void, ReachRefusal>;

  void choose(const Act& act, base::Lang lang, const std::map<std::string, Channel>& channels);
  // Mails a code of six digits to it.
  Done ask_address(const Act& act, std::string_view typed);
  Done confirm_address(const Act& act, std::string_view code);
  void forget_address(const Act& act);

 private:
  void note(db::Tx& tx, const Act& act, std::string_view verb, base::json::object facts);

  db::Database& db_;
  journal::Journal& journal_;
  Messages& messages_;
};

// An address that needs no code, for invented people of a demonstration.
void set_demo_address(db::Tx& tx, base::PersonId person, const mail::Address& address,
                      base::Instant now);

// ---- Quiet hours: letters wait for the morning. Minutes since midnight, local.
struct Quiet {
  int from = 21 * 60;
  int to = 7 * 60;  // on the next day if it is not after `from`; equal: no quiet
  base::Instant after(base::Instant now) const;  // now, or when they end
  std::string str() const;                       // "21:00-07:00"
};
// In force on that day: setting "messages", {"quiet_hours": [{"from": "2025-07-01", "begin":
// "21:00", "end": "07:00"}]}. Without one 21:00 to 7:00.
Quiet quiet_hours(db::Tx& tx, base::Date day);
// When an attempt may be made to send such a letter: now, or when the quiet hours end.
base::Instant when_to_send(db::Tx& tx, base::Instant now, std::string_view kind, bool urgent);
// What is wrong with such a setting, for who imports it; "" if nothing.
std::string flaw_in_settings(const base::json::object& settings);

}  // namespace messages
