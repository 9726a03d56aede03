-- When not_before was last set: what a clock that ran ahead put off comes due when it is set back.
ALTER TABLE jobs_job ADD COLUMN set_at BIGINT NOT NULL DEFAULT 0;
