CREATE TABLE casework_case (
  id BIGINT PRIMARY KEY,
  version_id BIGINT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id BIGINT NOT NULL,
  unit_id BIGINT NOT NULL,
  code TEXT NOT NULL,
  title_vi TEXT NOT NULL,
  title_en TEXT NOT NULL,
  link TEXT NOT NULL,
  party_id BIGINT,
  party_name TEXT NOT NULL,
  words TEXT NOT NULL,
  opened_at BIGINT NOT NULL,
  due_at BIGINT,
  ended_at BIGINT
);
CREATE UNIQUE INDEX casework_case_subject ON casework_case (subject_kind, subject_id);

CREATE TABLE casework_task (
  id BIGINT PRIMARY KEY,
  case_id BIGINT NOT NULL REFERENCES casework_case (id),
  node TEXT NOT NULL,
  action TEXT NOT NULL,
  role TEXT NOT NULL,
  desk TEXT NOT NULL,
  step_vi TEXT NOT NULL,
  step_en TEXT NOT NULL,
  opened_at BIGINT NOT NULL,
  step_due_at BIGINT,
  done_at BIGINT,
  done_by BIGINT,
  outcome TEXT NOT NULL
);
CREATE INDEX casework_task_desk ON casework_task (desk, id) WHERE done_at IS NULL;
CREATE INDEX casework_task_done ON casework_task (desk, done_at) WHERE done_at IS NOT NULL;
CREATE INDEX casework_task_case ON casework_task (case_id, id);
