-- How many guesses are left. `who` is a keyed hash of a login or person with a browser, an address
-- or neither; `full_at` is when all guesses are there again: the one moment says how many are now.
DROP TABLE identity_backoff;
CREATE TABLE identity_budget (
  who TEXT PRIMARY KEY,
  full_at BIGINT NOT NULL
);
CREATE INDEX identity_budget_full ON identity_budget (full_at);
