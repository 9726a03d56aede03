-- What is addressed to a unit, and what waits there to be handed out, when the unit ends.
CREATE INDEX one_stop_draft_unit ON one_stop_draft (unit_id, draft_id) WHERE dossier_id IS NULL;
CREATE INDEX one_stop_dossier_resolved ON one_stop_dossier (unit_id, id) WHERE state = 9;
