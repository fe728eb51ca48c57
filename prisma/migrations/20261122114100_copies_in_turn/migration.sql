-- A saved copy leaves its row behind without its values: a request of the same window that arrives after the save is known by it.
ALTER TABLE working_copy
  ALTER COLUMN "values" DROP NOT NULL,
  ADD COLUMN turn INTEGER NOT NULL DEFAULT 0,
  ADD CONSTRAINT working_copy_turn CHECK (turn >= 0);
