-- A draft of an outcome that was begun by mistake can be dropped: its row, its saves and its list stay. The guards follow in
-- the next migration, because a new value of an enum cannot be used in the transaction that adds it.
ALTER TYPE "outcome_state" ADD VALUE 'dropped';

ALTER TABLE "outcome"
  ADD COLUMN "dropped_at" TIMESTAMPTZ(3),
  ADD COLUMN "dropped_by_id" UUID,
  ADD COLUMN "dropped_reason" TEXT;

ALTER TABLE "outcome"
  ADD CONSTRAINT "outcome_dropped_by_id_fkey" FOREIGN KEY ("dropped_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
