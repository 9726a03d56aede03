// Messages and templates as rows.
#include "engines/messages/store.hpp"

#include "platform/crypto/keyring.hpp"

namespace messages::store {
namespace {

constexpr std::string_view kNewestTemplate = R"sql(
  SELECT id, body FROM messages_template WHERE key = $1 ORDER BY id DESC LIMIT 1)sql";
constexpr std::string_view kTemplate = R"sql(SELECT body FROM messages_template WHERE id = $1)sql";
constexpr std::string_view kAddTemplate = R"sql(
  INSERT INTO messages_template (id, key, published_at, body) VALUES ($1, $2, $3, $4))sql";

constexpr std::string_view kInsert = R"sql(
  INSERT INTO messages_message (id, person, kind, legal, urgent, template, given, link,
    subject_kind, subject_id, made_at, in_inbox, read_at, trouble, mail, mail_tries, mail_at,
    mail_code, mail_said)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, NULL, $13, $14, 0, NULL, 0, ''))sql";

constexpr std::string_view kFind = R"sql(
  SELECT id, person, kind, legal, urgent, template, given, link, subject_kind, subject_id, made_at,
    in_inbox, read_at, trouble, mail, mail_tries, mail_at, mail_code, mail_said
  FROM messages_message WHERE id = $1)sql";

constexpr std::string_view kInbox = R"sql(
  SELECT id, person, kind, legal, urgent, template, given, link, subject_kind, subject_id, made_at,
    in_inbox, read_at, trouble, mail, mail_tries, mail_at, mail_code, mail_said
  FROM messages_message WHERE person = $1 AND in_inbox
  ORDER BY CASE WHEN read_at IS NULL THEN 0 ELSE 1 END, id DESC LIMIT $2 OFFSET $3)sql";

constexpr std::string_view kCount = R"sql(
  SELECT count(*) FROM messages_message WHERE person = $1 AND in_inbox)sql";
constexpr std::string_view kUnread = R"sql(
  SELECT count(*) FROM messages_message WHERE person = $1 AND in_inbox AND read_at IS NULL)sql";

constexpr std::string_view kRead = R"sql(
  UPDATE messages_message SET read_at = $3
  WHERE id = $2 AND person = $1 AND in_inbox AND read_at IS NULL)sql";
constexpr std::string_view kReadAll = R"sql(
  UPDATE messages_message SET read_at = $2
  WHERE person = $1 AND in_inbox AND read_at IS NULL AND NOT legal)sql";

constexpr std::string_view kMend = R"sql(
  UPDATE messages_message SET template = $2, trouble = $3, in_inbox = $4 WHERE id = $1)sql";
constexpr std::string_view kHiddenSince = R"sql(
  SELECT count(*) FROM messages_message
  WHERE person = $1 AND kind = $2 AND NOT in_inbox AND made_at > $3)sql";
constexpr std::string_view kForgetValues = R"sql(
  UPDATE messages_message
  SET given = '{}', mail = CASE WHEN mail = 'waiting' THEN 'dropped' ELSE mail END
  WHERE person = $1 AND kind = $2 AND NOT in_inbox)sql";

constexpr std::string_view kSetMail = R"sql(
  UPDATE messages_message SET mail = $2 WHERE id = $1)sql";
constexpr std::string_view kTried = R"sql(
  UPDATE messages_message SET mail = $3, mail_tries = mail_tries + 1, mail_at = $2, mail_code = $4,
    mail_said = $5
  WHERE id = $1)sql";

constexpr std::string_view kOfMail = R"sql(
  SELECT id, person, kind, legal, urgent, template, given, link, subject_kind, subject_id, made_at,
    in_inbox, read_at, trouble, mail, mail_tries, mail_at, mail_code, mail_said
  FROM messages_message WHERE mail = $1 AND mail <> 'none' ORDER BY id DESC LIMIT $2 OFFSET $3)sql";
constexpr std::string_view kFailing = R"sql(
  SELECT id, person, kind, legal, urgent, template, given, link, subject_kind, subject_id, made_at,
    in_inbox, read_at, trouble, mail, mail_tries, mail_at, mail_code, mail_said
  FROM messages_message WHERE mail = 'waiting' AND mail_tries > 0
  ORDER BY id DESC LIMIT $1 OFFSET $2)sql";
constexpr std::string_view kTroubled = R"sql(
  SELECT id, person, kind, legal, urgent, template, given, link, subject_kind, subject_id, made_at,
    in_inbox, read_at, trouble, mail, mail_tries, mail_at, mail_code, mail_said
  FROM messages_message WHERE trouble <> '' ORDER BY id DESC LIMIT $1 OFFSET $2)sql";

constexpr std::string_view kMailCounts = R"sql(
  SELECT mail, count(*) FROM messages_message WHERE mail <> 'none' AND mail <> 'sent' GROUP BY mail
  ORDER BY mail)sql";
constexpr std::string_view kSentSince = R"sql(
  SELECT count(*) FROM messages_message WHERE mail = 'sent' AND mail_at >= $1)sql";
constexpr std::string_view kFailingCount = R"sql(
  SELECT count(*) FROM messages_message WHERE mail = 'waiting' AND mail_tries > 0)sql";
