-- Who is named in a comment, what people are told at the desk, and the mail that sums it up once a day.
CREATE TABLE "comment_mention" (
    "comment_id" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "comment_mention_pkey" PRIMARY KEY ("comment_id","start"),
    CONSTRAINT comment_mention_span CHECK (start >= 0 AND "end" > start + 1)
);
CREATE INDEX "comment_mention_user_id_idx" ON "comment_mention"("user_id");
ALTER TABLE "comment_mention" ADD CONSTRAINT "comment_mention_comment_id_fkey"
  FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "comment_mention" ADD CONSTRAINT "comment_mention_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- A mention is part of what somebody wrote: nobody is written into it, or out of it, later.
CREATE TRIGGER comment_mention_immutable BEFORE UPDATE OR DELETE ON comment_mention
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER comment_mention_no_truncate BEFORE TRUNCATE ON comment_mention
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TYPE "notice_kind" AS ENUM ('assigned', 'mentioned', 'sent_back', 'approved', 'approval', 'correction', 'due',
  'source_changed', 'import_failed');
CREATE TYPE "notice_subject" AS ENUM ('claim', 'article', 'prediction', 'outcome', 'run');
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "notice_kind" NOT NULL,
    "cause" TEXT NOT NULL,
    "subject_type" "notice_subject" NOT NULL,
    "subject_id" UUID NOT NULL,
    "by_name" TEXT,
    "words" TEXT,
    "comment_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id"),
    CONSTRAINT notice_cause CHECK (cause ~ '^(event|due|run):'),
    CONSTRAINT notice_lengths CHECK (length(cause) <= 120 AND length(by_name) <= 120 AND length(words) <= 500),
    CONSTRAINT notice_comment CHECK ((kind = 'mentioned') = (comment_id IS NOT NULL))
);
-- The same news told twice is one notice, however often the job runs.
CREATE UNIQUE INDEX "notice_user_id_cause_key" ON "notice"("user_id", "cause");
CREATE INDEX "notice_user_id_id_idx" ON "notice"("user_id", "id");
-- The bell: unread ones of a person, counted up to a bound.
CREATE INDEX "notice_user_id_read_at_idx" ON "notice"("user_id", "read_at");
CREATE INDEX "notice_kind_subject_id_idx" ON "notice"("kind", "subject_id");
CREATE INDEX "notice_comment_id_idx" ON "notice"("comment_id");
CREATE INDEX "notice_read_at_idx" ON "notice"("read_at");
ALTER TABLE "notice" ADD CONSTRAINT "notice_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "notice" ADD CONSTRAINT "notice_comment_id_fkey"
  FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER notice_no_truncate BEFORE TRUNCATE ON notice FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TYPE "digest_state" AS ENUM ('queued', 'sending', 'sent', 'nothing_waited', 'lapsed', 'refused', 'unknown');
CREATE TABLE "digest" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "for_on" TEXT NOT NULL,
    "state" "digest_state" NOT NULL DEFAULT 'queued',
    "reason" TEXT,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "digest_pkey" PRIMARY KEY ("id"),
    CONSTRAINT digest_day CHECK (for_on ~ '^\d{4}-\d{2}-\d{2}$'),
    CONSTRAINT digest_end CHECK ((state IN ('queued', 'sending')) = (ended_at IS NULL)),
    CONSTRAINT digest_reason CHECK (length(reason) <= 400)
);
-- One a person and day, whatever the cron and its workers do.
CREATE UNIQUE INDEX "digest_user_id_for_on_key" ON "digest"("user_id", "for_on");
ALTER TABLE "digest" ADD CONSTRAINT "digest_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER digest_no_truncate BEFORE TRUNCATE ON digest FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What is over stays as it ended: a digest is never sent again.
CREATE FUNCTION digest_keeps_its_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL OR NEW.user_id <> OLD.user_id OR NEW.for_on <> OLD.for_on THEN
    RAISE EXCEPTION 'digest % is over' , OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER digest_over BEFORE UPDATE ON digest FOR EACH ROW EXECUTE FUNCTION digest_keeps_its_end();
