-- What a second person says of a verdict: remarks on its words, and a rating of their own before they see the first.
ALTER TABLE "setting" ADD COLUMN "is_blind_rating" BOOLEAN NOT NULL DEFAULT false;

CREATE TYPE "remark_step_kind" AS ENUM ('reply', 'dealt_with', 'reopened');
CREATE TABLE "verdict_remark" (
    "id" UUID NOT NULL,
    "verdict_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "quote" TEXT,
    "prefix" TEXT,
    "suffix" TEXT,
    "body" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verdict_remark_pkey" PRIMARY KEY ("id"),
    CONSTRAINT verdict_remark_body CHECK (length(btrim(body)) BETWEEN 1 AND 1000),
    CONSTRAINT verdict_remark_anchor_whole CHECK (num_nulls(start, "end", quote, prefix, suffix) IN (0, 5)),
    CONSTRAINT verdict_remark_span CHECK (start >= 0 AND start < "end")
);
CREATE INDEX "verdict_remark_verdict_id_revision_idx" ON "verdict_remark"("verdict_id", "revision");
CREATE INDEX "verdict_remark_author_id_idx" ON "verdict_remark"("author_id");
ALTER TABLE "verdict_remark" ADD CONSTRAINT "verdict_remark_verdict_id_revision_fkey"
  FOREIGN KEY ("verdict_id", "revision") REFERENCES "verdict_save"("verdict_id", "revision") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "verdict_remark" ADD CONSTRAINT "verdict_remark_author_id_fkey"
  FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "remark_step" (
    "id" UUID NOT NULL,
    "remark_id" UUID NOT NULL,
    "kind" "remark_step_kind" NOT NULL,
    "body" TEXT,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "remark_step_pkey" PRIMARY KEY ("id"),
    CONSTRAINT remark_step_body CHECK (length(btrim(body)) BETWEEN 1 AND 1000),
    CONSTRAINT remark_step_reply_says_something CHECK (kind <> 'reply' OR body IS NOT NULL)
);
CREATE INDEX "remark_step_remark_id_id_idx" ON "remark_step"("remark_id", "id");
CREATE INDEX "remark_step_author_id_idx" ON "remark_step"("author_id");
ALTER TABLE "remark_step" ADD CONSTRAINT "remark_step_remark_id_fkey"
  FOREIGN KEY ("remark_id") REFERENCES "verdict_remark"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "remark_step" ADD CONSTRAINT "remark_step_author_id_fkey"
  FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "verdict_look" (
    "verdict_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "user_id" UUID NOT NULL,
    "looked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verdict_look_pkey" PRIMARY KEY ("verdict_id","revision","user_id")
);
CREATE INDEX "verdict_look_user_id_idx" ON "verdict_look"("user_id");
ALTER TABLE "verdict_look" ADD CONSTRAINT "verdict_look_verdict_id_revision_fkey"
  FOREIGN KEY ("verdict_id", "revision") REFERENCES "verdict_save"("verdict_id", "revision") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "verdict_look" ADD CONSTRAINT "verdict_look_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "second_rating" (
    "id" UUID NOT NULL,
    "verdict_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "rater_id" UUID NOT NULL,
    "rating" TEXT NOT NULL,
    "note" TEXT,
    "first_rating" TEXT NOT NULL,
    "first_rater_id" UUID NOT NULL,
    "setting_id" UUID NOT NULL,
    "not_blind_because" TEXT,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "second_rating_pkey" PRIMARY KEY ("id"),
    CONSTRAINT second_rating_note CHECK (length(btrim(note)) BETWEEN 1 AND 1000),
    CONSTRAINT second_rating_not_blind_because CHECK (not_blind_because IN ('saved', 'looked'))
);
CREATE UNIQUE INDEX "second_rating_verdict_id_rater_id_key" ON "second_rating"("verdict_id", "rater_id");
CREATE INDEX "second_rating_verdict_id_revision_idx" ON "second_rating"("verdict_id", "revision");
CREATE INDEX "second_rating_rater_id_idx" ON "second_rating"("rater_id");
CREATE INDEX "second_rating_first_rater_id_idx" ON "second_rating"("first_rater_id");
CREATE INDEX "second_rating_setting_id_idx" ON "second_rating"("setting_id");
ALTER TABLE "second_rating" ADD CONSTRAINT "second_rating_verdict_id_revision_fkey"
  FOREIGN KEY ("verdict_id", "revision") REFERENCES "verdict_save"("verdict_id", "revision") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "second_rating" ADD CONSTRAINT "second_rating_verdict_fkey"
  FOREIGN KEY ("verdict_id") REFERENCES "verdict"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "second_rating" ADD CONSTRAINT "second_rating_setting_id_fkey"
  FOREIGN KEY ("setting_id") REFERENCES "setting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "second_rating" ADD CONSTRAINT "second_rating_rater_id_fkey"
  FOREIGN KEY ("rater_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "second_rating" ADD CONSTRAINT "second_rating_first_rater_id_fkey"
  FOREIGN KEY ("first_rater_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was said of a verdict, who saw it and how it was rated is only worth something if nobody can rewrite it.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['verdict_remark', 'remark_step', 'verdict_look', 'second_rating'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_immutable', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
  END LOOP;
END $$;

-- A remark is about the exact revision that waits, and its words are those that were saved.
CREATE FUNCTION check_verdict_remark() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE saved jsonb; told text;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM verdict WHERE id = NEW.verdict_id AND state = 'submitted' AND submitted_revision = NEW.revision) THEN
    RAISE EXCEPTION 'revision % of verdict % does not wait for a second person', NEW.revision, NEW.verdict_id
      USING ERRCODE = 'check_violation';
  END IF;
  SELECT content INTO saved FROM verdict_save WHERE verdict_id = NEW.verdict_id AND revision = NEW.revision;
  IF NOT saved ? NEW.field THEN
    RAISE EXCEPTION 'a verdict has no field %', NEW.field USING ERRCODE = 'check_violation';
  END IF;
  told := coalesce(saved ->> NEW.field, '');
  IF NEW.quote IS NOT NULL AND (
       utf16_slice(told, NEW.start, NEW."end") <> NEW.quote
       OR NEW.prefix <> utf16_slice(told, NEW.start - utf16_length(NEW.prefix), NEW.start)
       OR NEW.suffix <> utf16_slice(told, NEW."end", NEW."end" + utf16_length(NEW.suffix))) THEN
    RAISE EXCEPTION 'the quote is not what stands at [%, %) of %', NEW.start, NEW."end", NEW.field USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER verdict_remark_words BEFORE INSERT ON verdict_remark FOR EACH ROW EXECUTE FUNCTION check_verdict_remark();

-- Dealt with and opened again alternate, and all of it ends when the version is published or dropped. Ids are uuid v7.
CREATE FUNCTION check_remark_step() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last_kind remark_step_kind;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM verdict_remark r JOIN verdict v ON v.id = r.verdict_id
                 WHERE r.id = NEW.remark_id AND v.state IN ('draft', 'submitted')) THEN
    RAISE EXCEPTION 'the verdict of remark % is decided', NEW.remark_id USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.kind = 'reply' THEN RETURN NEW; END IF;
  SELECT kind INTO last_kind FROM remark_step WHERE remark_id = NEW.remark_id AND kind <> 'reply' ORDER BY id DESC LIMIT 1;
  IF NEW.kind = coalesce(last_kind, 'reopened') THEN
    RAISE EXCEPTION 'remark % is % already', NEW.remark_id, NEW.kind USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER remark_step_alternates BEFORE INSERT ON remark_step FOR EACH ROW EXECUTE FUNCTION check_remark_step();

