-- Readers' lists stand by publication, the latest first: without this the whole table would be sorted for each.
-- CreateIndex
CREATE INDEX "verdict_state_published_at_id_idx" ON "verdict"("state", "published_at", "id");
