-- What the secret of a dossier's slip is made from, with a key of the installation: whoever reads the row does
-- not have it. '': an old dossier; it gets one when its slip is next made.
ALTER TABLE one_stop_dossier ADD COLUMN slip TEXT NOT NULL DEFAULT '';
