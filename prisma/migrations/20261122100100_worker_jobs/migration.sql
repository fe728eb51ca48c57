-- A process says which jobs it works at, not who its workers are: an answer that was lost on its way leaves a job locked by a
-- worker that lives and knows nothing of it.
ALTER TABLE "worker_process" DROP COLUMN "worker_ids",
  ADD COLUMN "job_ids" BIGINT[],
  ADD COLUMN "concurrency" INTEGER NOT NULL,
  ADD CONSTRAINT worker_process_concurrency CHECK (concurrency > 0);
