-- What was found to be too vague after it was opened stands in the list of the vague ones too.
CREATE INDEX resolution_too_vague ON resolution (prediction_id) WHERE kind = 'too_vague';
