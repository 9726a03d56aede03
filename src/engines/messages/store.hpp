// Rows of messages, of templates and of how people want to be reached. No decisions. Sealed with
// the transaction's keys stand the values of a message, what a mail server said, and addresses.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engines/messages/messages.hpp"

namespace messages::store {

struct TemplateRow {
  std::int64_t id = 0;
  std::string body;
};
std::optional<TemplateRow> newest_template(db::Tx& tx, std::string_view key);
std::optional<std::string> template_body(db::Tx& tx, std::int64_t id);
void add_template(db::Tx& tx, std::int64_t id, std::string_view key, base::Instant now,
                  std::string_view body);

// Where a letter stands.
namespace mail {
inline constexpr std::string_view none = "none";
inline constexpr std::string_view waiting = "waiting";
inline constexpr std::string_view sent = "sent";
inline constexpr std::string_view bounced = "bounced";
inline constexpr std::string_view refused = "refused";
inline constexpr std::string_view dropped = "dropped";  // no address any more, or no code
}  // namespace mail

struct Row {
  MessageId id;
  base::PersonId person;
  std::string kind;
  bool legal = false;
  bool urgent = false;
  std::int64_t wording = 0;  // the template; 0: in trouble
  std::string given;
  std::string link;
  std::string subject_kind;
  std::int64_t subject = 0;
  base::Instant made_at;
  bool in_inbox = true;
  std::optional<base::Instant> read_at;
  std::string trouble;
  std::string mail = std::string(mail::none);
  int mail_tries = 0;
  std::optional<base::Instant> mail_at;
  int mail_code = 0;
  std::string mail_said;
};
// Where a sealed value stands.
std::string place_of(MessageId id, std::string_view column);
std::string place_of(base::PersonId person, std::string_view column);

void insert(db::Tx& tx, const Row& row);
std::optional<Row> find(db::Tx& tx, MessageId id);
std::vector<Row> inbox(db::Tx& tx, base::PersonId person, int limit, int offset);
int count(db::Tx& tx, base::PersonId person);
int unread(db::Tx& tx, base::PersonId person);
bool read(db::Tx& tx, base::Instant now, base::PersonId person, MessageId id);
int read_all(db::Tx& tx, base::Instant now, base::PersonId person);
void mend(db::Tx& tx, MessageId id, std::int64_t wording, std::string_view trouble);
// Of those that never came to the inbox: how many were made since.
int hidden_since(db::Tx& tx, base::PersonId person, std::string_view kind, base::Instant since);
// Their values; a letter of them that still waits is dropped.
void forget_values(db::Tx& tx, base::PersonId person, std::string_view kind);
void set_mail(db::Tx& tx, MessageId id, std::string_view mail);
void tried(db::Tx& tx, base::Instant now, MessageId id, std::string_view mail, int code,
           std::string_view said);

// For the administrator: newest first. `mail` is a state above, "failing" (waits, was tried) or
// "trouble".
std::vector<Row> of_mail(db::Tx& tx, std::string_view mail, int limit, int offset);
std::map<std::string, int> mail_counts(db::Tx& tx, base::Instant sent_since);

struct PersonRow {
  std::string lang = "vi";
  std::string address;
  std::optional<base::Instant> confirmed_at, bounced_at;
  std::string pending;
  std::optional<base::Instant> asked_at;
  std::string code;
  int code_tries = 0;
};
PersonRow person(db::Tx& tx, base::PersonId person);
// To be changed and kept, or taken away: until the transaction ends nobody else has it so. Asked
// for before anything else of that person is written.
PersonRow person_to_change(db::Tx& tx, base::PersonId person);
void keep(db::Tx& tx, base::PersonId person, const PersonRow& row);
std::map<std::string, std::string> choices(db::Tx& tx, base::PersonId person);
void choose(db::Tx& tx, base::PersonId person, std::string_view kind, std::string_view channel);
int bouncing(db::Tx& tx);

}  // namespace messages::store
