-- What a judgement rests on comes with it, in one transaction: whoever approves it sees all that was proposed. A row's xmin is
-- the transaction that wrote it last, and a judgement is written again only by its decision (next function).
CREATE OR REPLACE FUNCTION check_judgement_source() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM judgement WHERE id = NEW.judgement_id AND xmin = pg_current_xact_id()::xid
                   AND resolution_id IS NULL AND refused_at IS NULL) THEN
    RAISE EXCEPTION 'judgement % was proposed: a source is part of it', NEW.judgement_id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- Only its decision is added, once, and what was approved is what was proposed, by the one who proposed it.
CREATE OR REPLACE FUNCTION check_judgement_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before judgement := OLD;
BEGIN
  before.refused_by_id := NEW.refused_by_id;
  before.refused_at := NEW.refused_at;
  before.refused_reason := NEW.refused_reason;
  before.resolution_id := NEW.resolution_id;
  IF OLD.resolution_id IS NOT NULL OR OLD.refused_at IS NOT NULL OR before IS DISTINCT FROM NEW
     OR (NEW.resolution_id IS NULL AND NEW.refused_at IS NULL) THEN
    RAISE EXCEPTION 'judgement % is immutable but for one decision', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.resolution_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM resolution r WHERE r.id = NEW.resolution_id AND r.prediction_id = NEW.prediction_id
      AND r.kind = NEW.kind AND r.author_id = NEW.author_id) THEN
    RAISE EXCEPTION 'resolution % is not what judgement % proposed', NEW.resolution_id, OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- Neither taken from an outcome that was approved, nor put into one; while it is being approved one waits for that.
CREATE OR REPLACE FUNCTION check_outcome_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE part record;
BEGIN
  FOR part IN
    SELECT id, state FROM outcome
    WHERE id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.outcome_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.outcome_id END)
    ORDER BY id FOR SHARE
  LOOP
    IF part.state IN ('approved', 'undone', 'dropped') THEN
      RAISE EXCEPTION 'outcome % is %: % is part of it', part.id,
        CASE part.state WHEN 'dropped' THEN 'dropped' ELSE 'approved' END, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
  END LOOP;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

-- That something is overdue is said once more after an undoing of its own, and of nothing else.
CREATE FUNCTION check_reminder_undo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM resolution r
                 WHERE r.id = NEW.undo_id AND r.prediction_id = NEW.prediction_id AND r.kind = 'open') THEN
    RAISE EXCEPTION 'resolution % undid nothing of prediction %', NEW.undo_id, NEW.prediction_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reminder_own_undo BEFORE INSERT ON reminder
  FOR EACH ROW WHEN (NEW.undo_id IS NOT NULL) EXECUTE FUNCTION check_reminder_undo();

-- Days, and not only what looks like days.
ALTER TABLE prediction_news
  DROP CONSTRAINT prediction_news_days,
  ADD CONSTRAINT prediction_news_days CHECK (is_day(window_from) AND is_day(window_to));

-- A calendar holds what its address was given for, as long as it answers: only the address changes, until it is revoked.
CREATE OR REPLACE FUNCTION calendar_stays_revoked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.revoked_at IS NOT NULL THEN
    RAISE EXCEPTION 'calendar % is revoked', OLD.id USING ERRCODE = '23514', CONSTRAINT = 'calendar_stays_revoked';
  END IF;
  IF (NEW.id, NEW.owner_id, NEW.name, NEW.query, NEW.created_at)
     IS DISTINCT FROM (OLD.id, OLD.owner_id, OLD.name, OLD.query, OLD.created_at) THEN
    RAISE EXCEPTION 'calendar % holds what it was made for', OLD.id USING ERRCODE = '23514', CONSTRAINT = 'calendar_holds_the_same';
  END IF;
  RETURN NEW;
END $$;

-- A desk that comes from a version without reminders has predictions that are long overdue: they stand in its list of those,
-- and nobody is told of each of them on the first morning. What became overdue within the last month is told as ever.
INSERT INTO reminder (id, prediction_id, kind, made_at)
  SELECT gen_random_uuid(), p.id, 'overdue', now()
  FROM prediction p
  WHERE p.state = 'opened' AND p.current_resolution_id IS NULL
    AND prediction_closes_on(p.due_to, p.grace_days) < current_date - 30
    -- its clock never ran: what was carried over from before is all of one kind
    AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.kind <> 'due')
ON CONFLICT DO NOTHING;
