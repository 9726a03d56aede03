-- A keyed hash of what an act was made of (acts.hpp): the same act with other content is told, not
-- dropped. It stands beside the entry and is no part of its hash.
ALTER TABLE journal_entry ADD COLUMN content TEXT;
