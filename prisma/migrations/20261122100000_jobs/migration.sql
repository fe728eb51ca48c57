-- Long pieces of work that people watch, stop and resume.
CREATE TYPE "run_state" AS ENUM ('running', 'cancelling', 'cancelled', 'finished', 'failed');
CREATE TABLE "run" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "total" INTEGER,
    "done" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "state" "run_state" NOT NULL DEFAULT 'running',
    "note" TEXT,
    "started_by_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "run_pkey" PRIMARY KEY ("id"),
    CONSTRAINT run_kind CHECK (kind ~ '^[a-z]+(_[a-z]+)*$'),
    CONSTRAINT run_counts CHECK (done >= 0 AND refused >= 0 AND total >= done + refused),
    CONSTRAINT run_end CHECK ((state IN ('running', 'cancelling')) = (finished_at IS NULL))
);
CREATE INDEX "run_state_id_idx" ON "run"("state", "id");
ALTER TABLE "run" ADD CONSTRAINT "run_started_by_id_fkey"
  FOREIGN KEY ("started_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Processes that work off the queue. PostgreSQL keeps the lock of a killed worker's job; this tells who is gone.
CREATE TABLE "worker_process" (
    "id" UUID NOT NULL,
    "host" TEXT NOT NULL,
    "pid" INTEGER NOT NULL,
    "worker_ids" TEXT[],
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "heartbeat_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_process_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "worker_process_heartbeat_at_idx" ON "worker_process"("heartbeat_at");

-- The queue forgets a job that is done: what it did is counted here, minute by minute.
CREATE TABLE "job_count" (
    "name" TEXT NOT NULL,
    "minute_at" TIMESTAMPTZ(3) NOT NULL,
    "done" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,

    CONSTRAINT "job_count_pkey" PRIMARY KEY ("minute_at","name"),
    CONSTRAINT job_count_counts CHECK (done >= 0 AND failed >= 0)
);
