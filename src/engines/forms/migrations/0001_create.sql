CREATE TABLE forms_draft (
  id BIGINT PRIMARY KEY,
  owner_id BIGINT NOT NULL,
  version_id BIGINT NOT NULL,
  answers TEXT NOT NULL,
  reached BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX forms_draft_owner ON forms_draft (owner_id, updated_at);
CREATE INDEX forms_draft_expiry ON forms_draft (expires_at);

CREATE TABLE forms_answers (
  subject_kind TEXT NOT NULL,
  subject_id BIGINT NOT NULL,
  owner_id BIGINT NOT NULL,
  answers TEXT NOT NULL,
  salt TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (subject_kind, subject_id)
);
