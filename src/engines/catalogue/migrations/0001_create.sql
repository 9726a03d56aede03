-- One row a published version, never updated: dossiers point at it for ever.
CREATE TABLE catalogue_version (
  id BIGINT PRIMARY KEY,
  code TEXT NOT NULL,
  number BIGINT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  name_vi TEXT NOT NULL,
  name_en TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  field_code TEXT NOT NULL,
  field_vi TEXT NOT NULL,
  field_en TEXT NOT NULL,
  level TEXT NOT NULL,
  has_form BOOLEAN NOT NULL,
  content TEXT NOT NULL,
  form TEXT NOT NULL,
  flow TEXT NOT NULL,
  result_template TEXT NOT NULL,
  hash TEXT NOT NULL,
  published_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX catalogue_version_number ON catalogue_version (code, number);
CREATE INDEX catalogue_version_in_force ON catalogue_version (code, valid_from, number);

-- What the last import of each pack brought: the third side of the comparison.
CREATE TABLE catalogue_brought (
  pack TEXT NOT NULL,
  code TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (pack, code)
);
