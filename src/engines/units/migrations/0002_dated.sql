-- One row: changed with every change of a unit, so that a process sees when what it remembers is old.
CREATE TABLE units_change (
  id BIGINT PRIMARY KEY,
  revision TEXT NOT NULL
);
INSERT INTO units_change (id, revision) VALUES (1, 'first');

-- A unit may become a ward on a day, so the kind is dated like the name.
ALTER TABLE units_version ADD COLUMN kind TEXT NOT NULL DEFAULT '';
UPDATE units_version SET kind = (SELECT u.kind FROM units_unit u WHERE u.id = units_version.unit_id);
ALTER TABLE units_version ADD COLUMN basis TEXT NOT NULL DEFAULT '';
ALTER TABLE units_version ADD COLUMN confidence TEXT NOT NULL DEFAULT 'known';

-- What other systems call a unit; a newer row of one system takes the older one's place.
CREATE TABLE units_code (
  unit_id BIGINT NOT NULL REFERENCES units_unit (id),
  system TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  code TEXT NOT NULL,
  PRIMARY KEY (unit_id, system, valid_from)
);
INSERT INTO units_code (unit_id, system, valid_from, code)
SELECT unit_id, 'QD20', valid_from, code FROM units_agency_code;
DROP TABLE units_agency_code;

-- Who took over from whom, from a day on: all of it, a part, or what no part took (the rest).
CREATE TABLE units_succession (
  from_id BIGINT NOT NULL REFERENCES units_unit (id),
  to_id BIGINT NOT NULL REFERENCES units_unit (id),
  effective TEXT NOT NULL,
  share TEXT NOT NULL,
  area TEXT NOT NULL,
  basis TEXT NOT NULL,
  confidence TEXT NOT NULL,
  PRIMARY KEY (from_id, effective, to_id)
);
CREATE INDEX units_succession_to ON units_succession (to_id, effective);
