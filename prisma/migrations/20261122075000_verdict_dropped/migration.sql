-- A draft that was begun by mistake can be dropped: its row and its saves stay, and another draft can begin. The guards
-- follow in the next migration, because a new value of an enum cannot be used in the transaction that adds it.
ALTER TYPE "verdict_state" ADD VALUE 'dropped';

ALTER TABLE "verdict"
  ADD COLUMN "dropped_at" TIMESTAMPTZ(3),
  ADD COLUMN "dropped_by_id" UUID,
  ADD COLUMN "dropped_reason" TEXT;

ALTER TABLE "verdict"
  ADD CONSTRAINT "verdict_dropped_by_id_fkey" FOREIGN KEY ("dropped_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Versions are numbered as readers count them: a dropped draft leaves its number to the next one (see the next migration).
DROP INDEX "verdict_claim_id_ordinal_key";
CREATE INDEX "verdict_claim_id_ordinal_idx" ON "verdict"("claim_id", "ordinal");
