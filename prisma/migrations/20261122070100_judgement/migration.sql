-- A judgement of people without an outcome (void, too vague) waits here for its second person: a resolution itself is
-- append-only and whole from the start.
CREATE TABLE "judgement" (
    "id" UUID NOT NULL,
    "prediction_id" UUID NOT NULL,
    "kind" "resolution_kind" NOT NULL,
    "reason" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "refused_by_id" UUID,
    "refused_at" TIMESTAMPTZ(3),
    "refused_reason" TEXT,
    "resolution_id" UUID,

    CONSTRAINT "judgement_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "judgement_resolution_id_key" ON "judgement"("resolution_id");
CREATE INDEX "judgement_prediction_id_idx" ON "judgement"("prediction_id");
CREATE INDEX "judgement_author_id_idx" ON "judgement"("author_id");
CREATE INDEX "judgement_refused_by_id_idx" ON "judgement"("refused_by_id");

ALTER TABLE "judgement"
  ADD CONSTRAINT "judgement_prediction_id_fkey" FOREIGN KEY ("prediction_id") REFERENCES "prediction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "judgement"
  ADD CONSTRAINT "judgement_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "judgement"
  ADD CONSTRAINT "judgement_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "judgement"
  ADD CONSTRAINT "judgement_refused_by_id_fkey" FOREIGN KEY ("refused_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE judgement
  ADD CONSTRAINT judgement_kind CHECK (kind IN ('void', 'too_vague')),
  ADD CONSTRAINT judgement_reason_given CHECK (btrim(reason) <> ''),
  ADD CONSTRAINT judgement_refused_whole CHECK (num_nulls(refused_by_id, refused_at, refused_reason) IN (0, 3)),
  ADD CONSTRAINT judgement_decided_once CHECK (refused_at IS NULL OR resolution_id IS NULL);
-- Two people never propose against each other: the second sees the first one's proposal.
CREATE UNIQUE INDEX judgement_one_waiting ON judgement (prediction_id)
  WHERE resolution_id IS NULL AND refused_at IS NULL;

-- Only its decision is added, once, and what was approved is what was proposed, by the one who proposed it.
CREATE FUNCTION check_judgement_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before judgement := OLD;
BEGIN
  before.refused_by_id := NEW.refused_by_id;
  before.refused_at := NEW.refused_at;
  before.refused_reason := NEW.refused_reason;
  before.resolution_id := NEW.resolution_id;
  IF OLD.resolution_id IS NOT NULL OR OLD.refused_at IS NOT NULL OR before IS DISTINCT FROM NEW THEN
    RAISE EXCEPTION 'judgement % is immutable but for one decision', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.resolution_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM resolution r WHERE r.id = NEW.resolution_id AND r.prediction_id = NEW.prediction_id
      AND r.kind = NEW.kind AND r.author_id = NEW.author_id) THEN
    RAISE EXCEPTION 'resolution % is not what judgement % proposed', NEW.resolution_id, OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER judgement_immutable BEFORE UPDATE ON judgement FOR EACH ROW EXECUTE FUNCTION check_judgement_change();
CREATE TRIGGER judgement_no_delete BEFORE DELETE ON judgement FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER judgement_no_truncate BEFORE TRUNCATE ON judgement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
