-- What was taken as the source of an outcome names it. What was taken so far was decided with the outcome's first save, or before
-- there was one: that waits again.
ALTER TABLE "prediction_news" ADD COLUMN "outcome_id" UUID;
UPDATE prediction_news n SET outcome_id = (
    SELECT o.id FROM outcome o JOIN outcome_link l ON l.outcome_id = o.id
    WHERE l.prediction_id = n.prediction_id AND o.author_id = n.decided_by_id AND o.created_at = n.decided_at
      AND o.state NOT IN ('dropped', 'undone') ORDER BY o.id LIMIT 1)
  WHERE state = 'taken_as_source';
UPDATE prediction_news SET state = 'open', decided_by_id = NULL, decided_at = NULL
  WHERE state = 'taken_as_source' AND outcome_id IS NULL;
CREATE INDEX "prediction_news_outcome_id_idx" ON "prediction_news"("outcome_id");
ALTER TABLE "prediction_news" ADD CONSTRAINT "prediction_news_outcome_id_fkey"
  FOREIGN KEY ("outcome_id") REFERENCES "outcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE prediction_news
  ADD CONSTRAINT prediction_news_outcome CHECK ((state = 'taken_as_source') = (outcome_id IS NOT NULL));

CREATE OR REPLACE FUNCTION prediction_news_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'open' THEN
      RAISE EXCEPTION 'news % was decided on', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
  END IF;
  IF NEW.id <> OLD.id OR NEW.prediction_id <> OLD.prediction_id OR NEW.article_id <> OLD.article_id
     OR NEW.created_at <> OLD.created_at THEN
    RAISE EXCEPTION 'news % is about another prediction or article', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state <> 'open' THEN
    IF (NEW.quote, NEW.relation, NEW.window_from, NEW.window_to, NEW.has_happened, NEW.words)
       IS DISTINCT FROM (OLD.quote, OLD.relation, OLD.window_from, OLD.window_to, OLD.has_happened, OLD.words) THEN
      RAISE EXCEPTION 'news % was decided on: what it says stays', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.state <> 'open' AND (NEW.state, NEW.evidence_id, NEW.outcome_id, NEW.decided_by_id, NEW.decided_at)
       IS DISTINCT FROM (OLD.state, OLD.evidence_id, OLD.outcome_id, OLD.decided_by_id, OLD.decided_at) THEN
      RAISE EXCEPTION 'news % was decided on: it is opened again first', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;

-- What a judgement rests on is chosen in a copy of its source, as evidence is.
ALTER TABLE "judgement_source"
  ADD COLUMN "copy_id" UUID,
  ADD COLUMN "excerpt_start" INTEGER,
  ADD COLUMN "excerpt_end" INTEGER,
  ADD COLUMN "excerpt_prefix" TEXT,
  ADD COLUMN "excerpt_suffix" TEXT;
CREATE INDEX "judgement_source_copy_id_idx" ON "judgement_source"("copy_id");
ALTER TABLE "judgement_source" ADD CONSTRAINT "judgement_source_copy_id_fkey"
  FOREIGN KEY ("copy_id") REFERENCES "source_copy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE judgement_source
  ADD CONSTRAINT judgement_source_place_whole
    CHECK (num_nonnulls(copy_id, excerpt_start, excerpt_end, excerpt_prefix, excerpt_suffix) IN (0, 5)),
  ADD CONSTRAINT judgement_source_place_span CHECK (excerpt_start >= 0 AND excerpt_start < excerpt_end);
CREATE TRIGGER judgement_source_excerpt_place BEFORE INSERT ON judgement_source
  FOR EACH ROW WHEN (NEW.copy_id IS NOT NULL) EXECUTE FUNCTION check_excerpt_place();
