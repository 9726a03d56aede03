-- A calendar is published whole, as the files it is written in; the one with the greatest number is in
-- force, older ones are kept. Before the first, calendar_day holds.
CREATE TABLE calendar_edition (
  number BIGINT PRIMARY KEY,
  published_at BIGINT NOT NULL,
  published_by BIGINT,
  origin TEXT NOT NULL,
  restores BIGINT,
  days TEXT NOT NULL,
  hours TEXT NOT NULL,
  -- Due times of running deadlines are moved in slices: up to which id, how many, and whether all are.
  moved_to BIGINT NOT NULL,
  moved BIGINT NOT NULL,
  settled BOOLEAN NOT NULL
);

-- What happens to a deadline once a supplement has come, as of a day; procedure '' is every other one.
CREATE TABLE calendar_supplement (
  procedure_code TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  after TEXT NOT NULL,
  PRIMARY KEY (procedure_code, valid_from)
);
