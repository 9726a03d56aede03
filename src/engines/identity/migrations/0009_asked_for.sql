-- For whom the asker acted, 0 if for nobody: neither of the two confirms.
ALTER TABLE identity_two_person ADD COLUMN asked_for BIGINT NOT NULL DEFAULT 0;
