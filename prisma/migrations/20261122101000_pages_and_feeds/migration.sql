-- Pages as they were fetched; the bytes lie in the blob store.
CREATE TABLE "raw_page" (
    "id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "blob_hash" TEXT NOT NULL,
    "byte_length" INTEGER NOT NULL,
    "content_type" TEXT,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,
    "fetched_by_id" UUID,
    "snapshot_id" UUID,

    CONSTRAINT "raw_page_pkey" PRIMARY KEY ("id"),
    CONSTRAINT raw_page_hash CHECK (blob_hash ~ '^[0-9a-f]{64}$'),
    CONSTRAINT raw_page_length CHECK (byte_length > 0)
);
CREATE INDEX "raw_page_snapshot_id_idx" ON "raw_page"("snapshot_id");
ALTER TABLE "raw_page" ADD CONSTRAINT "raw_page_fetched_by_id_fkey"
  FOREIGN KEY ("fetched_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "raw_page" ADD CONSTRAINT "raw_page_snapshot_id_fkey"
  FOREIGN KEY ("snapshot_id") REFERENCES "snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What an imported text was read from stays what it was read from.
CREATE TRIGGER raw_page_of_snapshot_stays BEFORE UPDATE OR DELETE ON raw_page
  FOR EACH ROW WHEN (OLD.snapshot_id IS NOT NULL) EXECUTE FUNCTION refuse_change();

-- Feeds that are watched, and what they held.
CREATE TYPE "feed_move" AS ENUM ('import', 'inbox', 'pass');
CREATE TYPE "feed_result" AS ENUM ('found', 'unchanged', 'failed');
CREATE TYPE "feed_item_state" AS ENUM ('inbox', 'queued', 'imported', 'dismissed', 'passed', 'failed');
CREATE TABLE "feed" (
    "id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "site_address" TEXT,
    "publisher" TEXT,
    "interval_minutes" INTEGER NOT NULL,
    "words" TEXT[],
    "publishers" TEXT[],
    "matching" "feed_move" NOT NULL,
    "others" "feed_move" NOT NULL,
    "etag" TEXT,
    "last_modified" TEXT,
    "next_fetch_at" TIMESTAMPTZ(3),
    "last_fetched_at" TIMESTAMPTZ(3),
    "last_result" "feed_result",
    "last_new" INTEGER NOT NULL DEFAULT 0,
    "last_problem" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "feed_pkey" PRIMARY KEY ("id"),
    CONSTRAINT feed_interval CHECK (interval_minutes BETWEEN 5 AND 10080),
    -- What does not match is never imported unseen.
    CONSTRAINT feed_moves CHECK (matching <> 'pass' AND others <> 'import'),
    CONSTRAINT feed_problem CHECK ((last_result = 'failed') = (last_problem IS NOT NULL)
      OR (last_result IS NULL AND last_problem IS NULL)),
    CONSTRAINT feed_failures CHECK (failures >= 0 AND last_new >= 0)
);
CREATE UNIQUE INDEX "feed_address_key" ON "feed"("address");
ALTER TABLE "feed" ADD CONSTRAINT "feed_added_by_id_fkey"
  FOREIGN KEY ("added_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "feed_item" (
    "id" UUID NOT NULL,
    "feed_id" UUID NOT NULL,
    "item_key" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "source" TEXT,
    "excerpt" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "feed_item_state" NOT NULL,
    "problem" TEXT,
    "article_id" UUID,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "feed_item_pkey" PRIMARY KEY ("id"),
    CONSTRAINT feed_item_imported CHECK ((state = 'imported') = (article_id IS NOT NULL)),
    CONSTRAINT feed_item_problem CHECK ((state = 'failed') = (problem IS NOT NULL)),
    CONSTRAINT feed_item_dismissed CHECK (state <> 'dismissed' OR decided_at IS NOT NULL)
);
CREATE UNIQUE INDEX "feed_item_feed_id_item_key_key" ON "feed_item"("feed_id", "item_key");
CREATE INDEX "feed_item_state_id_idx" ON "feed_item"("state", "id");
CREATE INDEX "feed_item_article_id_idx" ON "feed_item"("article_id");
ALTER TABLE "feed_item" ADD CONSTRAINT "feed_item_feed_id_fkey"
  FOREIGN KEY ("feed_id") REFERENCES "feed"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "feed_item" ADD CONSTRAINT "feed_item_article_id_fkey"
  FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "feed_item" ADD CONSTRAINT "feed_item_decided_by_id_fkey"
  FOREIGN KEY ("decided_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
