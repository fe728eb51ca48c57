-- What people brought in and what came of it is not emptied by a slip of the hand.
CREATE TRIGGER import_batch_no_truncate BEFORE TRUNCATE ON import_batch FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER import_part_no_truncate BEFORE TRUNCATE ON import_part FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER import_problem_no_truncate BEFORE TRUNCATE ON import_problem FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER run_no_truncate BEFORE TRUNCATE ON run FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
