-- Which pages texts were read from, and what was decided about a feed's items, is not emptied by a slip of the hand.
CREATE TRIGGER raw_page_no_truncate BEFORE TRUNCATE ON raw_page FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER feed_no_truncate BEFORE TRUNCATE ON feed FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER feed_item_no_truncate BEFORE TRUNCATE ON feed_item FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
