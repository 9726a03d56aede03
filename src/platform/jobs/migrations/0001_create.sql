-- Work to be done after the commit of what asked for it. lease_until: while it runs, when another
-- worker may take it; 0 while nobody has it. again: it was asked for while it ran.
CREATE TABLE jobs_job (
  id BIGINT PRIMARY KEY,
  kind TEXT NOT NULL,
  facts TEXT NOT NULL,
  key TEXT UNIQUE,
  made_at BIGINT NOT NULL,
  not_before BIGINT NOT NULL,
  lease_until BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  again BOOLEAN NOT NULL,
  trouble TEXT NOT NULL,
  dead_at BIGINT
);
CREATE INDEX jobs_job_ready ON jobs_job (not_before, id) WHERE dead_at IS NULL;
-- For counting only: covering, and small.
CREATE INDEX jobs_job_kind ON jobs_job (kind, not_before) WHERE dead_at IS NULL;
CREATE INDEX jobs_job_running ON jobs_job (kind, lease_until) WHERE lease_until <> 0;
CREATE INDEX jobs_job_dead ON jobs_job (dead_at, id) WHERE dead_at IS NOT NULL;

-- When what comes back is next asked for.
CREATE TABLE jobs_turn (
  kind TEXT PRIMARY KEY,
  next_at BIGINT NOT NULL
);
