-- What must always hold, held by PostgreSQL. Each guard says why; lib/**/**.db.test.ts tries to break each.

-- Days are text (a date column would come back as an instant and move with the zone), so the calendar is checked here.
CREATE FUNCTION is_day(day text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF day IS NULL THEN RETURN true; END IF;
  IF day !~ '^\d{4}-\d{2}-\d{2}$' THEN RETURN false; END IF;
  PERFORM make_date(substr(day, 1, 4)::int, substr(day, 6, 2)::int, substr(day, 9, 2)::int);
  RETURN true;
EXCEPTION WHEN datetime_field_overflow THEN
  RETURN false;
END $$;

-- Offsets count UTF-16 units, as JavaScript does; PostgreSQL counts code points. They differ beyond the BMP only.
CREATE FUNCTION is_bmp(t text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT t !~ '[\U00010000-\U0010FFFF]' $$;

CREATE FUNCTION utf16_length(t text) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT length(t) + length(regexp_replace(t, '[^\U00010000-\U0010FFFF]', '', 'g')) $$;

CREATE FUNCTION utf16_slice(t text, from_unit int, to_unit int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(c, '' ORDER BY i), '')
  FROM (
    SELECT c, i, sum(CASE WHEN ascii(c) > 65535 THEN 2 ELSE 1 END) OVER (ORDER BY i)
                 - CASE WHEN ascii(c) > 65535 THEN 2 ELSE 1 END AS unit
    FROM string_to_table(t, NULL) WITH ORDINALITY AS characters(c, i)
  ) AS placed
  WHERE unit >= from_unit AND unit < to_unit
$$;

-- For tables and rows that never change: history is only worth something if nobody can rewrite it.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: its rows are immutable', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['snapshot', 'audit_event', 'audit_payload', 'verdict_save', 'prediction_save', 'outcome_save',
                           'clarification', 'resolution', 'setting'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_immutable', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['snapshot', 'audit_event', 'audit_payload', 'audit_head', 'verdict_save', 'prediction_save',
                           'outcome_save', 'clarification', 'resolution', 'setting', 'verdict', 'correction', 'prediction',
                           'outcome', 'outcome_link', 'outcome_source', 'occurrence', 'evidence', 'app_user'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['audit_head', 'occurrence', 'evidence', 'prediction', 'outcome', 'claim', 'article', 'app_user', 'edition'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_no_delete', t);
  END LOOP;
END $$;

-- accounts
ALTER TABLE app_user
  ADD CONSTRAINT app_user_email_lower_case CHECK (email = lower(email) AND email LIKE '%_@_%'),
  ADD CONSTRAINT app_user_name_given CHECK (btrim(name) <> '');

-- settings
ALTER TABLE setting
  ADD CONSTRAINT setting_minimum_n CHECK (minimum_n >= 1),
  ADD CONSTRAINT setting_max_unresolved CHECK (max_unresolved BETWEEN 0 AND 1),
  ADD CONSTRAINT setting_grace CHECK (default_grace_days BETWEEN 0 AND 366);

-- A row that lets one person do what takes two must name a setting that says so.
CREATE FUNCTION check_solo_setting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.solo_setting_id IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM setting WHERE id = NEW.solo_setting_id AND is_solo) THEN
    RAISE EXCEPTION 'setting % does not make this a one-person desk', NEW.solo_setting_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['verdict', 'correction', 'prediction', 'outcome', 'resolution'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION check_solo_setting()', t || '_solo_setting', t);
  END LOOP;
END $$;

-- audit: the chain grows by one at its end, whoever inserts.
CREATE FUNCTION check_audit_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE head audit_head%ROWTYPE;
BEGIN
  SELECT * INTO head FROM audit_head WHERE entity_type = NEW.entity_type AND entity_id = NEW.entity_id;
  IF NEW.entity_seq <> coalesce(head.entity_seq, 0) + 1 OR NEW.prev_hash <> coalesce(head.hash, repeat('0', 64)) THEN
    RAISE EXCEPTION 'event % does not continue the chain of % %', NEW.id, NEW.entity_type, NEW.entity_id
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER audit_event_continues_chain BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION check_audit_chain();
ALTER TABLE edition ADD CONSTRAINT edition_single_row CHECK (id = 1);
INSERT INTO edition (id, database_id, version, moved_at) VALUES (1, gen_random_uuid(), 1, now());

-- articles
ALTER TABLE article ADD CONSTRAINT article_published_on_day CHECK (is_day(published_on));
ALTER TABLE article ADD CONSTRAINT article_url_scheme CHECK (url IS NULL OR url ~* '^https?://');
ALTER TABLE article ADD CONSTRAINT article_hidden_with_reason CHECK (hidden_at IS NULL OR hidden_reason IS NOT NULL);
ALTER TABLE publisher ADD CONSTRAINT publisher_not_merged_into_itself CHECK (merged_into_id <> id);
ALTER TABLE snapshot
  ADD CONSTRAINT snapshot_is_bmp CHECK (is_bmp = is_bmp(body)),
  ADD CONSTRAINT snapshot_body_given CHECK (btrim(body) <> ''),
  ADD CONSTRAINT snapshot_raw_hash CHECK (raw_hash = encode(sha256(convert_to(raw, 'UTF8')), 'hex')),
  ADD CONSTRAINT snapshot_body_hash CHECK (body_hash = encode(sha256(convert_to(body, 'UTF8')), 'hex'));

-- claims: every quote shown equals the snapshot's characters at its offsets.
CREATE FUNCTION check_quote() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE found snapshot%ROWTYPE; here text;
BEGIN
  SELECT * INTO found FROM snapshot WHERE id = NEW.snapshot_id;
  IF found.article_id <> NEW.article_id THEN
    RAISE EXCEPTION 'snapshot % is not of article %', NEW.snapshot_id, NEW.article_id USING ERRCODE = 'check_violation';
  END IF;
  here := CASE WHEN found.is_bmp THEN substr(found.body, NEW.start + 1, NEW."end" - NEW.start)
               ELSE utf16_slice(found.body, NEW.start, NEW."end") END;
  IF here IS DISTINCT FROM NEW.quote THEN
    RAISE EXCEPTION 'the quote is not what stands at [%, %) of snapshot %', NEW.start, NEW."end", NEW.snapshot_id
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER candidate_quote BEFORE INSERT OR UPDATE OF quote, start, "end", snapshot_id, article_id ON candidate
  FOR EACH ROW EXECUTE FUNCTION check_quote();
CREATE TRIGGER occurrence_quote BEFORE INSERT ON occurrence FOR EACH ROW EXECUTE FUNCTION check_quote();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['candidate', 'occurrence'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (start >= 0 AND start < "end")', t, t || '_span');
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (utf16_length(quote) = "end" - start)', t, t || '_quote_length');
  END LOOP;
END $$;
ALTER TABLE candidate
  ADD CONSTRAINT candidate_due_days CHECK (is_day(due_from) AND is_day(due_to)),
  ADD CONSTRAINT candidate_due_ordered CHECK (num_nonnulls(due_from, due_to) <> 1 AND due_from <= due_to),
  ADD CONSTRAINT candidate_check_worthiness CHECK (check_worthiness BETWEEN 0 AND 1),
  ADD CONSTRAINT candidate_decided CHECK ((state = 'new') = (decided_at IS NULL)),
  ADD CONSTRAINT candidate_rejected_with_reason CHECK (state <> 'rejected' OR btrim(decision_reason) <> '');

-- An occurrence never changes but for its claim (merge, split, undo) and its speaker (confirmed or merged by an editor).
CREATE FUNCTION check_occurrence_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before occurrence := OLD;
BEGIN
  before.claim_id := NEW.claim_id;
  before.speaker_id := NEW.speaker_id;
  IF before IS DISTINCT FROM NEW THEN
    RAISE EXCEPTION 'occurrence % is immutable but for its claim and speaker', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER occurrence_immutable BEFORE UPDATE ON occurrence FOR EACH ROW EXECUTE FUNCTION check_occurrence_change();

ALTER TABLE claim
  ADD CONSTRAINT claim_statement_given CHECK (length(btrim(statement)) BETWEEN 1 AND 600),
  ADD CONSTRAINT claim_short_form_length CHECK (length(short_form) BETWEEN 1 AND 75),
  ADD CONSTRAINT claim_not_merged_into_itself CHECK (merged_into_id <> id),
  ADD CONSTRAINT claim_merged_names_target CHECK ((state = 'merged') = (merged_into_id IS NOT NULL)),
  ADD CONSTRAINT claim_hidden_with_reason CHECK (state <> 'hidden' OR hidden_reason IS NOT NULL);
-- A published address and statement are what others quote: they stay.
CREATE FUNCTION check_claim_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.first_published_at IS NOT NULL AND (NEW.first_published_at, NEW.slug, NEW.kind, NEW.statement, NEW.short_form)
       IS DISTINCT FROM (OLD.first_published_at, OLD.slug, OLD.kind, OLD.statement, OLD.short_form) THEN
    RAISE EXCEPTION 'claim % is published: its slug, kind and statement stay', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER claim_published_stays BEFORE UPDATE ON claim FOR EACH ROW EXECUTE FUNCTION check_claim_change();
ALTER TABLE claim_link ADD CONSTRAINT claim_link_two_claims CHECK (from_claim_id <> to_claim_id);
ALTER TABLE speaker ADD CONSTRAINT speaker_not_merged_into_itself CHECK (merged_into_id <> id);
ALTER TABLE speaker ADD CONSTRAINT speaker_unnamed_has_publisher CHECK ((kind = 'unnamed') = (publisher_id IS NOT NULL));
ALTER TABLE quantity
  ADD CONSTRAINT quantity_one_owner CHECK (num_nonnulls(candidate_id, claim_id) = 1),
  ADD CONSTRAINT quantity_has_value CHECK (num_nonnulls(value, low, high) >= 1),
  ADD CONSTRAINT quantity_range_ordered CHECK (low <= high),
  ADD CONSTRAINT quantity_span CHECK (num_nonnulls(start, "end") <> 1 AND start < "end"),
  ADD CONSTRAINT quantity_as_of_day CHECK (is_day(as_of_on));

-- evidence
ALTER TABLE source
  ADD CONSTRAINT source_url_scheme CHECK (url IS NULL OR url ~* '^https?://'),
  ADD CONSTRAINT source_archive_url_scheme CHECK (archive_url IS NULL OR archive_url ~* '^https?://'),
  ADD CONSTRAINT source_days CHECK (is_day(published_on) AND is_day(retrieved_on));
ALTER TABLE evidence
  ADD CONSTRAINT evidence_removed_with_reason CHECK ((removed_at IS NULL) = (removed_reason IS NULL)),
  ADD CONSTRAINT evidence_found_range_ordered CHECK (found_low <= found_high),
  ADD CONSTRAINT evidence_found_as_of_day CHECK (is_day(found_as_of_on));

-- verdicts: no one publishes alone, and what was published stays as it was.
ALTER TABLE verdict
  ADD CONSTRAINT verdict_two_people CHECK (approver_id <> author_id OR solo_setting_id IS NOT NULL),
  ADD CONSTRAINT verdict_approver_not_submitter CHECK (approver_id <> submitted_by_id OR solo_setting_id IS NOT NULL),
  ADD CONSTRAINT verdict_summary_length CHECK (length(summary) <= 280),
  ADD CONSTRAINT verdict_days CHECK (is_day(as_of_on) AND is_day(recheck_on) AND is_day(comment_asked_on)),
  ADD CONSTRAINT verdict_submitted_whole CHECK (state = 'draft' OR num_nulls(rating, submitted_by_id, submitted_at, submitted_revision, as_of_on, was_comment_asked) = 0),
  ADD CONSTRAINT verdict_published_whole CHECK ((state = 'published') = (num_nulls(approver_id, published_at, frozen) = 0)),
  ADD CONSTRAINT verdict_approved_exact_revision CHECK (state = 'draft' OR submitted_revision = revision);
CREATE UNIQUE INDEX verdict_one_unpublished_per_claim ON verdict (claim_id) WHERE state <> 'published';

CREATE FUNCTION check_verdict_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.state = 'published' THEN
    RAISE EXCEPTION 'verdict % is published: it is immutable', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF NEW.state = 'published' AND NEW.solo_setting_id IS NULL
     AND EXISTS (SELECT 1 FROM verdict_save WHERE verdict_id = NEW.id AND saved_by_id = NEW.approver_id) THEN
    RAISE EXCEPTION 'the approver of verdict % saved it too', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER verdict_published_immutable BEFORE INSERT OR UPDATE OR DELETE ON verdict FOR EACH ROW EXECUTE FUNCTION check_verdict_change();

ALTER TABLE correction
  ADD CONSTRAINT correction_two_people CHECK (approver_id <> author_id OR solo_setting_id IS NOT NULL),
  ADD CONSTRAINT correction_note_given CHECK (btrim(note) <> ''),
  ADD CONSTRAINT correction_withdrawal_has_no_version CHECK (level <> 'withdrawal' OR verdict_id IS NULL),
  ADD CONSTRAINT correction_published_whole CHECK ((state = 'published') = (num_nulls(approver_id, published_at) = 0)),
  ADD CONSTRAINT correction_published_version CHECK (state <> 'published' OR level = 'withdrawal' OR verdict_id IS NOT NULL);
CREATE FUNCTION check_correction_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'published' THEN
    RAISE EXCEPTION 'correction % is published: it is immutable', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER correction_published_immutable BEFORE UPDATE OR DELETE ON correction FOR EACH ROW EXECUTE FUNCTION check_correction_change();

-- predictions: frozen once two people opened them (or marked them too vague); only the pointer to the resolution moves.
ALTER TABLE prediction
  ADD CONSTRAINT prediction_two_people CHECK (approver_id <> author_id OR solo_setting_id IS NOT NULL),
  ADD CONSTRAINT prediction_approver_not_proposer CHECK (approver_id <> proposed_by_id OR solo_setting_id IS NOT NULL),
  ADD CONSTRAINT prediction_due_days CHECK (is_day(due_from) AND is_day(due_to) AND is_day(said_on)),
  ADD CONSTRAINT prediction_due_ordered CHECK (num_nonnulls(due_from, due_to) <> 1 AND due_from <= due_to),
  ADD CONSTRAINT prediction_due_not_before_said CHECK (due_from >= said_on),
  ADD CONSTRAINT prediction_grace CHECK (grace_days BETWEEN 0 AND 366),
  ADD CONSTRAINT prediction_certainty CHECK (certainty BETWEEN 0 AND 1),
  ADD CONSTRAINT prediction_frozen_whole CHECK ((state IN ('opened', 'too_vague')) = (num_nulls(frozen_at, approver_id) = 0)),
  ADD CONSTRAINT prediction_opened_whole CHECK (state <> 'opened' OR (num_nulls(due_from, due_to, due_words, window_basis, said_on) = 0 AND btrim(criteria) <> '')),
  ADD CONSTRAINT prediction_vague_with_reason CHECK (state <> 'too_vague' OR btrim(vague_reason) <> ''),
  ADD CONSTRAINT prediction_numeric_whole CHECK (num_nonnulls(comparator, target_value) <> 1);

CREATE FUNCTION check_prediction_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before prediction := OLD;
BEGIN
  IF OLD.frozen_at IS NOT NULL THEN
    before.current_resolution_id := NEW.current_resolution_id;
    -- a confirmed speaker may be merged into another; what was said stays
    before.speaker_id := NEW.speaker_id;
    IF before IS DISTINCT FROM NEW THEN
      RAISE EXCEPTION 'prediction % is opened: it is frozen', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
  ELSIF NEW.frozen_at IS NOT NULL AND NEW.solo_setting_id IS NULL
     AND EXISTS (SELECT 1 FROM prediction_save WHERE prediction_id = NEW.id AND saved_by_id = NEW.approver_id) THEN
    RAISE EXCEPTION 'the approver of prediction % saved it too', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER prediction_frozen BEFORE UPDATE ON prediction FOR EACH ROW EXECUTE FUNCTION check_prediction_change();

ALTER TABLE resolution
  ADD CONSTRAINT resolution_two_people CHECK (approver_id <> author_id OR solo_setting_id IS NOT NULL),
  ADD CONSTRAINT resolution_approved CHECK (kind = 'open' OR approver_id IS NOT NULL),
  ADD CONSTRAINT resolution_reason_given CHECK (btrim(reason) <> '');
CREATE FUNCTION check_resolution() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM prediction WHERE id = NEW.prediction_id AND frozen_at IS NOT NULL) THEN
    RAISE EXCEPTION 'prediction % is not opened: it cannot be resolved', NEW.prediction_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER resolution_of_opened BEFORE INSERT ON resolution FOR EACH ROW EXECUTE FUNCTION check_resolution();

ALTER TABLE outcome
  ADD CONSTRAINT outcome_two_people CHECK (approver_id <> author_id OR solo_setting_id IS NOT NULL),
  ADD CONSTRAINT outcome_approver_not_submitter CHECK (approver_id <> submitted_by_id OR solo_setting_id IS NOT NULL),
  ADD CONSTRAINT outcome_statement_given CHECK (btrim(statement) <> ''),
  ADD CONSTRAINT outcome_days CHECK (is_day(first_on) AND is_day(last_on)),
  ADD CONSTRAINT outcome_days_ordered CHECK (num_nonnulls(first_on, last_on) <> 1 AND first_on <= last_on),
  ADD CONSTRAINT outcome_happened_has_day CHECK (has_happened = (first_on IS NOT NULL)),
  ADD CONSTRAINT outcome_approved_whole CHECK ((state IN ('approved', 'undone')) = (num_nulls(approver_id, approved_at) = 0)),
  ADD CONSTRAINT outcome_undone_whole CHECK ((state = 'undone') = (num_nulls(undone_at, undone_by_id, undone_reason) = 0));
CREATE FUNCTION check_outcome_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before outcome := OLD;
BEGIN
  IF OLD.state = 'undone' THEN
    RAISE EXCEPTION 'outcome % is undone: it is immutable', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state = 'approved' THEN
    before.state := 'undone';
    before.undone_at := NEW.undone_at;
    before.undone_by_id := NEW.undone_by_id;
    before.undone_reason := NEW.undone_reason;
    before.revision := NEW.revision;
    IF before IS DISTINCT FROM NEW THEN
      RAISE EXCEPTION 'outcome % is approved: it can only be undone, with a reason', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
  ELSIF NEW.state = 'approved' AND NEW.solo_setting_id IS NULL
     AND EXISTS (SELECT 1 FROM outcome_save WHERE outcome_id = NEW.id AND saved_by_id = NEW.approver_id) THEN
    RAISE EXCEPTION 'the approver of outcome % saved it too', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outcome_approved_immutable BEFORE UPDATE ON outcome FOR EACH ROW EXECUTE FUNCTION check_outcome_change();

-- What an approved outcome rests on and resolves is part of what was approved.
CREATE FUNCTION check_outcome_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE parent uuid := CASE WHEN TG_OP = 'INSERT' THEN NEW.outcome_id ELSE OLD.outcome_id END;
BEGIN
  IF EXISTS (SELECT 1 FROM outcome WHERE id = parent AND state IN ('approved', 'undone')) THEN
    RAISE EXCEPTION 'outcome % is approved: % is part of it', parent, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER outcome_link_immutable BEFORE INSERT OR UPDATE OR DELETE ON outcome_link FOR EACH ROW EXECUTE FUNCTION check_outcome_part();
CREATE TRIGGER outcome_source_immutable BEFORE INSERT OR UPDATE OR DELETE ON outcome_source FOR EACH ROW EXECUTE FUNCTION check_outcome_part();
