// A draft or a slice of them at a time, so that no transaction grows with the city.
#include "services/one_stop/remind.hpp"

#include "engines/catalogue/catalogue.hpp"
#include "engines/forms/forgetting.hpp"
#include "engines/forms/lapsing.hpp"
#include "platform/crypto/crypto.hpp"
#include "services/one_stop/notices.hpp"
#include "services/one_stop/store.hpp"

namespace one_stop {
namespace {

constexpr int slice = 200;

}  // namespace

int remind(db::Database& db, messages::Messages& messages, const contracts::Consented& consented,
           base::Instant now) {
  int told = 0;
  base::DraftId after;
  for (;;) {
    const auto some = db.read([&](db::Tx& tx) {
      return forms::lapsing(tx, now, now + remind_days * base::day_us, after, slice);
    });
    if (some.empty()) return told;
    after = some.back().id;
    for (const auto& draft : some) {
      told += db.write([&](db::Tx& tx) {
        if (!consented(tx, draft.owner, remind_consent)) return false;
        const auto version = catalogue::version(tx, draft.version);
        if (!version || !store::remind_once(tx, draft.id, now)) return false;
        messages.tell(tx, now,
                      {.act = crypto::random_token(),
                       .to = draft.owner,
                       .kind = notice::draft_ends,
                       .values = {{"procedure", version->name}, {"until", draft.ends}},
                       .link = "/ho-so",
                       .subject_kind = "draft",
                       .subject = draft.id.value});
        return true;
      });
    }
  }
}

int sweep_drafts(db::Database& db, base::Instant now) {
  for (int swept = 0;;) {
    const auto some = db.write([&](db::Tx& tx) {
      auto gone = forms::sweep_drafts(tx, now, slice);
      for (const auto draft : gone) store::forget_destination(tx, draft);
      return int(gone.size());
    });
    swept += some;
    if (some < slice) return swept;
  }
}

}  // namespace one_stop
