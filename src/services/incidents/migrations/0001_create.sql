CREATE TABLE incidents_incident (
  id BIGINT PRIMARY KEY,
  year BIGINT NOT NULL,
  number BIGINT NOT NULL,
  noticed_at BIGINT NOT NULL,
  opened_at BIGINT NOT NULL,
  opened_by BIGINT NOT NULL,
  what TEXT NOT NULL,
  data_kinds TEXT NOT NULL,
  whose TEXT NOT NULL,
  people BIGINT NOT NULL,
  consequences TEXT NOT NULL,
  measures TEXT NOT NULL,
  contact TEXT NOT NULL,
  salt TEXT NOT NULL,
  closed_at BIGINT,
  closed_by BIGINT,
  close_reason TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX incidents_incident_number ON incidents_incident (year, number);

-- What was done about it, as often as it was done. Never changed.
CREATE TABLE incidents_step (
  id BIGINT PRIMARY KEY,
  incident_id BIGINT NOT NULL,
  step TEXT NOT NULL,
  at BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX incidents_step_incident ON incidents_step (incident_id, id);
