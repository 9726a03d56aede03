-- Whose work a matter is leaves one row a day, everybody else one each time. Rows from before keep
-- what they were: one a day for any officer.
DROP INDEX identity_access_once;
ALTER TABLE identity_access ADD COLUMN assigned BOOLEAN NOT NULL DEFAULT FALSE;
CREATE UNIQUE INDEX identity_access_once
  ON identity_access (day, reader_id, matter, purpose, subject_id) WHERE assigned;
