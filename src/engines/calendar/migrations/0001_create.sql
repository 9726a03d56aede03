CREATE TABLE calendar_day (
  date TEXT PRIMARY KEY,
  works BOOLEAN NOT NULL,
  name TEXT NOT NULL,
  confidence TEXT NOT NULL
);
