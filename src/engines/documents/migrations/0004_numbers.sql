-- Every number a series gave: the key refuses one that went out before. A void one is never given again.
CREATE TABLE documents_number (
  unit_id BIGINT NOT NULL,
  series TEXT NOT NULL,
  number BIGINT NOT NULL,
  void_at BIGINT,
  PRIMARY KEY (unit_id, series, number)
);
INSERT INTO documents_number (unit_id, series, number)
SELECT unit_id, symbol || ':' || substr(issued_on, 1, 4), CAST(number AS BIGINT)
FROM documents_document WHERE number <> '';
CREATE UNIQUE INDEX documents_document_number
  ON documents_document (unit_id, symbol, substr(issued_on, 1, 4), number) WHERE number <> '';

-- SHA-256 of the bytes in `file`; empty for papers of an older program.
ALTER TABLE documents_document ADD COLUMN hash TEXT NOT NULL DEFAULT '';

-- What stands at a unit that ends.
CREATE INDEX documents_document_under_way ON documents_document (unit_id, id)
  WHERE state IN ('drafted', 'signed', 'numbered');
