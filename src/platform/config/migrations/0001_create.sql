CREATE TABLE config_setting (
  name TEXT PRIMARY KEY,
  at BIGINT NOT NULL,
  value TEXT NOT NULL
);
