-- The desk's queues: reads of the inbox, views that people keep, moves of many at once, who is looking.

-- The inbox holds what waits for triage. Its indexes hold nothing else, so that they stay as small as the inbox is.
CREATE INDEX candidate_waiting_kind ON candidate (kind, check_worthiness, id) WHERE state = 'new';
CREATE INDEX candidate_waiting_words ON candidate USING gin (to_tsvector('english', quote)) WITH (fastupdate = off) WHERE state = 'new';
CREATE INDEX candidate_waiting_speaker ON candidate USING gin (to_tsvector('simple', coalesce(speaker_text, ''))) WITH (fastupdate = off) WHERE state = 'new';
CREATE INDEX candidate_waiting_since ON candidate (created_at) WHERE state = 'new';
-- What a person decided last, to take it back. Takes the place of asking every decision of that person.
CREATE INDEX candidate_decided_last ON candidate (decided_by_id, decided_at) WHERE decided_at IS NOT NULL;

CREATE INDEX claim_statement_words ON claim USING gin (to_tsvector('english', statement)) WITH (fastupdate = off);
CREATE INDEX verdict_sent_back_last ON verdict (sent_back_at) WHERE state = 'draft' AND sent_back_at IS NOT NULL;
CREATE INDEX prediction_open_due ON prediction (due_to, id) WHERE state = 'opened' AND current_resolution_id IS NULL;

CREATE TYPE "view_page" AS ENUM ('inbox', 'claims');
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "page" "view_page" NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "is_shared" BOOLEAN NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id"),
    CONSTRAINT saved_view_lengths CHECK (length(name) BETWEEN 1 AND 60 AND length(query) <= 1000),
    -- It becomes part of a link: nothing but the query of an address of the desk.
    CONSTRAINT saved_view_query CHECK (query !~ '[[:space:]#?<>"]')
);
CREATE INDEX "saved_view_owner_id_idx" ON "saved_view"("owner_id");
CREATE INDEX saved_view_shared ON saved_view (page) WHERE is_shared;
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_owner_id_fkey"
  FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TYPE "bulk_kind" AS ENUM ('reject', 'assign', 'topic');
CREATE TABLE "bulk_move" (
    "id" UUID NOT NULL,
    "kind" "bulk_kind" NOT NULL,
    "input" JSONB NOT NULL,
    "done" JSONB NOT NULL,
    "refused" JSONB NOT NULL,
    "by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_move_pkey" PRIMARY KEY ("id"),
    CONSTRAINT bulk_move_lists CHECK (jsonb_typeof(done) = 'array' AND jsonb_typeof(refused) = 'array'
      AND jsonb_array_length(done) + jsonb_array_length(refused) BETWEEN 1 AND 100)
);
CREATE INDEX "bulk_move_by_id_idx" ON "bulk_move"("by_id");
ALTER TABLE "bulk_move" ADD CONSTRAINT "bulk_move_by_id_fkey"
  FOREIGN KEY ("by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was done to many at once stays as it was done; it is taken back once.
CREATE FUNCTION bulk_move_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.undone_at IS NOT NULL OR (to_jsonb(NEW) - 'undone_at') <> (to_jsonb(OLD) - 'undone_at') THEN
    RAISE EXCEPTION 'a move of many is kept as it was made' USING ERRCODE = '23514', CONSTRAINT = 'bulk_move_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bulk_move_stays BEFORE UPDATE ON bulk_move FOR EACH ROW EXECUTE FUNCTION bulk_move_stays();
CREATE TRIGGER bulk_move_kept BEFORE DELETE ON bulk_move FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bulk_move_no_truncate BEFORE TRUNCATE ON bulk_move FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Who looks at what now. Lost with a crash of the server, which costs nothing: whoever looks says so again within 20 seconds.
CREATE UNLOGGED TABLE "presence" (
    "thing_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("thing_id","user_id")
);
CREATE INDEX "presence_user_id_idx" ON "presence"("user_id");
ALTER TABLE "presence" ADD CONSTRAINT "presence_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
