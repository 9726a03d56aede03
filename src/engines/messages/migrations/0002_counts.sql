-- What the administrator's page and the metrics count, without reading every message ever told.
CREATE INDEX messages_message_sent ON messages_message (mail_at) WHERE mail = 'sent';
CREATE INDEX messages_message_trouble ON messages_message (id) WHERE trouble <> '';
