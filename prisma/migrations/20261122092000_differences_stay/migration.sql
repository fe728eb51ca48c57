-- What people decided about a newer reading is not emptied away.
CREATE TRIGGER candidate_difference_no_truncate BEFORE TRUNCATE ON candidate_difference
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
