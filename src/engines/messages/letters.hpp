// Messages as letters: the job that sends one, and what an administrator sees of them.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/personal.hpp"
#include "engines/messages/messages.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/mail/delivery.hpp"
#include "platform/mail/mail.hpp"

namespace messages {

inline constexpr std::string_view letter_job = "messages.letter";
inline constexpr std::string_view confirm_kind = "messages.confirm";  // to an address not yet used
inline constexpr std::string_view bounced_kind = "messages.bounced";  // inbox only

// Who writes the letters and where their links lead.
struct Sender {
  mail::Address address;
  base::Words name;        // the authority
  std::string public_url;  // "https://dichvucong.cantho.gov.vn", no slash at its end
};

// Hands a letter to a server, or to a folder.
using Send = std::function<mail::Answer(const mail::Letter&, base::Instant now)>;

// Puts each letter as a file <id>.eml into the folder, for demonstrations.
Send into_folder(std::string folder);

class Letters {
 public:
  Letters(db::Database& db, journal::Journal& journal, Messages& messages, Sender sender, Send send,
          std::function<base::Instant()> clock);

  // Letters are sent at least once: one that was taken while we died, or whose server hung after
  // DATA, goes again under the same Message-ID. After 5xx about the address the person is told in
  // their inbox and nothing more is mailed there. The facts of a legal notice's delivery are
  // journalled: messages.accepted, messages.bounced.
  jobs::Kind job();

 private:
  void run(const jobs::Job& job);
  mail::Letter letter(db::Tx& tx, const store::Row& row, const mail::Address& to, base::Lang lang);
  void settle(const store::Row& row, const mail::Address& to, const mail::Answer& answer,
              std::string_view message_id, base::Instant now);

  db::Database& db_;
  journal::Journal& journal_;
  Messages& messages_;
  Sender sender_;
  Send send_;
  std::function<base::Instant()> clock_;
};

// ---- For the administrator
// trouble: it could not be written. failing: it waits and was tried. dropped: no address or code
// any more.
inline constexpr std::string_view letter_states[] = {"waiting", "failing", "sent",   "bounced",
                                                     "refused", "dropped", "trouble"};
struct LetterLine {
  MessageId id;
  std::string kind;
  bool legal = false;
  std::string state;                    // one of letter_states
  std::string trouble;                  // of a template, in English
  base::Personal<std::string> address;  // where it goes, or would go; "" none
  base::Instant made_at;
  int tries = 0;
  std::optional<base::Instant> tried_at;
  int smtp_code = 0;
  base::Personal<std::string> said;  // the server's words, which may hold the address
};
// Newest first.
std::vector<LetterLine> letters(db::Tx& tx, std::string_view state, int limit, int offset);
struct LetterCounts {
  std::map<std::string, int> by_state;  // sent: in the last 24 hours
  int bouncing = 0;                     // people whose address does not work
};
LetterCounts letter_counts(db::Tx& tx, base::Instant now);

}  // namespace messages
