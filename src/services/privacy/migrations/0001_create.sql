-- What people ask about their data. `wanted`, `words` and `answer` stand sealed; all three and the
-- paper go when the person is erased, the row stays. `state`: waiting, done, refused, withdrawn.
CREATE TABLE privacy_request (
  id BIGINT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  person_id BIGINT NOT NULL,
  kind TEXT NOT NULL,
  field TEXT NOT NULL,
  wanted TEXT NOT NULL,
  words TEXT NOT NULL,
  paper TEXT NOT NULL,
  paper_type TEXT NOT NULL,
  state TEXT NOT NULL,
  asked_at BIGINT NOT NULL,
  reply_by BIGINT,
  due_at BIGINT,
  decided_at BIGINT,
  decided_by BIGINT,
  answer TEXT NOT NULL
);
CREATE INDEX privacy_request_person ON privacy_request (person_id, id);
CREATE INDEX privacy_request_state ON privacy_request (state, due_at);
CREATE UNIQUE INDEX privacy_request_waiting ON privacy_request (person_id, kind, field)
  WHERE state = 'waiting';

-- How often somebody took their data along on a day.
CREATE TABLE privacy_taken (
  person_id BIGINT NOT NULL,
  day TEXT NOT NULL,
  times BIGINT NOT NULL,
  PRIMARY KEY (person_id, day)
);

-- What people are asked to agree to, word for word, in every version that was ever asked.
CREATE TABLE privacy_consent_text (
  kind TEXT NOT NULL,
  version BIGINT NOT NULL,
  title_vi TEXT NOT NULL,
  title_en TEXT NOT NULL,
  words_vi TEXT NOT NULL,
  words_en TEXT NOT NULL,
  published_at BIGINT NOT NULL,
  PRIMARY KEY (kind, version)
);
CREATE TABLE privacy_consent (
  id BIGINT PRIMARY KEY,
  person_id BIGINT NOT NULL,
  kind TEXT NOT NULL,
  version BIGINT NOT NULL,
  given_at BIGINT NOT NULL,
  withdrawn_at BIGINT
);
CREATE INDEX privacy_consent_person ON privacy_consent (person_id, id);
CREATE UNIQUE INDEX privacy_consent_standing ON privacy_consent (person_id, kind)
  WHERE withdrawn_at IS NULL;
