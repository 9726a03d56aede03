-- Proposals to go on with a corrected version of the procedure; the two-person rule holds who asked, why, and
-- who decided. The version a dossier was submitted under keeps deciding how much time the law gives.
CREATE TABLE one_stop_correction (
  request_id BIGINT PRIMARY KEY,
  dossier_id BIGINT NOT NULL,
  from_version BIGINT NOT NULL,
  to_version BIGINT NOT NULL,
  node TEXT NOT NULL,
  done_at BIGINT
);
CREATE INDEX one_stop_correction_dossier ON one_stop_correction (dossier_id, request_id);
