-- More of what must always hold, held by PostgreSQL. Each guard says why; lib/**/**.db.test.ts tries to break each.

-- verdicts: a dropped draft is history. It was never submitted as it stands, and it frees its place and its number.
ALTER TABLE verdict
  DROP CONSTRAINT verdict_submitted_whole,
  DROP CONSTRAINT verdict_approved_exact_revision,
  ADD CONSTRAINT verdict_submitted_whole CHECK (state IN ('draft', 'dropped') OR num_nulls(rating, submitted_by_id, submitted_at, submitted_revision, as_of_on, was_comment_asked) = 0),
  ADD CONSTRAINT verdict_approved_exact_revision CHECK (state IN ('draft', 'dropped') OR submitted_revision = revision),
  ADD CONSTRAINT verdict_dropped_whole CHECK (num_nulls(dropped_at, dropped_by_id, dropped_reason) = CASE WHEN state = 'dropped' THEN 0 ELSE 3 END),
  ADD CONSTRAINT verdict_dropped_with_reason CHECK (btrim(dropped_reason) <> '');
DROP INDEX verdict_one_unpublished_per_claim;
CREATE UNIQUE INDEX verdict_one_unpublished_per_claim ON verdict (claim_id) WHERE state IN ('draft', 'submitted');
CREATE UNIQUE INDEX verdict_one_of_each_ordinal ON verdict (claim_id, ordinal) WHERE state <> 'dropped';

CREATE FUNCTION check_verdict_drop() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'dropped' THEN
    RAISE EXCEPTION 'verdict % is dropped: it is immutable', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER verdict_dropped_immutable BEFORE UPDATE ON verdict FOR EACH ROW EXECUTE FUNCTION check_verdict_drop();

-- The verdict that readers are shown is one that two people published, and of this claim.
CREATE FUNCTION check_current_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.current_verdict_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM verdict v WHERE v.id = NEW.current_verdict_id AND v.claim_id = NEW.id AND v.state = 'published') THEN
    RAISE EXCEPTION 'verdict % is not a published verdict of claim %', NEW.current_verdict_id, NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER claim_current_verdict BEFORE INSERT OR UPDATE OF current_verdict_id ON claim
  FOR EACH ROW EXECUTE FUNCTION check_current_verdict();

-- The resolution in force is the last one appended; none is in force only before the first, or where the last one reopened.
-- Ids are uuid v7, so their order is the order of appending.
CREATE FUNCTION check_current_resolution() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE newest resolution%ROWTYPE;
BEGIN
  SELECT * INTO newest FROM resolution WHERE prediction_id = NEW.id ORDER BY id DESC LIMIT 1;
  IF NEW.current_resolution_id IS DISTINCT FROM (CASE WHEN newest.kind = 'open' THEN NULL ELSE newest.id END) THEN
    RAISE EXCEPTION 'the resolution in force of prediction % is the last one appended', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER prediction_current_resolution BEFORE INSERT OR UPDATE OF current_resolution_id ON prediction
  FOR EACH ROW EXECUTE FUNCTION check_current_resolution();

-- One person may do what takes two only while the settings in force say so: an earlier setting does not allow it any more.
-- A row keeps the setting that it was published under, so only a newly named one is checked.
CREATE OR REPLACE FUNCTION check_solo_setting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.solo_setting_id IS NOT DISTINCT FROM OLD.solo_setting_id THEN RETURN NEW; END IF;
  IF NEW.solo_setting_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM setting
    WHERE id = NEW.solo_setting_id AND is_solo AND version = (SELECT max(version) FROM setting)) THEN
    RAISE EXCEPTION 'setting % does not make this a one-person desk', NEW.solo_setting_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- Cached pages are keyed by the edition: one that went back would show what it showed before.
CREATE FUNCTION check_edition_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.version <= OLD.version THEN
    RAISE EXCEPTION 'the edition only moves on: % after %', NEW.version, OLD.version USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER edition_only_grows BEFORE UPDATE ON edition FOR EACH ROW EXECUTE FUNCTION check_edition_change();

-- Nobody empties a table, not even its owner by mistake. Left out: what is made again from the rest (search_entry), counts
-- that run out (attempt_limit), and Prisma's own list of migrations.
DO $$
DECLARE t text;
BEGIN
  FOR t IN
    SELECT c.relname FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
      AND c.relname NOT IN ('search_entry', 'attempt_limit', '_prisma_migrations')
      AND NOT EXISTS (SELECT 1 FROM pg_trigger g WHERE g.tgrelid = c.oid AND g.tgname = c.relname || '_no_truncate')
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
  END LOOP;
  -- Hidden, merged or dropped with a reason, never gone.
  FOREACH t IN ARRAY ARRAY['comment', 'verdict', 'correction', 'source', 'publisher', 'speaker', 'topic'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_no_delete', t);
  END LOOP;
END $$;
