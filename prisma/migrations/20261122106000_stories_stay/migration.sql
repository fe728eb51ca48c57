-- Where claims stand in a changed text, and which articles are one story, is not emptied by a slip of the hand.
CREATE TRIGGER carried_place_no_truncate BEFORE TRUNCATE ON carried_place FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER story_no_truncate BEFORE TRUNCATE ON story FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER story_article_no_truncate BEFORE TRUNCATE ON story_article FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER story_apart_no_truncate BEFORE TRUNCATE ON story_apart FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
