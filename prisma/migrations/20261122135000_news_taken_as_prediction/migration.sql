-- A later statement with another window becomes a prediction of its own, linked to the one that it is news of.
ALTER TYPE "news_state" ADD VALUE 'taken_as_prediction' BEFORE 'dismissed';
