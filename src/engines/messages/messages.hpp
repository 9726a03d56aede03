// The door to messages: what the city tells a person, in their inbox and by e-mail.
//
// A room asks inside its own transaction: tell this person this kind of message, with these values.
// The words come from a template of the pack, in both languages, checked when it is published
// against the values the kind has. What still does not fit when somebody is told is in trouble: it
// is kept, an administrator sees it, and nobody gets a letter with a hole. Values may be personal;
// they stand in the message's row and never in the journal or in a job.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/money.hpp"
#include "base/text.hpp"
#include "engines/journal/journal.hpp"
#include "platform/db/db.hpp"
#include "platform/reading/reading.hpp"

namespace messages {

namespace store {
struct Row;
}
struct Wording;
using MessageId = base::Id<struct MessageTag>;

// What fills a placeholder; the types are in the order of the variant.
using Value = std::variant<std::string, base::Words, base::Date, base::Instant, base::Dong>;
enum class Type { text, words, date, moment, money };
using Values = std::vector<std::pair<std::string_view, Value>>;

struct Hole {
  std::string_view name;
  Type type;
  bool optional = false;  // a paragraph that needs it is left out when it is not given
};

// One thing people are told. Its template is templates/messages/<key>.template of the pack.
struct Kind {
  std::string_view key;  // "one_stop.accepted"
  base::Text title;      // as people choose by: "Hồ sơ được tiếp nhận"
  bool legal = false;    // a notice the law asks for: its e-mail can be given up, it itself cannot
  std::vector<Hole> holes;
  bool to_officers = false;  // about their office: residents neither get nor choose it
  bool of_duty = false;      // no legal notice, but nobody can ask for none of it
  bool can_be_refused() const { return !legal && !of_duty; }
};

// The kinds this engine tells by itself: a code for a new address, an address that bounces.
std::vector<Kind> own_kinds();

struct Notice {
  std::string act;  // of the verb it belongs to
  base::PersonId to;
  std::string_view kind;
  Values values;
  std::string link;          // path of the page it is about, "/ho-so/H13.01-…"; empty: none
  std::string subject_kind;  // "dossier"
  std::int64_t subject = 0;
  // What the person can miss by reading it late: a legal notice that has one waits for no morning.
  std::optional<base::Instant> deadline = {};
};

// A message in the words its reader gets.
struct Shown {
  MessageId id;
  bool legal = false;
  std::string title;
  std::vector<std::string> paragraphs;
  std::string link;
  base::Instant made_at;
  std::optional<base::Instant> read_at;
};

class Messages {
 public:
  // `mail`: letters can be sent from here; without it there is only the inbox. `kinds`: those of
  // all rooms; own_kinds() are added.
  Messages(db::Database& db, journal::Journal& journal, std::vector<Kind> kinds, bool mail);

  // Puts it into the inbox and, by the person's choice and confirmed address, asks for the letter.
  // Never refuses: a broken template must not stop the act. A legal notice is journalled
  // (messages.give). False: it reached nobody, for the person wants none of this kind or it is in
  // trouble.
  bool tell(db::Tx& tx, base::Instant now, const Notice& notice);

  // ---- The person's own inbox
  static int unread(db::Tx& tx, base::PersonId person);
  static int count(db::Tx& tx, base::PersonId person);
  // Unread first, then the newest.
  std::vector<Shown> inbox(db::Tx& tx, base::PersonId person, base::Lang lang, int limit,
                           int offset) const;
  std::optional<Shown> find(db::Tx& tx, base::PersonId person, MessageId id, base::Lang lang) const;
  // It was opened now; the first time is journalled (messages.read) and stays.
  void read(db::Tx& tx, base::Instant now, const journal::Actor& reader, MessageId id);
  // All but legal notices, which are read only by opening them. Says how many.
  int read_all(db::Tx& tx, base::Instant now, std::string_view act, const journal::Actor& reader);

  // ---- In trouble: kept, not shown to the person
  // Tries again with the template in force now. False: it still does not fit, or is in no trouble.
  bool again(db::Tx& tx, base::Instant now, MessageId id);

  const std::vector<Kind>& kinds() const { return kinds_; }
  const Kind* kind(std::string_view key) const;  // nullptr: there is none
  bool mail() const { return mail_; }

 private:
  friend class Letters;
  struct Fit;
  Fit fit(db::Tx& tx, std::string_view kind, const std::string& given) const;
  // Nothing: its template or values do not fit any more.
  std::optional<Wording> words(db::Tx& tx, const store::Row& row, base::Lang lang) const;
  void post(db::Tx& tx, base::Instant now, const Kind& kind, MessageId id, base::PersonId person,
            bool urgent);

  db::Database& db_;
  journal::Journal& journal_;
  std::vector<Kind> kinds_;
  bool mail_;
};

// Publishes a template unless it is the one in force; true: it is new. Refused with the line when
// it is not a template, lacks a language, or has a placeholder the kind does not know.
base::Result<bool, reading::Flaw> publish_template(db::Database& db, db::Tx& tx, base::Instant now,
                                                   const Kind& kind, std::string_view text);

}  // namespace messages
