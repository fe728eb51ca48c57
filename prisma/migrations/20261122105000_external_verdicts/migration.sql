-- What other desks ruled, kept apart from own verdicts: no foreign key leads from one to the other.
CREATE TYPE "external_format" AS ENUM ('page', 'feed', 'fact_check_tools', 'check_csv');
CREATE TABLE "external_import" (
    "id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "format" "external_format" NOT NULL,
    "blob_hash" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "refused" INTEGER NOT NULL,
    "run_id" UUID,
    "stored" INTEGER NOT NULL DEFAULT 0,
    "known" INTEGER NOT NULL DEFAULT 0,
    "note" TEXT,
    "brought_by_id" UUID,
    "brought_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "external_import_pkey" PRIMARY KEY ("id"),
    CONSTRAINT external_import_hash CHECK (blob_hash ~ '^[0-9a-f]{64}$'),
    CONSTRAINT external_import_counts CHECK (refused BETWEEN 0 AND rows AND stored >= 0 AND known >= 0
      AND stored + known + refused <= rows)
);
CREATE UNIQUE INDEX "external_import_run_id_key" ON "external_import"("run_id");
ALTER TABLE "external_import" ADD CONSTRAINT "external_import_run_id_fkey"
  FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "external_import" ADD CONSTRAINT "external_import_brought_by_id_fkey"
  FOREIGN KEY ("brought_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "external_verdict" (
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "identity" TEXT NOT NULL,
    "publisher_name" TEXT NOT NULL,
    "publisher_site" TEXT,
    "claim_text" TEXT NOT NULL,
    "claimant" TEXT,
    "claimed_on" TEXT,
    "rating_text" TEXT NOT NULL,
    "rating_value" DOUBLE PRECISION,
    "best_rating" DOUBLE PRECISION,
    "worst_rating" DOUBLE PRECISION,
    "title" TEXT,
    "review_url" TEXT NOT NULL,
    "reviewed_on" TEXT,
    "language" TEXT,
    "signature" INTEGER[],
    "imported_by_id" UUID,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,
    "hidden_at" TIMESTAMPTZ(3),
    "hidden_by_id" UUID,
    "hidden_reason" TEXT,

    CONSTRAINT "external_verdict_pkey" PRIMARY KEY ("id"),
    CONSTRAINT external_verdict_identity CHECK (identity ~ '^[0-9a-f]{64}$'),
    -- It becomes a link on readers' pages.
    CONSTRAINT external_verdict_address CHECK (review_url ~ '^https?://'),
    CONSTRAINT external_verdict_words CHECK (publisher_name <> '' AND claim_text <> '' AND rating_text <> ''),
    CONSTRAINT external_verdict_days CHECK (is_day(claimed_on) AND is_day(reviewed_on)),
    CONSTRAINT external_verdict_hidden CHECK ((hidden_at IS NULL) = (hidden_reason IS NULL)
      AND (hidden_at IS NOT NULL OR hidden_by_id IS NULL))
);
CREATE UNIQUE INDEX "external_verdict_identity_key" ON "external_verdict"("identity");
CREATE INDEX "external_verdict_import_id_idx" ON "external_verdict"("import_id");
CREATE INDEX "external_verdict_publisher_name_id_idx" ON "external_verdict"("publisher_name", "id");
CREATE INDEX "external_verdict_signature_idx" ON "external_verdict" USING GIN ("signature");
-- For the search of the list: the same expression stands in lib/verdicts/queries/external.
CREATE INDEX external_verdict_words_idx ON "external_verdict"
  USING GIN (to_tsvector('english', claim_text || ' ' || publisher_name || ' ' || coalesce(claimant, '')));
ALTER TABLE "external_verdict" ADD CONSTRAINT "external_verdict_import_id_fkey"
  FOREIGN KEY ("import_id") REFERENCES "external_import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "external_verdict" ADD CONSTRAINT "external_verdict_imported_by_id_fkey"
  FOREIGN KEY ("imported_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "external_verdict" ADD CONSTRAINT "external_verdict_hidden_by_id_fkey"
  FOREIGN KEY ("hidden_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "external_match" (
    "external_verdict_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "is_same" BOOLEAN NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "external_match_pkey" PRIMARY KEY ("external_verdict_id", "claim_id")
);
CREATE INDEX "external_match_claim_id_idx" ON "external_match"("claim_id");
ALTER TABLE "external_match" ADD CONSTRAINT "external_match_external_verdict_id_fkey"
  FOREIGN KEY ("external_verdict_id") REFERENCES "external_verdict"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "external_match" ADD CONSTRAINT "external_match_claim_id_fkey"
  FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "external_match" ADD CONSTRAINT "external_match_decided_by_id_fkey"
  FOREIGN KEY ("decided_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What another desk ruled stays as it was read; hiding alone changes a row.
CREATE FUNCTION refuse_external_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'hidden_at' - 'hidden_by_id' - 'hidden_reason'
    <> to_jsonb(OLD) - 'hidden_at' - 'hidden_by_id' - 'hidden_reason' THEN
    RAISE EXCEPTION 'an external verdict stays as it was read' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER external_verdict_stays BEFORE UPDATE ON external_verdict
  FOR EACH ROW EXECUTE FUNCTION refuse_external_change();
CREATE TRIGGER external_verdict_no_delete BEFORE DELETE ON external_verdict
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER external_verdict_no_truncate BEFORE TRUNCATE ON external_verdict
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER external_match_no_truncate BEFORE TRUNCATE ON external_match
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
