-- Spellings that end in a last name ("… Marsh") are found by the beginning of the reversed key.
CREATE INDEX speaker_alias_ending ON speaker_alias ((reverse(alias_key) COLLATE "C"));
