-- The open cases of a unit, when it ends and they move on.
CREATE INDEX casework_case_open ON casework_case (unit_id, id) WHERE ended_at IS NULL;
