// A new key takes over the messages and addresses, slice by slice.
#include "engines/messages/sealing.hpp"
#include "engines/messages/store.hpp"
#include "platform/crypto/keyring.hpp"

namespace messages {
namespace {

constexpr std::string_view kStaleMessages = R"sql(
  SELECT id, given, mail_said FROM messages_message
  WHERE id > $1 AND (given NOT LIKE $2 OR (mail_said <> '' AND mail_said NOT LIKE $2))
  ORDER BY id LIMIT $3)sql";

constexpr std::string_view kSealMessage = R"sql(
  UPDATE messages_message SET given = $4, mail_said = $5
  WHERE id = $1 AND given = $2 AND mail_said = $3)sql";

constexpr std::string_view kStaleAddresses = R"sql(
  SELECT person, address, pending FROM messages_person
  WHERE person > $1 AND ((address <> '' AND address NOT LIKE $2)
    OR (pending <> '' AND pending NOT LIKE $2))
  ORDER BY person LIMIT $3)sql";

constexpr std::string_view kSealAddress = R"sql(
  UPDATE messages_person SET address = $4, pending = $5
  WHERE person = $1 AND address = $2 AND pending = $3)sql";

struct Columns {
  std::string_view first, second;
};

template <class Id>
int seal_both(db::Tx& tx, std::string_view find, std::string_view keep, Columns columns,
              std::int64_t& after, int limit) {
  struct Stale {
    Id id;
    std::string first, second;
  };
  auto& keys = tx.keys();
  const auto stale = tx.all(find, {after, keys.newest_like(), limit}, [](const db::Row& row) {
    return Stale{row.id<Id>(0), row.str(1), row.str(2)};
  });
  for (const auto& [id, first, second] : stale) {
    tx.execute(keep, {id, first, second, keys.again(first, store::place_of(id, columns.first)),
                      keys.again(second, store::place_of(id, columns.second))});
    after = id.value;
  }
  return int(stale.size());
}

}  // namespace

int seal_messages(db::Tx& tx, std::int64_t& after, int limit) {
  return seal_both<MessageId>(tx, kStaleMessages, kSealMessage, {"given", "mail_said"}, after,
                              limit);
}

int seal_addresses(db::Tx& tx, std::int64_t& after, int limit) {
  return seal_both<base::PersonId>(tx, kStaleAddresses, kSealAddress, {"address", "pending"}, after,
                                   limit);
}

}  // namespace messages
