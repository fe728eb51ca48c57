-- Where the words of a candidate stand in a later text of its article. The candidate and its occurrence stay as they are.
CREATE TYPE "carry_outcome" AS ENUM ('found', 'gone', 'unclear');
CREATE TABLE "carried_place" (
    "candidate_id" UUID NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "outcome" "carry_outcome" NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "chosen_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "carried_place_pkey" PRIMARY KEY ("candidate_id","snapshot_id"),
    CONSTRAINT carried_place_found_somewhere CHECK ((outcome = 'found') = (start IS NOT NULL)),
    CONSTRAINT carried_place_span CHECK (num_nonnulls(start, "end") <> 1 AND start >= 0 AND start < "end"),
    CONSTRAINT carried_place_chosen_is_clear CHECK (chosen_by_id IS NULL OR outcome <> 'unclear')
);
CREATE INDEX "carried_place_snapshot_id_outcome_start_idx" ON "carried_place"("snapshot_id", "outcome", "start");
CREATE INDEX "carried_place_chosen_by_id_idx" ON "carried_place"("chosen_by_id");
ALTER TABLE "carried_place" ADD CONSTRAINT "carried_place_candidate_id_fkey"
  FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "carried_place" ADD CONSTRAINT "carried_place_snapshot_id_fkey"
  FOREIGN KEY ("snapshot_id") REFERENCES "snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "carried_place" ADD CONSTRAINT "carried_place_chosen_by_id_fkey"
  FOREIGN KEY ("chosen_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Every quote shown equals the snapshot's characters at its offsets, also where it was carried to.
CREATE FUNCTION check_carried_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE into_text snapshot%ROWTYPE; origin candidate%ROWTYPE; here text;
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.outcome <> 'unclear' OR (NEW.candidate_id, NEW.snapshot_id) <> (OLD.candidate_id, OLD.snapshot_id)) THEN
    RAISE EXCEPTION 'the place of candidate % in snapshot % is known: it stays', OLD.candidate_id, OLD.snapshot_id
      USING ERRCODE = 'restrict_violation';
  END IF;
  SELECT * INTO into_text FROM snapshot WHERE id = NEW.snapshot_id;
  SELECT * INTO origin FROM candidate WHERE id = NEW.candidate_id;
  IF into_text.article_id <> origin.article_id OR origin.snapshot_id = NEW.snapshot_id THEN
    RAISE EXCEPTION 'snapshot % is no other text of the article of candidate %', NEW.snapshot_id, NEW.candidate_id
      USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.outcome <> 'found' THEN RETURN NEW; END IF;
  here := CASE WHEN into_text.is_bmp THEN substr(into_text.body, NEW.start + 1, NEW."end" - NEW.start)
               ELSE utf16_slice(into_text.body, NEW.start, NEW."end") END;
  IF here IS DISTINCT FROM origin.quote THEN
    RAISE EXCEPTION 'the quote is not what stands at [%, %) of snapshot %', NEW.start, NEW."end", NEW.snapshot_id
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER carried_place_quote BEFORE INSERT OR UPDATE ON carried_place
  FOR EACH ROW EXECUTE FUNCTION check_carried_place();

-- What an article is found by among near-duplicates.
CREATE TABLE "article_signature" (
    "article_id" UUID NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "bands" INTEGER[],

    CONSTRAINT "article_signature_pkey" PRIMARY KEY ("article_id"),
    CONSTRAINT article_signature_bands CHECK (cardinality(bands) IN (0, 20))
);
CREATE INDEX "article_signature_snapshot_id_idx" ON "article_signature"("snapshot_id");
-- Looked up right after each import: a pending list would be walked each time.
CREATE INDEX "article_signature_bands_idx" ON "article_signature" USING GIN ("bands") WITH (fastupdate = off);
ALTER TABLE "article_signature" ADD CONSTRAINT "article_signature_article_id_fkey"
  FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "article_signature" ADD CONSTRAINT "article_signature_snapshot_id_fkey"
  FOREIGN KEY ("snapshot_id") REFERENCES "snapshot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Stories: what several articles carry nearly word for word.
CREATE TABLE "story" (
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "story_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "story_article" (
    "article_id" UUID NOT NULL,
    "story_id" UUID NOT NULL,
    "similarity" DECIMAL(5,4),
    "linked_by_id" UUID,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "story_article_pkey" PRIMARY KEY ("article_id"),
    CONSTRAINT story_article_similarity CHECK (similarity BETWEEN 0 AND 1)
);
CREATE INDEX "story_article_story_id_idx" ON "story_article"("story_id");
CREATE INDEX "story_article_linked_by_id_idx" ON "story_article"("linked_by_id");
ALTER TABLE "story_article" ADD CONSTRAINT "story_article_article_id_fkey"
  FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "story_article" ADD CONSTRAINT "story_article_story_id_fkey"
  FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "story_article" ADD CONSTRAINT "story_article_linked_by_id_fkey"
  FOREIGN KEY ("linked_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "story_apart" (
    "story_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "story_apart_pkey" PRIMARY KEY ("story_id","other_id"),
    CONSTRAINT story_apart_ordered CHECK (story_id < other_id),
    CONSTRAINT story_apart_reason CHECK (btrim(reason) <> '')
);
CREATE INDEX "story_apart_other_id_idx" ON "story_apart"("other_id");
CREATE INDEX "story_apart_decided_by_id_idx" ON "story_apart"("decided_by_id");
ALTER TABLE "story_apart" ADD CONSTRAINT "story_apart_story_id_fkey"
  FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "story_apart" ADD CONSTRAINT "story_apart_other_id_fkey"
  FOREIGN KEY ("other_id") REFERENCES "story"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "story_apart" ADD CONSTRAINT "story_apart_decided_by_id_fkey"
  FOREIGN KEY ("decided_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
