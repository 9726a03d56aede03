// The journal, for administrators and auditors: looking entries up, and how its seals stand.
#pragma once

#include "services/administration/room.hpp"
#include "services/administration/views_journal.hpp"

namespace administration {

// The job that verifies the journal and leaves an entry "journal.verify"; the wiring does it.
inline constexpr std::string_view verify_job = "journal.verify";

class JournalPages {
 public:
  explicit JournalPages(const Parts& parts) : parts_(parts) {}

  identity::Routes routes();

 private:
  http::Response list(identity::Visit& visit);
  http::Response download(identity::Visit& visit);
  http::Response seals(identity::Visit& visit);
  http::Response verify(identity::Visit& visit);  // asks for it: a job does it

  // What was typed, understood; what is not understood is told in `problems`.
  journal::Question understood(db::Tx& tx, const identity::Visit& visit,
                               views::JournalList& list) const;
  views::EntryRow shown(db::Tx& tx, const identity::Visit& visit, journal::Answer answer) const;
  // Adds to `list` what was asked for and stands below its `next`; then `next` is where to go on.
  void find(db::Tx& tx, const identity::Visit& visit, const journal::Question& question,
            views::JournalList& list, int limit) const;
  // Each search is an entry itself: who looked for what on which day, once.
  void tell(const identity::Visit& visit, const journal::Question& question,
            const views::Wanted& wanted, bool download);

  Parts parts_;
};

}  // namespace administration
