-- What an approved outcome rests on is printed as it was approved: a source may be edited by all who cite it.
ALTER TABLE "outcome_source"
  ADD COLUMN "url" TEXT,
  ADD COLUMN "title" TEXT,
  ADD COLUMN "publisher_name" TEXT,
  ADD COLUMN "published_on" TEXT;

-- The only change that parts of approved outcomes ever see: they gain what was shown for them so far.
ALTER TABLE "outcome_source" DISABLE TRIGGER outcome_source_immutable;
UPDATE "outcome_source" o
SET "url" = s."url", "title" = s."title", "publisher_name" = s."publisher_name", "published_on" = s."published_on"
FROM "source" s WHERE s."id" = o."source_id";
ALTER TABLE "outcome_source" ENABLE TRIGGER outcome_source_immutable;

ALTER TABLE "outcome_source"
  ALTER COLUMN "title" SET NOT NULL,
  ADD CONSTRAINT outcome_source_title_given CHECK (btrim(title) <> ''),
  ADD CONSTRAINT outcome_source_web_address CHECK (url ~* '^https?://'),
  ADD CONSTRAINT outcome_source_days CHECK (is_day(published_on));
