CREATE TABLE search_item (
  kind TEXT NOT NULL,
  ref TEXT NOT NULL,
  title_vi TEXT NOT NULL,
  title_en TEXT NOT NULL,
  sort_title TEXT NOT NULL,
  title_folded TEXT NOT NULL,
  folded TEXT NOT NULL,
  weight BIGINT NOT NULL,
  PRIMARY KEY (kind, ref)
);
