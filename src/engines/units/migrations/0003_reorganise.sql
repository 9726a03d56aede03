-- Reorganisations carried out, so that the same file for the same day does nothing a second time.
CREATE TABLE units_reorganisation (
  id BIGINT PRIMARY KEY,
  effective TEXT NOT NULL,
  steps_hash TEXT NOT NULL,
  carried_out_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX units_reorganisation_once ON units_reorganisation (effective, steps_hash);

-- Centre points for schematic maps: not boundaries.
CREATE TABLE units_centre (
  unit_id BIGINT PRIMARY KEY REFERENCES units_unit (id),
  longitude DOUBLE PRECISION NOT NULL,
  latitude DOUBLE PRECISION NOT NULL
);

-- Outlines an operator brought in: rings of [longitude, latitude] as JSON, and the box around them.
CREATE TABLE units_outline (
  unit_id BIGINT PRIMARY KEY REFERENCES units_unit (id),
  west DOUBLE PRECISION NOT NULL,
  south DOUBLE PRECISION NOT NULL,
  east DOUBLE PRECISION NOT NULL,
  north DOUBLE PRECISION NOT NULL,
  polygons TEXT NOT NULL
);
