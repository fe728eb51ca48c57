-- Predictions are watched: lists of what is due, calendars by secret address, and reminders that are given once.

-- The last day on which it may still come true. Of days as they are written (YYYY-MM-DD), so it depends on no setting of the
-- server and can be indexed.
CREATE FUNCTION prediction_closes_on(due_to text, grace_days integer) RETURNS date
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN make_date(left(due_to, 4)::int, substr(due_to, 6, 2)::int, right(due_to, 2)::int) + grace_days;

CREATE INDEX prediction_open_closes ON prediction (prediction_closes_on(due_to, grace_days), claim_id)
  WHERE state = 'opened' AND current_resolution_id IS NULL;
-- Marked too vague, or on the way there.
CREATE INDEX prediction_vague ON prediction (claim_id)
  WHERE state = 'too_vague' OR (state IN ('draft', 'proposed') AND vague_reason IS NOT NULL);
CREATE INDEX prediction_proposed ON prediction (claim_id) WHERE state = 'proposed';
-- Predictions that nobody opened yet. Opening makes the claim's page public, so that a public one without a verdict is opened.
CREATE INDEX claim_prediction_to_open ON claim (id)
  WHERE kind = 'prediction' AND state NOT IN ('merged', 'hidden') AND (state <> 'published' OR current_verdict_id IS NOT NULL);

ALTER TYPE "view_page" ADD VALUE 'predictions';
ALTER TYPE "notice_kind" ADD VALUE 'due_soon' BEFORE 'due';
ALTER TYPE "notice_kind" ADD VALUE 'overdue' AFTER 'due';

CREATE TYPE "reminder_kind" AS ENUM ('due_soon', 'due', 'overdue');
CREATE TABLE "reminder" (
    "id" UUID NOT NULL,
    "prediction_id" UUID NOT NULL,
    "kind" "reminder_kind" NOT NULL,
    "undo_id" UUID,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("id"),
    -- Only that it is overdue is said again after its resolution was undone.
    CONSTRAINT reminder_undo CHECK (undo_id IS NULL OR kind = 'overdue')
);
-- Each is given once, whatever the clock and its workers do.
CREATE UNIQUE INDEX reminder_once ON reminder (prediction_id, kind) WHERE undo_id IS NULL;
CREATE UNIQUE INDEX "reminder_undo_id_key" ON "reminder"("undo_id");
CREATE INDEX "reminder_prediction_id_idx" ON "reminder"("prediction_id");
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_prediction_id_fkey"
  FOREIGN KEY ("prediction_id") REFERENCES "prediction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_undo_id_fkey"
  FOREIGN KEY ("undo_id") REFERENCES "resolution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER reminder_immutable BEFORE UPDATE OR DELETE ON reminder FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reminder_no_truncate BEFORE TRUNCATE ON reminder FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE notice DROP CONSTRAINT notice_cause;
ALTER TABLE notice ADD CONSTRAINT notice_cause CHECK (cause ~ '^(event|due|run|reminder):');
-- What was told before reminders were kept is not told again.
INSERT INTO reminder (id, prediction_id, kind, made_at)
  SELECT gen_random_uuid(), p.id, 'due', min(n.created_at)
  FROM notice n JOIN prediction p ON p.id::text = split_part(n.cause, ':', 2)
  WHERE n.cause LIKE 'due:%' GROUP BY p.id;

CREATE TABLE "calendar" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "renewed_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_pkey" PRIMARY KEY ("id"),
    CONSTRAINT calendar_lengths CHECK (length(name) BETWEEN 1 AND 60 AND length(query) <= 1000),
    CONSTRAINT calendar_query CHECK (query !~ '[[:space:]#?<>"]'),
    CONSTRAINT calendar_secret CHECK (secret_hash ~ '^[0-9a-f]{64}$')
);
CREATE UNIQUE INDEX "calendar_secret_hash_key" ON "calendar"("secret_hash");
CREATE INDEX "calendar_owner_id_idx" ON "calendar"("owner_id");
ALTER TABLE "calendar" ADD CONSTRAINT "calendar_owner_id_fkey"
  FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- One that was revoked stays so: its address is given to nobody again.
CREATE FUNCTION calendar_stays_revoked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.revoked_at IS NOT NULL OR NEW.owner_id <> OLD.owner_id THEN
    RAISE EXCEPTION 'calendar % is revoked', OLD.id USING ERRCODE = '23514', CONSTRAINT = 'calendar_stays_revoked';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER calendar_stays_revoked BEFORE UPDATE ON calendar FOR EACH ROW EXECUTE FUNCTION calendar_stays_revoked();
CREATE TRIGGER calendar_kept BEFORE DELETE ON calendar FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER calendar_no_truncate BEFORE TRUNCATE ON calendar FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
