-- Which predictions count for whom, worked out once for each state of the ledger: made again from the rest at any time.
CREATE TABLE "ledger_member" (
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "prediction_id" UUID NOT NULL,

    CONSTRAINT "ledger_member_pkey" PRIMARY KEY ("kind", "subject_id", "prediction_id"),
    CONSTRAINT ledger_member_kind CHECK (kind IN ('all', 'speaker', 'own_voice', 'unnamed', 'reported')),
    CONSTRAINT "ledger_member_prediction_id_fkey" FOREIGN KEY ("prediction_id") REFERENCES "prediction"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "ledger_member_prediction_id_idx" ON "ledger_member"("prediction_id");

-- What state of the ledger the members are of: one row.
CREATE TABLE "ledger_member_state" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "edition_version" BIGINT NOT NULL,
    "as_of_end" TIMESTAMPTZ(3) NOT NULL,
    "scoring_version" INTEGER NOT NULL,

    CONSTRAINT "ledger_member_state_pkey" PRIMARY KEY ("id"),
    CONSTRAINT ledger_member_state_one CHECK (id = 1)
);
