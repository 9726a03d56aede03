-- Numbers stand sealed; they are found by a keyed hash. Rows from before are sealed when the program
-- starts, so a number without a hash is still in the clear.
ALTER TABLE identity_person ADD COLUMN number_hash TEXT;
CREATE UNIQUE INDEX identity_person_number_hash ON identity_person (number_hash);
ALTER TABLE identity_paper ADD COLUMN number_hash TEXT;
CREATE UNIQUE INDEX identity_paper_once ON identity_paper (person_id, kind, number_hash);
CREATE INDEX identity_paper_number_hash ON identity_paper (number_hash);
DROP INDEX identity_paper_number;
