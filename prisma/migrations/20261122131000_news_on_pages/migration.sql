-- What a later article says stands on the page of the prediction once somebody took it as evidence, and no longer once that was
-- taken back or the evidence went off the claim. Neither is a public event, because what the desk works with is nobody else's;
-- the page changes all the same.
CREATE CONSTRAINT TRIGGER prediction_news_moves_edition AFTER UPDATE ON prediction_news DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.state <> NEW.state AND (OLD.state = 'taken_as_evidence' OR NEW.state = 'taken_as_evidence'))
  EXECUTE FUNCTION move_edition();

CREATE FUNCTION move_edition_for_news() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM prediction_news WHERE evidence_id = NEW.id) THEN
    UPDATE edition SET version = version + 1, moved_at = now() WHERE id = 1;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER evidence_of_news_moves_edition AFTER UPDATE ON evidence DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.removed_at IS DISTINCT FROM NEW.removed_at) EXECUTE FUNCTION move_edition_for_news();
