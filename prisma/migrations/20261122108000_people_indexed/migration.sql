-- Who did it: asked for by person, in tables that grow with what is imported.
CREATE INDEX "run_started_by_id_idx" ON "run"("started_by_id");
CREATE INDEX "raw_page_fetched_by_id_idx" ON "raw_page"("fetched_by_id");
CREATE INDEX "feed_added_by_id_idx" ON "feed"("added_by_id");
CREATE INDEX "feed_item_decided_by_id_idx" ON "feed_item"("decided_by_id");
CREATE INDEX "external_import_brought_by_id_idx" ON "external_import"("brought_by_id");
CREATE INDEX "external_verdict_imported_by_id_idx" ON "external_verdict"("imported_by_id");
CREATE INDEX "external_verdict_hidden_by_id_idx" ON "external_verdict"("hidden_by_id");
CREATE INDEX "external_match_decided_by_id_idx" ON "external_match"("decided_by_id");
CREATE INDEX "suggestion_decided_by_id_idx" ON "suggestion"("decided_by_id");
