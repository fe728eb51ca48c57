-- Records that span the ledger, computed once for each state of it: made again from the rest at any time.
CREATE TABLE "track_record" (
    "subject_key" TEXT NOT NULL,
    "as_of_on" TEXT NOT NULL,
    "edition_version" BIGINT NOT NULL,
    "scoring_version" INTEGER NOT NULL,
    "figures" JSONB NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "track_record_pkey" PRIMARY KEY ("subject_key"),
    CONSTRAINT track_record_key CHECK (subject_key <> ''),
    CONSTRAINT track_record_day CHECK (is_day(as_of_on)),
    CONSTRAINT track_record_figures CHECK (jsonb_typeof(figures) = 'object')
);
