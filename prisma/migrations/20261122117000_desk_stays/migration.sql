-- What people chose and saved as a view is not emptied by a slip of the hand.
CREATE TRIGGER preference_no_truncate BEFORE TRUNCATE ON preference FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER saved_view_no_truncate BEFORE TRUNCATE ON saved_view FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
