// Forms not sent: reminding people, who consented to it, before they go; throwing them away.
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

// Forms not sent whose time is over go, with where they were to be sent; says how many.
inline constexpr std::string_view sweep_job = "one_stop.sweep_drafts";
int sweep_drafts(db::Database& db, base::Instant now);

}  // namespace one_stop
