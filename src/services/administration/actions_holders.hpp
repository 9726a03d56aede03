// The newest seal of the journal, mailed each day to those who keep it outside the house.
#pragma once

#include <vector>

#include "engines/journal/journal.hpp"
#include "engines/messages/letters.hpp"

namespace administration {

// Asked for each day. It asks for one letter a holder, so that each is tried again by itself.
inline constexpr std::string_view seal_letters_job = "journal.letters";

class SealLetters {
 public:
  // `holders`: without them nothing is sent, and `send` is not called.
  SealLetters(db::Database& db, journal::Journal& journal, messages::Sender sender,
              messages::Send send, std::vector<mail::Address> holders,
              std::function<base::Instant()> clock);

  // A letter goes once for each seal and holder, or, where nobody heard of the first, again under
  // its Message-ID. One that is taken is the entry journal.hand_over. An address that bounces is
  // the installation's own mistake: its job fails, and stays to be seen until it is mended.
  std::vector<jobs::Kind> jobs();

 private:
  void ask();
  void write_to(const jobs::Job& job);

  db::Database& db_;
  journal::Journal& journal_;
  messages::Sender sender_;
  messages::Send send_;
  std::vector<mail::Address> holders_;
  std::function<base::Instant()> clock_;
};

}  // namespace administration
