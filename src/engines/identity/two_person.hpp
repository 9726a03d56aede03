// The two-person rule: what is dangerous is asked for by one administrator, with the exact facts,
// and happens only when another has seen them and confirms.
//
// A room that wants it describes a Kind and hands it to the wiring. Asking, deciding and doing are
// three kinds of journal entries about "two_person": two_person.ask, .confirm or .decline or
// .withdraw, and .done in the transaction of the confirmation.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "base/text.hpp"
#include "engines/identity/visit.hpp"
#include "platform/db/db.hpp"

namespace identity {

using RequestId = base::Id<struct TwoPersonTag>;

struct TwoPersonRequest {
  // lapsed: nobody decided in time. It is never written, only read.
  enum class State { waiting, done, declined, withdrawn, lapsed };
  RequestId id;
  std::string kind;          // "account.end"
  base::json::object facts;  // ids, codes and figures of what is to happen; never changed
  base::PersonId concerned;  // whom it is about; may not confirm. None: nobody
  std::string reason;        // in the asker's words
  base::PersonId asked_by;
  base::PersonId asked_for = {};  // whom the asker stood in for; confirms as little. None: nobody
  base::Instant asked, ends;
  State state = State::waiting;
  base::PersonId decided_by;  // none while waiting
  std::string prepared = {};  // see Kind::prepare; never kept

  journal::Actor asker() const;
};

enum class TwoPersonRefusal {
  gone,       // decided already, withdrawn, or never there
  lapsed,     // 24 hours are over
  own,        // asked by the same person
  concerned,  // it is about the same person
  changed,    // what was asked no longer holds, so it was not done
  asked,      // the same is waiting already
  busy,       // too much is being prepared: try again in seconds
};

class TwoPerson {
 public:
  struct Kind {
    std::string name;
    base::Text title;  // "Đặt lại xác thực hai lớp"
    // What the confirming person reads: terms and values, written out from the facts.
    std::function<std::vector<std::pair<std::string, std::string>>(db::Tx&, const TwoPersonRequest&,
                                                                   base::Lang)>
        told;
    // Does it, in the transaction of the confirmation; false: the facts no longer hold. Runs once
    // for a request. What takes long leaves a job behind.
    std::function<bool(db::Tx&, const TwoPersonRequest&, const Visit&)> carry_out;
    // What takes long and changes nothing, such as hashing a password: before that transaction.
    // Nothing: busy.
    std::function<std::optional<std::string>(const TwoPersonRequest&)> prepare = {};
  };

  // A request of a kind that is not among these is a bug.
  TwoPerson(db::Database& db, journal::Journal& journal, std::vector<Kind> kinds);

  // Inside the asker's own transaction. Who asks is an administrator: the route's permission.
  base::Result<RequestId, TwoPersonRefusal> ask(db::Tx& tx, const Visit& visit,
                                                std::string_view kind, base::json::object facts,
                                                base::PersonId concerned, std::string_view reason);
  base::Result<void, TwoPersonRefusal> confirm(const Visit& visit, RequestId id);
  base::Result<void, TwoPersonRefusal> decline(const Visit& visit, RequestId id);
  base::Result<void, TwoPersonRefusal> withdraw(const Visit& visit, RequestId id);  // asker only

  // Those waiting, oldest first, then what was decided or lapsed lately, newest first.
  std::vector<TwoPersonRequest> latest(db::Tx& tx, base::Instant now) const;
  static std::optional<TwoPersonRequest> find(db::Tx& tx, RequestId id, base::Instant now);
  // The request of that kind about that person which waits, if any.
  static std::optional<TwoPersonRequest> waiting(db::Tx& tx, std::string_view kind,
                                                 base::PersonId concerned, base::Instant now);
  const Kind& kind(std::string_view name) const;

 private:
  std::optional<std::string> prepare(RequestId id, base::Instant now);
  base::Result<void, TwoPersonRefusal> decide(const Visit& visit, RequestId id,
                                              TwoPersonRequest::State to);

  db::Database& db_;
  journal::Journal& journal_;
  std::vector<Kind> kinds_;
};

}  // namespace identity
