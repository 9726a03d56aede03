// A letter that still waits finds no row, and is not sent.
#include "engines/messages/forgetting.hpp"
#include "engines/messages/store.hpp"

namespace messages {
namespace {

constexpr std::string_view kMessages = R"sql(DELETE FROM messages_message WHERE person = $1)sql";
constexpr std::string_view kPerson = R"sql(DELETE FROM messages_person WHERE person = $1)sql";
constexpr std::string_view kChoices = R"sql(DELETE FROM messages_choice WHERE person = $1)sql";

}  // namespace

int forget(db::Tx& tx, base::PersonId person) {
  store::person_to_change(tx, person);  // who changes it meanwhile finds it gone
  tx.execute(kPerson, {person});
  tx.execute(kChoices, {person});
  return int(tx.execute(kMessages, {person}));
}

}  // namespace messages
