// Rows of incidents. No decisions.
#pragma once

#include "platform/db/db.hpp"
#include "services/incidents/incident.hpp"

namespace incidents::store {

inline constexpr int shown_max = 1'000;

// Newest first, at most `shown_max`, each with its steps.
std::vector<Incident> all(db::Tx& tx);
std::optional<Incident> by_code(db::Tx& tx, std::string_view code);
std::optional<Incident> find(db::Tx& tx, IncidentId id);
// The next number of that year; holds the series until the transaction ends.
std::int64_t next_number(db::Tx& tx, std::int64_t year);
void insert(db::Tx& tx, const Incident& incident, std::int64_t year, std::int64_t number);
// All but when it was noticed.
void update(db::Tx& tx, IncidentId id, const Facts& facts, const std::string& salt);
void insert_step(db::Database& db, db::Tx& tx, IncidentId id, const Done& done);
void close(db::Tx& tx, IncidentId id, base::Instant at, base::PersonId by, std::string_view reason);

}  // namespace incidents::store
