-- A language model may propose candidates where one is configured: they are labelled as such, and people decide.
ALTER TYPE "candidate_origin" ADD VALUE 'model';
