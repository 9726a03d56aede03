CREATE TABLE units_unit (
  id BIGINT PRIMARY KEY,
  kind TEXT NOT NULL,
  created_on TEXT NOT NULL
);

CREATE TABLE units_version (
  unit_id BIGINT NOT NULL REFERENCES units_unit (id),
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  code TEXT NOT NULL,
  name_vi TEXT NOT NULL,
  name_en TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  parent_id BIGINT REFERENCES units_unit (id),
  PRIMARY KEY (unit_id, valid_from)
);
CREATE INDEX units_version_code ON units_version (code, valid_from);
CREATE INDEX units_version_parent ON units_version (parent_id, sort_key);

CREATE TABLE units_agency_code (
  unit_id BIGINT NOT NULL REFERENCES units_unit (id),
  valid_from TEXT NOT NULL,
  code TEXT NOT NULL,
  PRIMARY KEY (unit_id, valid_from)
);
