// Kinds of notices with their values, and the values of one dossier.
#include "services/one_stop/notices.hpp"

#include "engines/units/units.hpp"
#include "services/one_stop/history.hpp"
#include "services/one_stop/text_notices.hpp"

namespace one_stop {
namespace {

using messages::Hole;
using messages::Type;

std::vector<Hole> of_all(std::vector<Hole> more = {}) {
  std::vector<Hole> holes = {
      {"code", Type::text}, {"procedure", Type::words}, {"unit", Type::words}};
  holes.insert(holes.end(), more.begin(), more.end());
  return holes;
}

}  // namespace

std::vector<messages::Kind> message_kinds() {
  return {{notice::accepted, text::told_accepted, false,
           of_all({{"due", Type::moment, true}, {"fee", Type::money, true}})},
          // [law: NĐ 118/2025] a refusal is told in writing, with its reason
          {notice::refused, text::told_refused, true, of_all({{"reason", Type::text}})},
          {notice::ready, text::told_ready, false, of_all()},
          {notice::draft_ends,
           text::told_draft_ends,
           false,
           {{"procedure", Type::words}, {"until", Type::moment}}}};
}

messages::Notice notice_of(db::Tx& tx, std::string_view kind, const std::string& act,
                           base::Instant now, const Dossier& d, const base::Words& procedure,
                           std::optional<base::Dong> fee) {
  const auto today = now.local().date;
  const auto unit = units::find(tx, answering(tx, d, today), today);
  messages::Notice out{.act = act,
                       .to = d.owner,
                       .kind = kind,
                       .values = {{"code", d.code},
                                  {"procedure", procedure},
                                  {"unit", unit ? unit->name : base::Words{}}},
                       .link = "/ho-so/" + d.code,
                       .subject_kind = "dossier",
                       .subject = d.id.value};
  if (kind == notice::refused) out.values.emplace_back("reason", d.reason);
  if (kind == notice::accepted && d.due_at) out.values.emplace_back("due", *d.due_at);
  if (kind == notice::accepted && fee) out.values.emplace_back("fee", *fee);
  return out;
}

}  // namespace one_stop
