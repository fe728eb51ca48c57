-- What later articles say of open predictions, and what both are found by.
CREATE TYPE "news_relation" AS ENUM ('narrows', 'moves', 'confirms', 'contradicts');
CREATE TYPE "news_state" AS ENUM ('open', 'taken_as_evidence', 'taken_as_source', 'dismissed');
CREATE TABLE "prediction_news" (
    "id" UUID NOT NULL,
    "prediction_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "candidate_id" UUID,
    "quote" TEXT NOT NULL,
    "relation" "news_relation" NOT NULL,
    "window_from" TEXT,
    "window_to" TEXT,
    "has_happened" BOOLEAN NOT NULL,
    "words" TEXT NOT NULL,
    "state" "news_state" NOT NULL DEFAULT 'open',
    "evidence_id" UUID,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "prediction_news_pkey" PRIMARY KEY ("id"),
    CONSTRAINT prediction_news_window CHECK ((window_from IS NULL) = (window_to IS NULL) AND window_from <= window_to),
    CONSTRAINT prediction_news_days CHECK (window_from ~ '^\d{4}-\d{2}-\d{2}$' AND window_to ~ '^\d{4}-\d{2}-\d{2}$'),
    CONSTRAINT prediction_news_words CHECK (length(quote) > 0 AND length(words) BETWEEN 1 AND 300),
    -- Whatever is decided says by whom and when; what is open was decided by nobody.
    CONSTRAINT prediction_news_decided CHECK (
      (state = 'open') = (decided_by_id IS NULL) AND (decided_by_id IS NULL) = (decided_at IS NULL)),
    CONSTRAINT prediction_news_evidence CHECK ((state = 'taken_as_evidence') = (evidence_id IS NOT NULL))
);
CREATE UNIQUE INDEX "prediction_news_prediction_id_candidate_id_key" ON "prediction_news"("prediction_id", "candidate_id");
-- What waits, newest first; one prediction's news is read along the unique index.
CREATE INDEX "prediction_news_state_id_idx" ON "prediction_news"("state", "id");
CREATE INDEX "prediction_news_article_id_idx" ON "prediction_news"("article_id");
CREATE INDEX "prediction_news_candidate_id_idx" ON "prediction_news"("candidate_id");
CREATE INDEX "prediction_news_evidence_id_idx" ON "prediction_news"("evidence_id");
CREATE INDEX "prediction_news_decided_by_id_idx" ON "prediction_news"("decided_by_id");
ALTER TABLE "prediction_news" ADD CONSTRAINT "prediction_news_prediction_id_fkey"
  FOREIGN KEY ("prediction_id") REFERENCES "prediction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "prediction_news" ADD CONSTRAINT "prediction_news_article_id_fkey"
  FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "prediction_news" ADD CONSTRAINT "prediction_news_candidate_id_fkey"
  FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "prediction_news" ADD CONSTRAINT "prediction_news_evidence_id_fkey"
  FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "prediction_news" ADD CONSTRAINT "prediction_news_decided_by_id_fkey"
  FOREIGN KEY ("decided_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER prediction_news_no_truncate BEFORE TRUNCATE ON prediction_news
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A suggestion stays one of the same words about the same prediction, and what people decided about is never deleted.
CREATE FUNCTION prediction_news_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'open' THEN
      RAISE EXCEPTION 'news % was decided on', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
  END IF;
  IF NEW.prediction_id <> OLD.prediction_id OR NEW.article_id <> OLD.article_id OR NEW.created_at <> OLD.created_at THEN
    RAISE EXCEPTION 'news % is about another prediction or article', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER prediction_news_stays BEFORE UPDATE OR DELETE ON prediction_news
  FOR EACH ROW EXECUTE FUNCTION prediction_news_stays();

CREATE TABLE "prediction_keys" (
    "prediction_id" UUID NOT NULL,
    "keys" INTEGER[],

    CONSTRAINT "prediction_keys_pkey" PRIMARY KEY ("prediction_id")
);
CREATE INDEX "prediction_keys_keys_idx" ON "prediction_keys" USING GIN ("keys");
ALTER TABLE "prediction_keys" ADD CONSTRAINT "prediction_keys_prediction_id_fkey"
  FOREIGN KEY ("prediction_id") REFERENCES "prediction"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "candidate_keys" (
    "candidate_id" UUID NOT NULL,
    "keys" INTEGER[],

    CONSTRAINT "candidate_keys_pkey" PRIMARY KEY ("candidate_id")
);
CREATE INDEX "candidate_keys_keys_idx" ON "candidate_keys" USING GIN ("keys");
ALTER TABLE "candidate_keys" ADD CONSTRAINT "candidate_keys_candidate_id_fkey"
  FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whoever opened a prediction hears what a later article says of it.
ALTER TYPE "notice_kind" ADD VALUE 'news';
