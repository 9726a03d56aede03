-- What each key of secrets/ is known by: a keyed hash that tells nothing of the key. The name is the file's.
CREATE TABLE config_key (
  name TEXT PRIMARY KEY,
  proof TEXT NOT NULL,
  at BIGINT NOT NULL
);
