// How an act is signed.
#include "engines/identity/four_eyes.hpp"

#include "engines/identity/positions.hpp"
#include "engines/identity/text.hpp"

namespace identity {

std::string acted_by(db::Tx& tx, const journal::Actor& actor, base::Lang lang) {
  if (actor.kind != journal::ActorKind::officer) return "";
  auto name = officer_name(tx, actor.person);
  if (!actor.acting_for || name.empty()) return name;
  return name + ", " +
         base::fill(text::acting_for, lang, {{"name", officer_name(tx, actor.acting_for)}});
}

}  // namespace identity
