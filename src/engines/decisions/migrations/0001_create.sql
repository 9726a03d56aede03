-- One row an edition of a rule table, never updated: whoever decided with it points at it for ever.
-- applies_from and applies_until are the days it is law for, known_from the moment since when it is
-- known here.
CREATE TABLE decisions_edition (
  id BIGINT PRIMARY KEY,
  code TEXT NOT NULL,
  number BIGINT NOT NULL,
  applies_from TEXT NOT NULL,
  applies_until TEXT,
  known_from BIGINT NOT NULL,
  replaces BIGINT NOT NULL,
  content TEXT NOT NULL,
  hash TEXT NOT NULL,
  origin TEXT NOT NULL,
  reason TEXT NOT NULL,
  proposed_by BIGINT,
  proposed_for BIGINT,
  published_by BIGINT,
  published_for BIGINT,
  published_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX decisions_edition_number ON decisions_edition (code, number);

-- What the last import of each pack brought: the third side of the comparison.
CREATE TABLE decisions_brought (
  pack TEXT NOT NULL,
  code TEXT NOT NULL,
  applies_from TEXT NOT NULL,
  content TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (pack, code, applies_from)
);
