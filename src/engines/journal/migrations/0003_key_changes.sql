-- Which key held when is read from the few seals that brought in another.
CREATE INDEX journal_seal_key_change ON journal_seal (number) WHERE next_key <> '';
