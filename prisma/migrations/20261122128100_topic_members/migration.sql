-- Topics have their members kept as well.
ALTER TABLE ledger_member DROP CONSTRAINT ledger_member_kind,
  ADD CONSTRAINT ledger_member_kind CHECK (kind IN ('all', 'speaker', 'own_voice', 'unnamed', 'reported', 'topic'));
