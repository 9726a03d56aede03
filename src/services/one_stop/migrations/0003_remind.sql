-- When its owner was reminded that a draft will be thrown away: once, and only who agreed to it.
ALTER TABLE one_stop_draft ADD COLUMN reminded_at BIGINT;
