-- Articles are found by their whole and by their opening, which copies keep when their tail is cut: 20 values of each.
ALTER TABLE article_signature
  DROP CONSTRAINT article_signature_bands,
  ADD CONSTRAINT article_signature_bands CHECK (cardinality(bands) IN (0, 40));
