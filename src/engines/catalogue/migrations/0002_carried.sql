-- In which language the conditions of a version are written. What was published before this column
-- came is in the small one, which no program evaluates any more.
ALTER TABLE catalogue_version ADD COLUMN language TEXT NOT NULL DEFAULT 'small';

-- The same version with its conditions in FEEL, read in place of what was published: a version stays
-- as it was published and as its hash says. NULL: that part has no condition.
CREATE TABLE catalogue_carried (
  version_id BIGINT PRIMARY KEY,
  of_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  content TEXT,
  form TEXT,
  flow TEXT,
  result_template TEXT,
  carried_at BIGINT NOT NULL
);
