CREATE TABLE documents_series (
  unit_id BIGINT NOT NULL,
  series TEXT NOT NULL,
  last BIGINT NOT NULL,
  PRIMARY KEY (unit_id, series)
);

CREATE TABLE documents_document (
  id BIGINT PRIMARY KEY,
  kind TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id BIGINT NOT NULL,
  unit_id BIGINT NOT NULL,
  state TEXT NOT NULL,
  file TEXT NOT NULL,
  number TEXT NOT NULL,
  symbol TEXT NOT NULL,
  issued_on TEXT,
  signed_by BIGINT,
  signed_at BIGINT,
  drafted_at BIGINT NOT NULL,
  UNIQUE (kind, subject_kind, subject_id)
);

-- Every published text of a shared template; the newest is in force.
CREATE TABLE documents_template (
  name TEXT NOT NULL,
  at BIGINT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (name, at)
);
