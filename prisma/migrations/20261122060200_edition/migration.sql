-- The edition moves at commit, whoever wrote the event: deferred, so that its one row is locked last and only briefly.
CREATE FUNCTION move_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE edition SET version = version + 1, moved_at = now() WHERE id = 1;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER audit_event_moves_edition AFTER INSERT ON audit_event DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.is_public) EXECUTE FUNCTION move_edition();
