-- What a verdict's writer ticks before submitting; each version of the settings has its list.
ALTER TABLE setting
  ADD COLUMN checklist JSONB NOT NULL DEFAULT '[]',
  ADD CONSTRAINT setting_checklist_list CHECK (jsonb_typeof(checklist) = 'array');

-- The log of requests for comment: one row each. Versions from before it keep their two columns; published ones never change.
ALTER TABLE verdict
  ADD COLUMN comment_requests JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN checks TEXT[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT verdict_comment_requests_list CHECK (jsonb_typeof(comment_requests) = 'array'),
  ADD CONSTRAINT verdict_checks_bounded CHECK (cardinality(checks) <= 50);

-- What one person is typing, between two saves. It is replaced all the time, and it may go.
CREATE TABLE working_copy (
    verdict_id UUID NOT NULL,
    user_id UUID NOT NULL,
    base_revision INTEGER NOT NULL,
    "values" JSONB NOT NULL,
    writer_id TEXT NOT NULL,
    kept_at TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT working_copy_pkey PRIMARY KEY (verdict_id, user_id),
    CONSTRAINT working_copy_base CHECK (base_revision >= 1),
    CONSTRAINT working_copy_values CHECK (jsonb_typeof("values") = 'object'),
    CONSTRAINT working_copy_bounded CHECK (length(writer_id) <= 64 AND octet_length("values"::text) <= 400000)
);
CREATE INDEX working_copy_user_id_idx ON working_copy(user_id);
ALTER TABLE working_copy ADD CONSTRAINT working_copy_verdict_id_fkey
  FOREIGN KEY (verdict_id) REFERENCES verdict(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE working_copy ADD CONSTRAINT working_copy_user_id_fkey
  FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER working_copy_no_truncate BEFORE TRUNCATE ON working_copy FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
