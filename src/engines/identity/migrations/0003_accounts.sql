-- `state`: active, locked (an administrator shut it, and may open it again), ended (for good).
-- `version` moves with every change an administrator could trip over.
ALTER TABLE identity_account ADD COLUMN state TEXT NOT NULL DEFAULT 'active';
ALTER TABLE identity_account ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE identity_account ADD COLUMN made_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE identity_account ADD COLUMN signed_in_at BIGINT;

-- "" or the code of the OpenID Connect provider, told when the person signs out.
ALTER TABLE identity_session ADD COLUMN provider TEXT NOT NULL DEFAULT '';

-- A second factor (RFC 6238). `sealed` is its secret; no code of `last_step` or before it is taken.
CREATE TABLE identity_factor (
  person_id BIGINT PRIMARY KEY REFERENCES identity_person (id),
  sealed TEXT NOT NULL,
  enrolled_at BIGINT NOT NULL,
  last_step BIGINT NOT NULL
);

-- Codes for who has lost the device: each once, kept as a keyed hash.
CREATE TABLE identity_recovery (
  person_id BIGINT NOT NULL REFERENCES identity_person (id),
  code_hash TEXT NOT NULL,
  used_at BIGINT,
  PRIMARY KEY (person_id, code_hash)
);

-- What one administrator asks and another must confirm. `concerned`: whom it is about, 0 if nobody.
CREATE TABLE identity_two_person (
  id BIGINT PRIMARY KEY,
  kind TEXT NOT NULL,
  facts TEXT NOT NULL,
  concerned BIGINT NOT NULL,
  reason TEXT NOT NULL,
  asked_by BIGINT NOT NULL,
  asked_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  state TEXT NOT NULL,
  decided_by BIGINT,
  decided_at BIGINT
);
CREATE INDEX identity_two_person_state ON identity_two_person (state, ends_at);
CREATE INDEX identity_two_person_concerned ON identity_two_person (concerned, kind, state);
