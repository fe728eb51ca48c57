-- The page of a phrase reads its predictions several times: a tenth of all of them, found without reading the others.
CREATE INDEX "prediction_certainty_words_idx" ON "prediction"("certainty_words");

-- Topics have their members kept as well.
ALTER TABLE ledger_member DROP CONSTRAINT ledger_member_kind,
  ADD CONSTRAINT ledger_member_kind CHECK (kind IN ('all', 'speaker', 'own_voice', 'unnamed', 'reported', 'topic'));
