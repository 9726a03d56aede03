// Reminding people, who consented to it, of a form that will soon be thrown away.
#pragma once

#include "contracts/personal_data.hpp"
#include "engines/messages/messages.hpp"

namespace one_stop {

inline constexpr std::string_view remind_job = "one_stop.remind";
// What is consented to; no notice of the law, so nobody is reminded who did not say yes.
inline constexpr std::string_view remind_consent = "one_stop.remind";
inline constexpr int remind_days = 3;

// Each draft once; says how many people were told. A transaction a draft.
int remind(db::Database& db, messages::Messages& messages, const contracts::Consented& consented,
           base::Instant now);

}  // namespace one_stop
