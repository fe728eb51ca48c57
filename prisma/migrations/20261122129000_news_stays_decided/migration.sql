-- By which rules these were made: what has none of the present rules is looked through again by the clock.
ALTER TABLE "prediction_keys" ADD COLUMN "rules_version" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "candidate_keys" ADD COLUMN "rules_version" INTEGER NOT NULL DEFAULT 0;

-- What people decided on stays what they saw; the only way on is back to open. A new reading may put its candidate in place.
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
    IF NEW.state <> 'open' AND (NEW.state, NEW.evidence_id, NEW.decided_by_id, NEW.decided_at)
       IS DISTINCT FROM (OLD.state, OLD.evidence_id, OLD.decided_by_id, OLD.decided_at) THEN
      RAISE EXCEPTION 'news % was decided on: it is opened again first', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
