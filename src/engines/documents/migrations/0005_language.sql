-- In which language the conditions of a template are written: see catalogue_version.
ALTER TABLE documents_template ADD COLUMN language TEXT NOT NULL DEFAULT 'small';
