CREATE TABLE payments_order (
  id BIGINT PRIMARY KEY,
  subject_kind TEXT NOT NULL,
  subject_id BIGINT NOT NULL,
  lines TEXT NOT NULL,
  total_dong BIGINT NOT NULL,
  state TEXT NOT NULL,
  asked_at BIGINT NOT NULL,
  paid_at BIGINT,
  taken_by BIGINT,
  confirmation TEXT NOT NULL,
  UNIQUE (subject_kind, subject_id)
);
