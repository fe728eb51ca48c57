-- A dropped outcome says who dropped it, when and why, and was never submitted as it stands.
ALTER TABLE outcome
  ADD CONSTRAINT outcome_dropped_whole CHECK (num_nulls(dropped_at, dropped_by_id, dropped_reason) = CASE WHEN state = 'dropped' THEN 0 ELSE 3 END),
  ADD CONSTRAINT outcome_dropped_with_reason CHECK (btrim(dropped_reason) <> '');

-- Only a draft is dropped: what waits for approval, or was approved, is not taken away like this. A dropped one is history.
CREATE FUNCTION check_outcome_drop() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'dropped' THEN
    RAISE EXCEPTION 'outcome % is dropped: it is immutable', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'dropped' AND OLD.state <> 'draft' THEN
    RAISE EXCEPTION 'outcome % is not a draft: only a draft is dropped', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outcome_dropped_immutable BEFORE UPDATE ON outcome FOR EACH ROW EXECUTE FUNCTION check_outcome_drop();

-- What an approved outcome rests on and resolves is part of what was approved; what a dropped one listed stays as it was.
CREATE OR REPLACE FUNCTION check_outcome_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  parent uuid := CASE WHEN TG_OP = 'INSERT' THEN NEW.outcome_id ELSE OLD.outcome_id END;
  parent_state outcome_state;
BEGIN
  SELECT state INTO parent_state FROM outcome WHERE id = parent;
  IF parent_state IN ('approved', 'undone') THEN
    RAISE EXCEPTION 'outcome % is approved: % is part of it', parent, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  IF parent_state = 'dropped' THEN
    RAISE EXCEPTION 'outcome % is dropped: % is part of it', parent, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
