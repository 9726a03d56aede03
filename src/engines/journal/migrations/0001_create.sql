CREATE TABLE journal_entry (
  id BIGINT PRIMARY KEY,
  at BIGINT NOT NULL,
  act TEXT NOT NULL UNIQUE,
  actor_kind TEXT NOT NULL,
  person_id BIGINT,
  position_id BIGINT,
  unit_id BIGINT,
  acting_for_id BIGINT,
  verb TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id BIGINT NOT NULL,
  facts TEXT NOT NULL,
  law TEXT NOT NULL,
  version BIGINT NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX journal_entry_subject ON journal_entry (subject_kind, subject_id, id);

CREATE TABLE journal_seal (
  number BIGINT PRIMARY KEY,
  at BIGINT NOT NULL,
  entries BIGINT NOT NULL,
  root TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL,
  signature TEXT NOT NULL,
  public_key TEXT NOT NULL
);

-- Which entry stands where in which seal. Beside the entries, so that no entry is ever updated.
CREATE TABLE journal_leaf (
  entry_id BIGINT PRIMARY KEY,
  seal BIGINT NOT NULL,
  place BIGINT NOT NULL,
  hash TEXT NOT NULL
);
CREATE UNIQUE INDEX journal_leaf_place ON journal_leaf (seal, place);

CREATE TABLE journal_stale (
  projection TEXT PRIMARY KEY,
  since_entry_id BIGINT NOT NULL,
  why TEXT NOT NULL
);
