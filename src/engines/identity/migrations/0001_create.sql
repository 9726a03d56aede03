CREATE TABLE identity_person (
  id BIGINT PRIMARY KEY,
  number TEXT UNIQUE,
  name TEXT NOT NULL,
  birth TEXT NOT NULL,
  gender TEXT NOT NULL,
  ethnicity TEXT NOT NULL,
  nationality TEXT NOT NULL,
  residence TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  source TEXT NOT NULL,
  changed_at BIGINT NOT NULL
);

CREATE TABLE identity_position (
  id BIGINT PRIMARY KEY,
  person_id BIGINT NOT NULL REFERENCES identity_person (id),
  unit_id BIGINT NOT NULL,
  role TEXT NOT NULL,
  title_vi TEXT NOT NULL,
  title_en TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT
);
CREATE INDEX identity_position_person ON identity_position (person_id, valid_from);
CREATE INDEX identity_position_unit ON identity_position (unit_id, role, valid_from);

CREATE TABLE identity_account (
  person_id BIGINT PRIMARY KEY REFERENCES identity_person (id),
  login TEXT NOT NULL UNIQUE,
  password_hash TEXT NOT NULL,
  one_time BOOLEAN NOT NULL,
  changed_at BIGINT NOT NULL
);

-- Failures of one login or one address. `who` is a keyed hash: a login is counted whether it exists
-- or not, and no address is kept.
CREATE TABLE identity_backoff (
  who TEXT PRIMARY KEY,
  failures BIGINT NOT NULL,
  until BIGINT NOT NULL,
  last_at BIGINT NOT NULL
);
CREATE INDEX identity_backoff_last ON identity_backoff (last_at);

-- `ended_at` is set by signing out or in again; a session also ends by `ends_at` and by idleness.
CREATE TABLE identity_session (
  id BIGINT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  person_id BIGINT NOT NULL REFERENCES identity_person (id),
  officer BOOLEAN NOT NULL,
  level BIGINT NOT NULL,
  opened_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  ended_at BIGINT,
  browser TEXT NOT NULL
);
CREATE INDEX identity_session_ends ON identity_session (ends_at);
CREATE INDEX identity_session_person ON identity_session (person_id, opened_at);

-- What was typed into a form whose session had ended: sealed, for 24 hours.
CREATE TABLE identity_held (
  id BIGINT PRIMARY KEY,
  cookie_hash TEXT NOT NULL,
  person_id BIGINT NOT NULL,
  page TEXT NOT NULL,
  sealed TEXT NOT NULL,
  held_at BIGINT NOT NULL
);
CREATE INDEX identity_held_cookie ON identity_held (cookie_hash, page);
CREATE INDEX identity_held_person ON identity_held (person_id, held_at);
CREATE INDEX identity_held_at ON identity_held (held_at);

-- Who opened whose data and why: one row per page and subject; one a day within one matter.
CREATE TABLE identity_access (
  id BIGINT PRIMARY KEY,
  at BIGINT NOT NULL,
  day TEXT NOT NULL,
  reader_id BIGINT,
  position_id BIGINT,
  unit_id BIGINT,
  purpose TEXT NOT NULL,
  matter BIGINT NOT NULL,
  subject_id BIGINT NOT NULL
);
CREATE UNIQUE INDEX identity_access_once
  ON identity_access (day, reader_id, matter, purpose, subject_id) WHERE matter <> 0;
CREATE INDEX identity_access_subject ON identity_access (subject_id, at);
