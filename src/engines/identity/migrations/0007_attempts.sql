-- Sign-ins elsewhere that have come back, by a hash of their state: each may come back once. Kept as
-- long as an attempt is good for.
CREATE TABLE identity_attempt (
  state_hash TEXT PRIMARY KEY,
  at BIGINT NOT NULL
);
CREATE INDEX identity_attempt_at ON identity_attempt (at);
