-- A figure that turned out to lie somewhere between two ends: `value` is then the lower one.
ALTER TABLE "outcome" ADD COLUMN "value_to" DECIMAL(38,12);
ALTER TABLE outcome ADD CONSTRAINT outcome_value_range CHECK (value_to IS NULL OR (value IS NOT NULL AND value_to > value));

-- What an outcome rests on is chosen in a copy of its source, as evidence is.
ALTER TABLE "outcome_source"
  ADD COLUMN "copy_id" UUID,
  ADD COLUMN "excerpt_start" INTEGER,
  ADD COLUMN "excerpt_end" INTEGER,
  ADD COLUMN "excerpt_prefix" TEXT,
  ADD COLUMN "excerpt_suffix" TEXT;
CREATE INDEX "outcome_source_copy_id_idx" ON "outcome_source"("copy_id");
ALTER TABLE "outcome_source" ADD CONSTRAINT "outcome_source_copy_id_fkey"
  FOREIGN KEY ("copy_id") REFERENCES "source_copy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE outcome_source
  ADD CONSTRAINT outcome_source_place_whole
    CHECK (num_nonnulls(copy_id, excerpt_start, excerpt_end, excerpt_prefix, excerpt_suffix) IN (0, 5)),
  ADD CONSTRAINT outcome_source_place_span CHECK (excerpt_start >= 0 AND excerpt_start < excerpt_end);
CREATE TRIGGER outcome_source_excerpt_place BEFORE INSERT OR UPDATE OF excerpt, source_id, copy_id, excerpt_start, excerpt_end ON outcome_source
  FOR EACH ROW WHEN (NEW.copy_id IS NOT NULL) EXECUTE FUNCTION check_excerpt_place();

-- What a proposed judgement rests on: where it is read that the condition failed. Proposed with it, and never changed.
CREATE TABLE "judgement_source" (
    "id" UUID NOT NULL,
    "judgement_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "url" TEXT,
    "title" TEXT NOT NULL,
    "publisher_name" TEXT,
    "published_on" TEXT,
    "excerpt" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "judgement_source_pkey" PRIMARY KEY ("id"),
    CONSTRAINT judgement_source_title_given CHECK (btrim(title) <> ''),
    CONSTRAINT judgement_source_excerpt_given CHECK (btrim(excerpt) <> ''),
    CONSTRAINT judgement_source_web_address CHECK (url ~* '^https?://'),
    CONSTRAINT judgement_source_days CHECK (is_day(published_on))
);
CREATE INDEX "judgement_source_judgement_id_idx" ON "judgement_source"("judgement_id");
CREATE INDEX "judgement_source_source_id_idx" ON "judgement_source"("source_id");
ALTER TABLE "judgement_source" ADD CONSTRAINT "judgement_source_judgement_id_fkey"
  FOREIGN KEY ("judgement_id") REFERENCES "judgement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "judgement_source" ADD CONSTRAINT "judgement_source_source_id_fkey"
  FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER judgement_source_immutable BEFORE UPDATE ON judgement_source FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER judgement_source_no_delete BEFORE DELETE ON judgement_source FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER judgement_source_no_truncate BEFORE TRUNCATE ON judgement_source FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- What is approved is what was proposed: nothing is added once it was decided.
CREATE FUNCTION check_judgement_source() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM judgement WHERE id = NEW.judgement_id AND (resolution_id IS NOT NULL OR refused_at IS NOT NULL)) THEN
    RAISE EXCEPTION 'judgement % is decided: a source is part of it', NEW.judgement_id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER judgement_source_before_decision BEFORE INSERT ON judgement_source FOR EACH ROW EXECUTE FUNCTION check_judgement_source();

-- Right of reply: what whoever is spoken of answers, in their words. Stays; an editor may withdraw it once, with the reason.
CREATE TABLE "reply" (
    "id" UUID NOT NULL,
    "speaker_id" UUID,
    "claim_id" UUID,
    "by_name" TEXT NOT NULL,
    "received_on" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "url" TEXT,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,

    CONSTRAINT "reply_pkey" PRIMARY KEY ("id"),
    CONSTRAINT reply_of_one CHECK (num_nonnulls(speaker_id, claim_id) = 1),
    CONSTRAINT reply_by_given CHECK (length(btrim(by_name)) BETWEEN 1 AND 200),
    CONSTRAINT reply_body CHECK (length(btrim(body)) BETWEEN 1 AND 2000),
    CONSTRAINT reply_received_day CHECK (is_day(received_on)),
    CONSTRAINT reply_web_address CHECK (url ~* '^https?://'),
    CONSTRAINT reply_withdrawn_whole CHECK (num_nulls(withdrawn_by_id, withdrawn_at, withdrawn_reason) IN (0, 3)),
    CONSTRAINT reply_withdrawn_with_reason CHECK (btrim(withdrawn_reason) <> '')
);
CREATE INDEX "reply_speaker_id_id_idx" ON "reply"("speaker_id", "id");
CREATE INDEX "reply_claim_id_id_idx" ON "reply"("claim_id", "id");
CREATE INDEX "reply_added_by_id_idx" ON "reply"("added_by_id");
CREATE INDEX "reply_withdrawn_by_id_idx" ON "reply"("withdrawn_by_id");
ALTER TABLE "reply" ADD CONSTRAINT "reply_speaker_id_fkey"
  FOREIGN KEY ("speaker_id") REFERENCES "speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reply" ADD CONSTRAINT "reply_claim_id_fkey"
  FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reply" ADD CONSTRAINT "reply_added_by_id_fkey"
  FOREIGN KEY ("added_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reply" ADD CONSTRAINT "reply_withdrawn_by_id_fkey"
  FOREIGN KEY ("withdrawn_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE FUNCTION check_reply_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before reply := OLD;
BEGIN
  before.withdrawn_by_id := NEW.withdrawn_by_id;
  before.withdrawn_at := NEW.withdrawn_at;
  before.withdrawn_reason := NEW.withdrawn_reason;
  IF OLD.withdrawn_at IS NOT NULL OR before IS DISTINCT FROM NEW THEN
    RAISE EXCEPTION 'reply % stays as it was added: it can only be withdrawn, once', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reply_immutable BEFORE UPDATE ON reply FOR EACH ROW EXECUTE FUNCTION check_reply_change();
CREATE TRIGGER reply_no_delete BEFORE DELETE ON reply FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reply_no_truncate BEFORE TRUNCATE ON reply FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
