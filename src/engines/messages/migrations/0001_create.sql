CREATE TABLE messages_template (
  id BIGINT PRIMARY KEY,
  key TEXT NOT NULL,
  published_at BIGINT NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX messages_template_key ON messages_template (key, id);

-- What people are told. `given` holds the values, which may be personal.
CREATE TABLE messages_message (
  id BIGINT PRIMARY KEY,
  person BIGINT NOT NULL,
  kind TEXT NOT NULL,
  legal BOOLEAN NOT NULL,
  urgent BOOLEAN NOT NULL,
  template BIGINT NOT NULL,
  given TEXT NOT NULL,
  link TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id BIGINT NOT NULL,
  made_at BIGINT NOT NULL,
  in_inbox BOOLEAN NOT NULL,
  read_at BIGINT,
  trouble TEXT NOT NULL,
  mail TEXT NOT NULL,
  mail_tries BIGINT NOT NULL,
  mail_at BIGINT,
  mail_code BIGINT NOT NULL,
  mail_said TEXT NOT NULL
);
CREATE INDEX messages_message_person ON messages_message (person, id) WHERE in_inbox;
CREATE INDEX messages_message_unread ON messages_message (person) WHERE in_inbox AND read_at IS NULL;
CREATE INDEX messages_message_mail ON messages_message (mail, id) WHERE mail <> 'none';

-- How a person wants to be reached by e-mail. An address is used only when it is confirmed.
CREATE TABLE messages_person (
  person BIGINT PRIMARY KEY,
  lang TEXT NOT NULL,
  address TEXT NOT NULL,
  confirmed_at BIGINT,
  bounced_at BIGINT,
  pending TEXT NOT NULL,
  asked_at BIGINT,
  code TEXT NOT NULL,
  code_tries BIGINT NOT NULL
);

CREATE TABLE messages_choice (
  person BIGINT NOT NULL,
  kind TEXT NOT NULL,
  channel TEXT NOT NULL,
  PRIMARY KEY (person, kind)
);
