-- Letters with codes: few of a person, and asked for or emptied at each new one.
CREATE INDEX messages_message_hidden ON messages_message (person, made_at) WHERE NOT in_inbox;
