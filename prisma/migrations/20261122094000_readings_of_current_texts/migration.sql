-- Only an article's current text is read again, so only its reading is kept: those of earlier texts keep their old version,
-- and asking what older rules read would walk over all of them each time.
DELETE FROM snapshot_reading r
  USING snapshot s JOIN article a ON a.id = s.article_id
  WHERE s.id = r.snapshot_id AND a.current_snapshot_id IS NOT NULL AND a.current_snapshot_id <> s.id;