constexpr std::string_view kTroubledCount = R"sql(
  SELECT count(*) FROM messages_message WHERE trouble <> '')sql";

Row row_in(db::Tx& tx, const db::Row& r) {
  Row row;
  row.id = r.id<MessageId>(0);
  row.person = r.id<base::PersonId>(1);
  row.kind = r.str(2);
  row.legal = r.b(3);
  row.urgent = r.b(4);
  row.wording = r.i64(5);
  row.given = tx.keys().open(r.text(6), place_of(row.id, "given"));
  row.link = r.str(7);
  row.subject_kind = r.str(8);
  row.subject = r.i64(9);
  row.made_at = r.at(10);
  row.in_inbox = r.b(11);
  row.read_at = r.maybe_at(12);
  row.trouble = r.str(13);
  row.mail = r.str(14);
  row.mail_tries = int(r.i64(15));
  row.mail_at = r.maybe_at(16);
  row.mail_code = int(r.i64(17));
  row.mail_said = tx.keys().open(r.text(18), place_of(row.id, "mail_said"));
  return row;
}

std::vector<Row> rows(db::Tx& tx, std::string_view sql, db::Values values) {
  return tx.all(sql, values, [&](const db::Row& r) { return row_in(tx, r); });
}

int number(db::Tx& tx, std::string_view sql, db::Values values) {
  return tx.first(sql, values, [](const db::Row& r) { return int(r.i64(0)); }).value_or(0);
}

}  // namespace

std::string place_of(MessageId id, std::string_view column) {
  return "messages_message/" + id.str() + "/" + std::string(column);
}

std::optional<TemplateRow> newest_template(db::Tx& tx, std::string_view key) {
  return tx.first(kNewestTemplate, {key}, [](const db::Row& r) {
    return TemplateRow{r.i64(0), r.str(1)};
  });
}

std::optional<std::string> template_body(db::Tx& tx, std::int64_t id) {
  return tx.first(kTemplate, {id}, [](const db::Row& r) { return r.str(0); });
}

void add_template(db::Tx& tx, std::int64_t id, std::string_view key, base::Instant now,
                  std::string_view body) {
  tx.execute(kAddTemplate, {id, key, now, body});
}

void insert(db::Tx& tx, const Row& r) {
  const auto given = tx.keys().seal(r.given, place_of(r.id, "given"));
  tx.execute(kInsert, {r.id, r.person, r.kind, r.legal, r.urgent, r.wording, given, r.link,
                       r.subject_kind, r.subject, r.made_at, r.in_inbox, r.trouble, r.mail});
}

std::optional<Row> find(db::Tx& tx, MessageId id) {
  return tx.first(kFind, {id}, [&](const db::Row& r) { return row_in(tx, r); });
}

std::vector<Row> inbox(db::Tx& tx, base::PersonId person, int limit, int offset) {
  return rows(tx, kInbox, {person, limit, offset});
}

int count(db::Tx& tx, base::PersonId person) { return number(tx, kCount, {person}); }
int unread(db::Tx& tx, base::PersonId person) { return number(tx, kUnread, {person}); }

bool read(db::Tx& tx, base::Instant now, base::PersonId person, MessageId id) {
  return tx.execute(kRead, {person, id, now}) == 1;
}

int read_all(db::Tx& tx, base::Instant now, base::PersonId person) {
  return int(tx.execute(kReadAll, {person, now}));
}

void mend(db::Tx& tx, MessageId id, std::int64_t wording, std::string_view trouble) {
  tx.execute(kMend, {id, wording, trouble, trouble.empty()});
}

int hidden_since(db::Tx& tx, base::PersonId person, std::string_view kind, base::Instant since) {
  return number(tx, kHiddenSince, {person, kind, since});
}

void forget_values(db::Tx& tx, base::PersonId person, std::string_view kind) {
  tx.execute(kForgetValues, {person, kind});
}

void set_mail(db::Tx& tx, MessageId id, std::string_view mail) { tx.execute(kSetMail, {id, mail}); }

void tried(db::Tx& tx, base::Instant now, MessageId id, std::string_view mail, int code,
           std::string_view said) {
  const auto kept = said.empty() ? "" : tx.keys().seal(said, place_of(id, "mail_said"));
  tx.execute(kTried, {id, now, mail, code, kept});
}

std::vector<Row> of_mail(db::Tx& tx, std::string_view mail, int limit, int offset) {
  if (mail == "failing") return rows(tx, kFailing, {limit, offset});
  if (mail == "trouble") return rows(tx, kTroubled, {limit, offset});
  return rows(tx, kOfMail, {mail, limit, offset});
}

std::map<std::string, int> mail_counts(db::Tx& tx, base::Instant sent_since) {
  std::map<std::string, int> out;
  tx.query(kMailCounts, {}, [&](const db::Row& r) { out[r.str(0)] = int(r.i64(1)); });
  out["sent"] = number(tx, kSentSince, {sent_since});
  out["failing"] = number(tx, kFailingCount, {});
  out["trouble"] = number(tx, kTroubledCount, {});
  return out;
}

}  // namespace messages::store
