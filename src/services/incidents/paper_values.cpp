#include "services/incidents/paper_values.hpp"

#include "services/incidents/paper.hpp"

namespace incidents {

std::pair<std::string, documents::Supply> paper_values() {
  const pdf::Supplied texts = {
      {"agency_name", true}, {"issued_date", true}, {"code", true},   {"authority", true},
      {"law", true},         {"noticed_at", true},  {"due_at", true}, {"what", true},
      {"data_kinds", true},  {"whose", true},       {"people", true}, {"consequences", true},
      {"measures", true},    {"contact", true},     {"steps", false}, {"late", false}};
  return {std::string(notification_template), {.texts = texts}};
}

}  // namespace incidents
