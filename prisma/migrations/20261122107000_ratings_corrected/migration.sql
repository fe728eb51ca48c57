-- A rating that its desk corrected is a further row; the earlier one stays as it was read.
DROP INDEX "external_verdict_identity_key";
CREATE UNIQUE INDEX "external_verdict_identity_rating_text_key" ON "external_verdict"("identity", "rating_text");
