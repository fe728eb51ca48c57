-- The palette finds things of the desk by the beginnings of their words, whatever their number (desk/queries/finding).
CREATE INDEX claim_found_words ON claim USING gin (to_tsvector('simple'::regconfig, statement || ' ' || short_form));
CREATE INDEX article_words ON article USING gin (to_tsvector('simple'::regconfig, title));
CREATE INDEX speaker_alias_words ON speaker_alias USING gin (to_tsvector('simple'::regconfig, alias_key));
