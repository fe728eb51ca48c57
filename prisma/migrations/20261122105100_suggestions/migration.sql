-- Claims that readers suggest.
CREATE TYPE "suggestion_state" AS ENUM ('received', 'looked_at', 'taken_up', 'declined', 'spam');
CREATE TYPE "suggestion_reason" AS ENUM ('no_fact', 'too_unclear', 'already_checked', 'not_checkable', 'not_ours');
CREATE TABLE "suggestion" (
    "id" UUID NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "claim_text" TEXT NOT NULL,
    "url" TEXT,
    "said_by" TEXT,
    "why" TEXT,
    "contact" TEXT,
    "state" "suggestion_state" NOT NULL DEFAULT 'received',
    "claim_id" UUID,
    "reason" "suggestion_reason",
    "note" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "suggestion_pkey" PRIMARY KEY ("id"),
    CONSTRAINT suggestion_secret CHECK (secret_hash ~ '^[0-9a-f]{64}$'),
    -- It becomes a link at the desk.
    CONSTRAINT suggestion_address CHECK (url ~ '^https?://'),
    CONSTRAINT suggestion_lengths CHECK (length(claim_text) BETWEEN 1 AND 2000 AND length(url) <= 2000
      AND length(said_by) <= 300 AND length(why) <= 2000 AND length(contact) <= 300 AND length(note) <= 1000),
    CONSTRAINT suggestion_claim CHECK ((state = 'taken_up') = (claim_id IS NOT NULL)),
    CONSTRAINT suggestion_reason_given CHECK ((state = 'declined') = (reason IS NOT NULL)),
    CONSTRAINT suggestion_note CHECK (note IS NULL OR state = 'declined'),
    -- Who sends spam is not kept.
    CONSTRAINT suggestion_spam CHECK (state <> 'spam' OR contact IS NULL)
);
CREATE UNIQUE INDEX "suggestion_secret_hash_key" ON "suggestion"("secret_hash");
CREATE INDEX "suggestion_state_id_idx" ON "suggestion"("state", "id");
CREATE INDEX "suggestion_claim_id_idx" ON "suggestion"("claim_id");
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_claim_id_fkey"
  FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_decided_by_id_fkey"
  FOREIGN KEY ("decided_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER suggestion_no_truncate BEFORE TRUNCATE ON suggestion FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
