-- Queues of claims narrowed to a kind or an age, and one notice for many claims that are assigned together.
CREATE INDEX "claim_kind_id_idx" ON "claim"("kind", "id");
CREATE INDEX "claim_created_at_id_idx" ON "claim"("created_at", "id");

ALTER TYPE "notice_subject" ADD VALUE 'bulk_move';
ALTER TABLE notice DROP CONSTRAINT notice_cause, ADD CONSTRAINT notice_cause CHECK (cause ~ '^(event|due|run|reminder|bulk):');
-- Taken back with the move that it tells of.
CREATE INDEX notice_of_bulk_idx ON notice (cause) WHERE cause ^@ 'bulk:';
