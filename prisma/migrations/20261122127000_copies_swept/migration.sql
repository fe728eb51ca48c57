-- Sources whose look is overdue are found by a job of the clock, copies that nobody cites go after a while, and whoever cites a
-- source hears that it cannot be reached.
ALTER TYPE "notice_kind" ADD VALUE 'source_unreachable' AFTER 'source_changed';

-- What is due, or overdue: what is looked at no more stands in no index.
CREATE INDEX source_watch_due_idx ON source_watch (next_check_at) WHERE next_check_at IS NOT NULL;
CREATE INDEX source_archiving_open_idx ON source_archiving (requested_at) WHERE ended_at IS NULL;
-- Copies that nobody cites: by age for the sweep, by address for who fetches a page twice.
CREATE INDEX source_copy_uncited_idx ON source_copy (taken_at) WHERE source_id IS NULL;
CREATE INDEX source_copy_uncited_address_idx ON source_copy (asked_url) WHERE source_id IS NULL;
CREATE INDEX "source_copy_taken_by_id_idx" ON "source_copy"("taken_by_id");
CREATE INDEX "source_archiving_requested_by_id_idx" ON "source_archiving"("requested_by_id");

-- A copy of a source stays for good. One that was fetched and never cited is nobody's evidence: it may go once whoever fetched it
-- had a day to cite it.
CREATE FUNCTION check_source_copy_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.source_id IS NOT NULL OR OLD.taken_at > now() - interval '1 day' THEN
    RAISE EXCEPTION 'copy % of a source is kept: deleting it is refused', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;
DROP TRIGGER source_copy_no_delete ON source_copy;
CREATE TRIGGER source_copy_no_delete BEFORE DELETE ON source_copy FOR EACH ROW EXECUTE FUNCTION check_source_copy_delete();
