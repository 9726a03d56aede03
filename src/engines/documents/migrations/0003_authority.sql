-- Who may sign for whom in a unit: a deputy the field was assigned to, a delegate. The head's own
-- competence needs no row. `field` is that of procedures, empty for all of them.
CREATE TABLE documents_authority (
  id BIGINT PRIMARY KEY,
  unit_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  field TEXT NOT NULL,
  basis TEXT NOT NULL,
  decision TEXT NOT NULL,
  decided_on TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  conditions TEXT NOT NULL
);
CREATE INDEX documents_authority_person ON documents_authority (person_id, unit_id);
