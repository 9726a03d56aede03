-- Whose work a matter is, asked for every page that opens somebody's data for it.
CREATE INDEX casework_case_matter ON casework_case (subject_id);
