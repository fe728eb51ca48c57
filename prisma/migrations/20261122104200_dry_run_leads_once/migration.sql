-- A dry run is imported for real once, however often that is pressed.
ALTER TABLE "import_batch" ADD COLUMN "led_to_run_id" UUID;
ALTER TABLE "import_batch" ADD CONSTRAINT import_batch_dry_leads CHECK (led_to_run_id IS NULL OR is_dry_run);
CREATE UNIQUE INDEX "import_batch_led_to_run_id_key" ON "import_batch"("led_to_run_id");
