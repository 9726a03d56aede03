-- The article by which nothing is owed, where an officer granted an exemption.
ALTER TABLE payments_order ADD COLUMN exempt_by TEXT NOT NULL DEFAULT '';