-- Blind second rating: asked by the settings in force, of a claim of which nothing was published yet.
CREATE FUNCTION asks_second_rating(subject uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT is_blind_rating FROM setting ORDER BY version DESC LIMIT 1), false)
     AND NOT EXISTS (SELECT 1 FROM verdict WHERE claim_id = subject AND state = 'published')
$$;

-- Both ratings as they stood when the second was given, in one scale, and blindness as the saves and looks tell it.
CREATE FUNCTION check_second_rating() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v verdict%ROWTYPE; knew text;
BEGIN
  SELECT * INTO v FROM verdict WHERE id = NEW.verdict_id;
  IF v.state <> 'submitted' OR v.submitted_revision <> NEW.revision OR v.rating <> NEW.first_rating OR v.setting_id <> NEW.setting_id THEN
    RAISE EXCEPTION 'verdict % does not wait with this revision, rating and scale', NEW.verdict_id USING ERRCODE = 'check_violation';
  END IF;
  IF NOT asks_second_rating(v.claim_id) THEN
    RAISE EXCEPTION 'no second rating is asked for verdict %', NEW.verdict_id USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM setting s, jsonb_array_elements(s.rating_scale) one
                 WHERE s.id = NEW.setting_id AND one ->> 'key' = NEW.rating) THEN
    RAISE EXCEPTION 'the rating % is not in the scale of verdict %', NEW.rating, NEW.verdict_id USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM verdict_save
                 WHERE verdict_id = NEW.verdict_id AND saved_by_id = NEW.first_rater_id AND content ->> 'rating' = NEW.first_rating) THEN
    RAISE EXCEPTION 'this person did not put down the first rating of verdict %', NEW.verdict_id USING ERRCODE = 'check_violation';
  END IF;
  knew := CASE
    WHEN EXISTS (SELECT 1 FROM verdict_save s JOIN verdict o ON o.id = s.verdict_id
                 WHERE o.claim_id = v.claim_id AND s.saved_by_id = NEW.rater_id) THEN 'saved'
    WHEN EXISTS (SELECT 1 FROM verdict_look l JOIN verdict o ON o.id = l.verdict_id
                 WHERE o.claim_id = v.claim_id AND l.user_id = NEW.rater_id) THEN 'looked' END;
  IF NEW.not_blind_because IS DISTINCT FROM knew THEN
    RAISE EXCEPTION 'the second rating of verdict % is not as blind as it says', NEW.verdict_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER second_rating_honest BEFORE INSERT ON second_rating FOR EACH ROW EXECUTE FUNCTION check_second_rating();

-- Where it is asked, nobody approves a first verdict before they gave a rating of their own (unless the desk is one person's).
CREATE FUNCTION check_second_rating_given() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'published' AND OLD.state <> 'published' AND NEW.solo_setting_id IS NULL AND asks_second_rating(NEW.claim_id)
     AND NOT EXISTS (SELECT 1 FROM second_rating WHERE verdict_id = NEW.id AND rater_id = NEW.approver_id) THEN
    RAISE EXCEPTION 'the approver of verdict % gave no rating of their own', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER verdict_second_rating_given BEFORE UPDATE OF state ON verdict
  FOR EACH ROW EXECUTE FUNCTION check_second_rating_given();

-- Who looked at drafts before looks were kept is not known, so nobody rates those blind.
INSERT INTO verdict_look (verdict_id, revision, user_id, looked_at)
  SELECT s.verdict_id, max(s.revision), u.id, now()
  FROM verdict_save s JOIN verdict v ON v.id = s.verdict_id AND v.state IN ('draft', 'submitted') CROSS JOIN app_user u
  GROUP BY s.verdict_id, u.id;
