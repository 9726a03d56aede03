-- Names as they are searched and sorted (folded; given name first). NULL: not yet folded.
ALTER TABLE identity_person ADD COLUMN words TEXT;
ALTER TABLE identity_person ADD COLUMN sort_key TEXT;
ALTER TABLE identity_person ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
CREATE INDEX identity_person_words ON identity_person (words, birth);

-- Numbers a person had on other papers: the 9-digit card, a passport, a personal number replaced.
CREATE TABLE identity_paper (
  id BIGINT PRIMARY KEY,
  person_id BIGINT NOT NULL REFERENCES identity_person (id),
  kind TEXT NOT NULL,
  number TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  source TEXT NOT NULL,
  kept_at BIGINT NOT NULL,
  UNIQUE (person_id, kind, number)
);
CREATE INDEX identity_paper_number ON identity_paper (number);

-- What positions may be called; published by the pack.
CREATE TABLE identity_role (
  code TEXT PRIMARY KEY,
  name_vi TEXT NOT NULL,
  name_en TEXT NOT NULL,
  place BIGINT NOT NULL,
  office BOOLEAN NOT NULL
);

-- A position taken back on the day of its appointment was never held.
ALTER TABLE identity_position ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE identity_position ADD COLUMN appointed_at BIGINT;
ALTER TABLE identity_position ADD COLUMN taken_back_at BIGINT;

-- While in force, `to_id` acts in the position for its holder. Ends by itself after valid_to.
CREATE TABLE identity_delegation (
  id BIGINT PRIMARY KEY,
  position_id BIGINT NOT NULL REFERENCES identity_position (id),
  from_id BIGINT NOT NULL REFERENCES identity_person (id),
  to_id BIGINT NOT NULL REFERENCES identity_person (id),
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL,
  signing TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  revoked_at BIGINT
);
CREATE INDEX identity_delegation_to ON identity_delegation (to_id, valid_to);
CREATE INDEX identity_delegation_position ON identity_delegation (position_id, valid_to);

CREATE TABLE identity_organisation (
  id BIGINT PRIMARY KEY,
  tax_code TEXT UNIQUE,
  establishment TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  words TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX identity_organisation_sort ON identity_organisation (sort_key, id);

CREATE TABLE identity_representative (
  id BIGINT PRIMARY KEY,
  organisation_id BIGINT NOT NULL REFERENCES identity_organisation (id),
  person_id BIGINT NOT NULL REFERENCES identity_person (id),
  capacity TEXT NOT NULL,
  evidence TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  version BIGINT NOT NULL
);
CREATE INDEX identity_representative_organisation
  ON identity_representative (organisation_id, valid_from);
CREATE INDEX identity_representative_person ON identity_representative (person_id, valid_from);
