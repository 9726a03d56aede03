-- A seal that hands over to another key carries it, signed with the key of its day. '': the same
-- key goes on.
ALTER TABLE journal_seal ADD COLUMN next_key TEXT NOT NULL DEFAULT '';

-- The search of administrators and auditors: by actor, unit and verb, newest first.
CREATE INDEX journal_entry_person ON journal_entry (person_id, id);
CREATE INDEX journal_entry_verb ON journal_entry (verb, id);

-- The last entry a stale projection failed at: one rebuilt after it is stale no more.
ALTER TABLE journal_stale ADD COLUMN last_entry_id BIGINT NOT NULL DEFAULT 0;
