-- Opening freezes and publishes the claim's statement too, which lies in a row of its own: the second person decides on it as
-- it was proposed. A proposal from before has no digest and is proposed again.
ALTER TABLE "prediction" ADD COLUMN "proposed_digest" TEXT;
