CREATE TABLE one_stop_dossier (
  id BIGINT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  procedure_code TEXT NOT NULL,
  version_id BIGINT NOT NULL,
  unit_id BIGINT NOT NULL,
  owner_id BIGINT NOT NULL,
  channel TEXT NOT NULL,
  state BIGINT NOT NULL,
  reason TEXT NOT NULL,
  opinion TEXT NOT NULL,
  submitted_at BIGINT NOT NULL,
  accepted_at BIGINT,
  due_at BIGINT,
  resolved_at BIGINT,
  returned_at BIGINT
);
CREATE INDEX one_stop_dossier_owner ON one_stop_dossier (owner_id, id);

-- How dossier codes are made, as of a day. The pattern since 15/9/2025 (TT 03/2025/TT-VPCP) is not known
-- to us: the older one goes on until the city enters what is right.
CREATE TABLE one_stop_code_pattern (
  valid_from TEXT PRIMARY KEY,
  pattern TEXT NOT NULL,
  confidence TEXT NOT NULL
);
INSERT INTO one_stop_code_pattern (valid_from, pattern, confidence)
VALUES ('2018-11-23', '{agency}-{yymmdd}-{order}', 'sourced'),
  ('2025-09-15', '{agency}-{yymmdd}-{order}', 'uncertain');

-- Which unit a person chose for the draft they are filling in.
CREATE TABLE one_stop_draft (
  draft_id BIGINT PRIMARY KEY,
  procedure_code TEXT NOT NULL,
  unit_id BIGINT NOT NULL
);
