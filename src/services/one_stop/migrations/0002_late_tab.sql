-- What a draft became when it was submitted, so that a second tab still open on its form is led there.
ALTER TABLE one_stop_draft ADD COLUMN dossier_id BIGINT;
