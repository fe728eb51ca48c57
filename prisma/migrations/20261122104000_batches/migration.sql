-- Tables of articles that people bring in, row by row: where their rows lie and what came of them.
CREATE TABLE "import_batch" (
    "run_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "is_dry_run" BOOLEAN NOT NULL,
    "created" INTEGER NOT NULL DEFAULT 0,
    "new_versions" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("run_id"),
    CONSTRAINT import_batch_counts CHECK (created >= 0 AND new_versions >= 0 AND unchanged >= 0)
);
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_run_id_fkey"
  FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "import_part" (
    "run_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "blob_hash" TEXT NOT NULL,
    "before" INTEGER NOT NULL,
    "rows" INTEGER NOT NULL,

    CONSTRAINT "import_part_pkey" PRIMARY KEY ("run_id","ordinal"),
    CONSTRAINT import_part_hash CHECK (blob_hash ~ '^[0-9a-f]{64}$'),
    CONSTRAINT import_part_rows CHECK (ordinal >= 0 AND before >= 0 AND rows > 0)
);
ALTER TABLE "import_part" ADD CONSTRAINT "import_part_run_id_fkey"
  FOREIGN KEY ("run_id") REFERENCES "import_batch"("run_id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- What was brought in stays what it was, so that a run that is resumed goes on in the same rows.
CREATE TRIGGER import_part_stays BEFORE UPDATE OR DELETE ON import_part
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE "import_problem" (
    "run_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "excerpt" TEXT NOT NULL,

    CONSTRAINT "import_problem_pkey" PRIMARY KEY ("run_id","row"),
    CONSTRAINT import_problem_row CHECK (row > 0 AND reason <> '')
);
ALTER TABLE "import_problem" ADD CONSTRAINT "import_problem_run_id_fkey"
  FOREIGN KEY ("run_id") REFERENCES "import_batch"("run_id") ON DELETE RESTRICT ON UPDATE CASCADE;
