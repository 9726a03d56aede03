-- Every file a paper ever was (drafted, signed, sealed), so that all of them can be removed.
CREATE TABLE documents_file (
  document_id BIGINT NOT NULL,
  file TEXT NOT NULL,
  PRIMARY KEY (document_id, file)
);
INSERT INTO documents_file (document_id, file) SELECT id, file FROM documents_document;
