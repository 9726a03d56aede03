-- Tables being written. What was typed stands in `sheet`, whatever it is; of one table one draft is
-- open at a time. Published and dropped ones stay, for their history.
CREATE TABLE rule_tables_draft (
  id BIGINT PRIMARY KEY,
  code TEXT NOT NULL,
  based_on BIGINT NOT NULL,
  state TEXT NOT NULL,
  version BIGINT NOT NULL,
  sheet TEXT NOT NULL,
  begun_by BIGINT NOT NULL,
  begun_at BIGINT NOT NULL,
  saved_by BIGINT NOT NULL,
  saved_at BIGINT NOT NULL,
  last_act TEXT NOT NULL,
  proposed_by BIGINT,
  proposed_for BIGINT,
  proposed_at BIGINT,
  hash TEXT NOT NULL,
  returned TEXT NOT NULL
);
CREATE UNIQUE INDEX rule_tables_draft_open ON rule_tables_draft (code)
  WHERE state IN ('draft', 'proposed');
