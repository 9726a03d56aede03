-- A task carries the deadline of its case while it is open, so that a list of a desk is chosen and
-- counted in one index.
ALTER TABLE casework_task ADD COLUMN due_at BIGINT;
UPDATE casework_task SET due_at = (SELECT c.due_at FROM casework_case c WHERE c.id = case_id)
  WHERE done_at IS NULL;
DROP INDEX casework_task_desk;
CREATE INDEX casework_task_desk ON casework_task (desk, due_at, id) WHERE done_at IS NULL;
