-- Which blocks of a text were headings, items of lists and quotations on its page: shown so, never read by the extractor.
-- Texts that were imported before have none.
ALTER TABLE "snapshot" ADD COLUMN "shapes" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE snapshot ADD CONSTRAINT snapshot_shapes CHECK (jsonb_typeof(shapes) = 'array');
