-- What the city has corrected, by field: a keyed hash of what the provider said and still says. It
-- is not taken from there again until it changes there.
ALTER TABLE identity_person ADD COLUMN overruled TEXT NOT NULL DEFAULT '{}';
