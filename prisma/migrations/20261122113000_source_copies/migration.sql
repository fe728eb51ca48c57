-- Sources as they were fetched or uploaded, looking at them again, and the archives that were asked to keep them.
CREATE TYPE "source_copy_kind" AS ENUM ('page', 'pdf', 'text', 'picture');
CREATE TYPE "source_check_result" AS ENUM ('same', 'changed', 'failed');
CREATE TYPE "source_alert" AS ENUM ('changed', 'excerpt_gone', 'unreachable');
CREATE TYPE "archiving_state" AS ENUM ('asked', 'capturing', 'done', 'failed');

CREATE TABLE "source_copy" (
    "id" UUID NOT NULL,
    "source_id" UUID,
    "ordinal" INTEGER,
    "kind" "source_copy_kind" NOT NULL,
    "asked_url" TEXT,
    "address" TEXT,
    "file_name" TEXT,
    "media_type" TEXT NOT NULL,
    "blob_hash" TEXT NOT NULL,
    "byte_length" INTEGER NOT NULL,
    "text" TEXT,
    "body_length" INTEGER,
    "is_bmp" BOOLEAN,
    "text_hash" TEXT,
    "title" TEXT,
    "publisher_name" TEXT,
    "published_on" TEXT,
    "etag" TEXT,
    "last_modified" TEXT,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_by_id" UUID,

    CONSTRAINT "source_copy_pkey" PRIMARY KEY ("id"),
    CONSTRAINT source_copy_hash CHECK (blob_hash ~ '^[0-9a-f]{64}$'),
    CONSTRAINT source_copy_length CHECK (byte_length > 0),
    -- It was fetched from an address, or uploaded under a name.
    CONSTRAINT source_copy_origin CHECK ((asked_url IS NULL) = (address IS NULL) AND (asked_url IS NULL) <> (file_name IS NULL)),
    CONSTRAINT source_copy_scheme CHECK (asked_url ~* '^https?://' AND address ~* '^https?://'),
    CONSTRAINT source_copy_numbered CHECK ((source_id IS NULL) = (ordinal IS NULL) AND ordinal >= 1),
    CONSTRAINT source_copy_has_text CHECK ((kind = 'picture') = (text IS NULL)
      AND (text IS NULL) = (body_length IS NULL) AND (text IS NULL) = (is_bmp IS NULL) AND (text IS NULL) = (text_hash IS NULL)),
    CONSTRAINT source_copy_text_given CHECK (btrim(text) <> ''),
    CONSTRAINT source_copy_is_bmp CHECK (is_bmp = is_bmp(text)),
    CONSTRAINT source_copy_text_hash CHECK (text_hash = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
    CONSTRAINT source_copy_body CHECK (body_length BETWEEN 0 AND utf16_length(text)),
    CONSTRAINT source_copy_day CHECK (is_day(published_on))
);
CREATE UNIQUE INDEX "source_copy_source_id_ordinal_key" ON "source_copy"("source_id", "ordinal");
CREATE INDEX "source_copy_blob_hash_idx" ON "source_copy"("blob_hash");
ALTER TABLE "source_copy" ADD CONSTRAINT "source_copy_source_id_fkey"
  FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "source_copy" ADD CONSTRAINT "source_copy_taken_by_id_fkey"
  FOREIGN KEY ("taken_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "source_watch" (
    "source_id" UUID NOT NULL,
    "current_copy_id" UUID NOT NULL,
    "next_check_at" TIMESTAMPTZ(3),
    "last_checked_at" TIMESTAMPTZ(3) NOT NULL,
    "last_result" "source_check_result" NOT NULL,
    "last_problem" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "etag" TEXT,
    "last_modified" TEXT,
    "alert" "source_alert",
    "alerted_at" TIMESTAMPTZ(3),

    CONSTRAINT "source_watch_pkey" PRIMARY KEY ("source_id"),
    CONSTRAINT source_watch_failed CHECK ((last_result = 'failed') = (last_problem IS NOT NULL) AND (last_result = 'failed') = (failures > 0)),
    CONSTRAINT source_watch_alert CHECK ((alert IS NULL) = (alerted_at IS NULL))
);
CREATE INDEX "source_watch_current_copy_id_idx" ON "source_watch"("current_copy_id");
CREATE INDEX "source_watch_alerted_at_source_id_idx" ON "source_watch"("alerted_at", "source_id");
ALTER TABLE "source_watch" ADD CONSTRAINT "source_watch_source_id_fkey"
  FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "source_watch" ADD CONSTRAINT "source_watch_current_copy_id_fkey"
  FOREIGN KEY ("current_copy_id") REFERENCES "source_copy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "source_archiving" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "state" "archiving_state" NOT NULL,
    "capture_id" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "archive_url" TEXT,
    "problem" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "requested_by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "source_archiving_pkey" PRIMARY KEY ("id"),
    CONSTRAINT source_archiving_capture CHECK (state <> 'capturing' OR capture_id IS NOT NULL),
    CONSTRAINT source_archiving_done CHECK ((state = 'done') = (archive_url IS NOT NULL)),
    CONSTRAINT source_archiving_failed CHECK (state <> 'failed' OR problem IS NOT NULL),
    CONSTRAINT source_archiving_ended CHECK ((state IN ('done', 'failed')) = (ended_at IS NOT NULL)),
    CONSTRAINT source_archiving_scheme CHECK (archive_url ~* '^https?://')
);
CREATE INDEX "source_archiving_source_id_id_idx" ON "source_archiving"("source_id", "id");
-- Whoever asks twice at once asks once.
CREATE UNIQUE INDEX source_archiving_one_open ON source_archiving (source_id) WHERE ended_at IS NULL;
ALTER TABLE "source_archiving" ADD CONSTRAINT "source_archiving_source_id_fkey"
  FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "source_archiving" ADD CONSTRAINT "source_archiving_requested_by_id_fkey"
  FOREIGN KEY ("requested_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Where an excerpt stands.
ALTER TABLE "evidence"
  ADD COLUMN "copy_id" UUID,
  ADD COLUMN "excerpt_start" INTEGER,
  ADD COLUMN "excerpt_end" INTEGER,
  ADD COLUMN "excerpt_prefix" TEXT,
  ADD COLUMN "excerpt_suffix" TEXT;
CREATE INDEX "evidence_copy_id_idx" ON "evidence"("copy_id");
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_copy_id_fkey"
  FOREIGN KEY ("copy_id") REFERENCES "source_copy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE evidence
  ADD CONSTRAINT evidence_place_whole
    CHECK (num_nonnulls(copy_id, excerpt_start, excerpt_end, excerpt_prefix, excerpt_suffix) IN (0, 5)),
  ADD CONSTRAINT evidence_place_span CHECK (excerpt_start >= 0 AND excerpt_start < excerpt_end);

-- A copy says what a source said: it never changes. That somebody cites it is told once.
CREATE FUNCTION check_source_copy_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.source_id IS NOT NULL
     OR to_jsonb(NEW) - 'source_id' - 'ordinal' <> to_jsonb(OLD) - 'source_id' - 'ordinal' THEN
    RAISE EXCEPTION 'copy % of a source stays as it was taken: the change is refused', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER source_copy_stays BEFORE UPDATE ON source_copy FOR EACH ROW EXECUTE FUNCTION check_source_copy_change();
CREATE TRIGGER source_copy_no_delete BEFORE DELETE ON source_copy FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER source_copy_no_truncate BEFORE TRUNCATE ON source_copy FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER source_watch_no_delete BEFORE DELETE ON source_watch FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER source_watch_no_truncate BEFORE TRUNCATE ON source_watch FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER source_archiving_no_delete BEFORE DELETE ON source_archiving FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER source_archiving_no_truncate BEFORE TRUNCATE ON source_archiving FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Every excerpt that names a place equals the characters there, in a copy of its own source.
CREATE FUNCTION check_excerpt_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE into_copy source_copy%ROWTYPE; here text;
BEGIN
  SELECT * INTO into_copy FROM source_copy WHERE id = NEW.copy_id;
  IF into_copy.source_id IS DISTINCT FROM NEW.source_id THEN
    RAISE EXCEPTION 'copy % is not of source %', NEW.copy_id, NEW.source_id USING ERRCODE = 'check_violation';
  END IF;
  here := CASE WHEN into_copy.is_bmp THEN substr(into_copy.text, NEW.excerpt_start + 1, NEW.excerpt_end - NEW.excerpt_start)
               ELSE utf16_slice(into_copy.text, NEW.excerpt_start, NEW.excerpt_end) END;
  IF here IS DISTINCT FROM NEW.excerpt THEN
    RAISE EXCEPTION 'the excerpt is not what stands at [%, %) of copy %', NEW.excerpt_start, NEW.excerpt_end, NEW.copy_id
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evidence_excerpt_place BEFORE INSERT OR UPDATE OF excerpt, source_id, copy_id, excerpt_start, excerpt_end ON evidence
  FOR EACH ROW WHEN (NEW.copy_id IS NOT NULL) EXECUTE FUNCTION check_excerpt_place();

-- What a source said last is a copy of it.
CREATE FUNCTION check_watched_copy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM source_copy WHERE id = NEW.current_copy_id AND source_id = NEW.source_id) THEN
    RAISE EXCEPTION 'copy % is not of source %', NEW.current_copy_id, NEW.source_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER source_watch_copy BEFORE INSERT OR UPDATE OF source_id, current_copy_id ON source_watch
  FOR EACH ROW EXECUTE FUNCTION check_watched_copy();

-- For the search of sources: the same expression stands in lib/evidence/queries/sources.ts.
CREATE INDEX source_words_idx ON "source"
  USING GIN (to_tsvector('simple', title || ' ' || coalesce(publisher_name, '') || ' ' || coalesce(url, '')));
