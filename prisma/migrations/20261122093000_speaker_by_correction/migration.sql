-- Who is to be named as having said a published claim once this version is approved: until then readers see no change. No
-- speaker at all ("nobody") is the publisher itself, and neither of the two means that the speaker stays.
ALTER TABLE "verdict"
  ADD COLUMN "new_speaker_id" UUID,
  ADD COLUMN "is_new_speaker_nobody" BOOLEAN NOT NULL DEFAULT false,
  ADD CONSTRAINT verdict_one_new_speaker CHECK (new_speaker_id IS NULL OR NOT is_new_speaker_nobody);
CREATE INDEX "verdict_new_speaker_id_idx" ON "verdict"("new_speaker_id");
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_new_speaker_id_fkey"
  FOREIGN KEY ("new_speaker_id") REFERENCES "speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
