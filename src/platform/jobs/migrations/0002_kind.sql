-- What is due of one kind, in order, while those of a busy lane are passed over; counts as before.
DROP INDEX jobs_job_kind;
CREATE INDEX jobs_job_kind ON jobs_job (kind, not_before, id) WHERE dead_at IS NULL;
