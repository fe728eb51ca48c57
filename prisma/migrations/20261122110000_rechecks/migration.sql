-- Days on which published verdicts are looked at again, and what was found then. What is due is asked by day, so that no
-- stored state goes stale at midnight.
CREATE TYPE "recheck_state" AS ENUM ('open', 'done', 'dropped');

CREATE TABLE "recheck" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "verdict_id" UUID NOT NULL,
    "state" "recheck_state" NOT NULL DEFAULT 'open',
    "due_on" TEXT NOT NULL,
    "planned_by_id" UUID NOT NULL,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "note" TEXT,

    CONSTRAINT "recheck_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "recheck_state_due_on_claim_id_idx" ON "recheck"("state", "due_on", "claim_id");
CREATE INDEX "recheck_claim_id_idx" ON "recheck"("claim_id");
CREATE INDEX "recheck_verdict_id_idx" ON "recheck"("verdict_id");
CREATE INDEX "recheck_planned_by_id_idx" ON "recheck"("planned_by_id");
CREATE INDEX "recheck_closed_by_id_idx" ON "recheck"("closed_by_id");

ALTER TABLE "recheck" ADD CONSTRAINT "recheck_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recheck" ADD CONSTRAINT "recheck_verdict_id_fkey" FOREIGN KEY ("verdict_id") REFERENCES "verdict"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recheck" ADD CONSTRAINT "recheck_planned_by_id_fkey" FOREIGN KEY ("planned_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recheck" ADD CONSTRAINT "recheck_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE recheck
  ADD CONSTRAINT recheck_due_day CHECK (is_day(due_on)),
  ADD CONSTRAINT recheck_closed_whole CHECK (num_nulls(closed_by_id, closed_at) = CASE WHEN state = 'open' THEN 2 ELSE 0 END),
  -- "It still stands" without a why says nothing.
  ADD CONSTRAINT recheck_done_with_note CHECK ((state = 'done') = (btrim(coalesce(note, '')) <> ''));
CREATE UNIQUE INDEX recheck_one_open_per_verdict ON recheck (verdict_id) WHERE state = 'open';

-- What was found stays as it was written; a day stands for one verdict, and only for one that readers were shown.
CREATE FUNCTION check_recheck_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.state <> 'open' THEN
      RAISE EXCEPTION 're-check % is closed: it is immutable', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    IF (NEW.id, NEW.claim_id, NEW.verdict_id, NEW.due_on, NEW.planned_by_id, NEW.planned_at)
       IS DISTINCT FROM (OLD.id, OLD.claim_id, OLD.verdict_id, OLD.due_on, OLD.planned_by_id, OLD.planned_at) THEN
      RAISE EXCEPTION 're-check % is closed or kept, never changed', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
  ELSIF NOT EXISTS (
    SELECT 1 FROM verdict v WHERE v.id = NEW.verdict_id AND v.claim_id = NEW.claim_id AND v.state = 'published') THEN
    RAISE EXCEPTION 'verdict % is not a published verdict of claim %', NEW.verdict_id, NEW.claim_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER recheck_closed_immutable BEFORE INSERT OR UPDATE ON recheck FOR EACH ROW EXECUTE FUNCTION check_recheck_change();
CREATE TRIGGER recheck_no_delete BEFORE DELETE ON recheck FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER recheck_no_truncate BEFORE TRUNCATE ON recheck FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The days that verdicts in force were published with.
INSERT INTO recheck (id, claim_id, verdict_id, due_on, planned_by_id, planned_at)
SELECT gen_random_uuid(), v.claim_id, v.id, v.recheck_on, v.author_id, v.published_at
FROM verdict v JOIN claim c ON c.current_verdict_id = v.id
WHERE v.recheck_on IS NOT NULL;
