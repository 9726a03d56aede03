-- One row for each thing that happened to a dossier; filled only by the projection.
CREATE TABLE facts_dossier (
  entry_id BIGINT PRIMARY KEY,
  dossier_id BIGINT NOT NULL,
  event TEXT NOT NULL,
  at BIGINT NOT NULL,
  day TEXT NOT NULL,
  unit_id BIGINT NOT NULL,
  procedure_code TEXT NOT NULL,
  channel TEXT NOT NULL,
  due_at BIGINT
);
CREATE INDEX facts_dossier_event ON facts_dossier (event, at);
CREATE INDEX facts_dossier_dossier ON facts_dossier (dossier_id, event);
