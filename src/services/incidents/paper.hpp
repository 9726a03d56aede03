// The notification to the authority as a paper, with what the law asks of it.
#pragma once

#include "engines/documents/documents.hpp"
#include "services/incidents/incident.hpp"

namespace incidents {

inline constexpr std::string_view notification_template = "incident-notification";

// A PDF, in Vietnamese, to be printed and signed.
std::string notification(const documents::Template& paper, const Incident& incident,
                         const Rule& rule, const base::Words& agency, base::Instant now);

}  // namespace incidents
