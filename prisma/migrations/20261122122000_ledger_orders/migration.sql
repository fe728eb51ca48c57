-- The public ledger is read in its orders and no further than its page: by the last day of the window, those without one last,
-- and what is settled by when it was. Phrases are asked by their words as they stand.
CREATE INDEX prediction_ledger_due ON prediction ((coalesce(due_to, '')), id) WHERE frozen_at IS NOT NULL;
CREATE INDEX prediction_ledger_words ON prediction (certainty_words) WHERE frozen_at IS NOT NULL;
CREATE INDEX resolution_ledger_settled ON resolution (created_at, id);
