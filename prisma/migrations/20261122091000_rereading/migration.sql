-- Which words made each rule fire: shown at the desk on demand. Candidates stored before name their rules only.
ALTER TABLE "candidate" ADD COLUMN "signs" JSONB NOT NULL DEFAULT '[]';

-- By which rules, day and country a text was last read: so that what older rules read is found without walking events.
CREATE TABLE "snapshot_reading" (
    "snapshot_id" UUID NOT NULL,
    "extractor_version" TEXT NOT NULL,
    "published_on" TEXT,
    "country" TEXT,
    "left_out" INTEGER NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "snapshot_reading_pkey" PRIMARY KEY ("snapshot_id"),
    CONSTRAINT snapshot_reading_day CHECK (is_day(published_on)),
    CONSTRAINT snapshot_reading_left_out CHECK (left_out >= 0)
);
CREATE INDEX "snapshot_reading_extractor_version_idx" ON "snapshot_reading"("extractor_version");
ALTER TABLE "snapshot_reading" ADD CONSTRAINT "snapshot_reading_snapshot_id_fkey"
  FOREIGN KEY ("snapshot_id") REFERENCES "snapshot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was read so far is known from the last event of each text.
INSERT INTO snapshot_reading (snapshot_id, extractor_version, published_on, country, left_out, read_at)
SELECT DISTINCT ON (e.entity_id) e.entity_id, p.payload ->> 'extractorVersion', p.payload ->> 'publishedOn',
       p.payload ->> 'country', coalesce((p.payload ->> 'leftOut')::int, 0), e.occurred_at
FROM audit_event e JOIN audit_payload p ON p.event_id = e.id JOIN snapshot s ON s.id = e.entity_id
WHERE e.type = 'candidates.extracted' AND p.payload ? 'extractorVersion'
ORDER BY e.entity_id, e.entity_seq DESC;

-- What newer rules read otherwise in a place that people have decided on: a proposal, never a change.
CREATE TYPE "difference_state" AS ENUM ('open', 'taken', 'kept');
CREATE TABLE "candidate_difference" (
    "id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "extractor_version" TEXT NOT NULL,
    "fields" TEXT[],
    "reading" JSONB NOT NULL,
    "reading_key" TEXT NOT NULL,
    "state" "difference_state" NOT NULL DEFAULT 'open',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "candidate_difference_pkey" PRIMARY KEY ("id"),
    CONSTRAINT candidate_difference_decided
      CHECK ((state = 'open') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by_id IS NULL)),
    CONSTRAINT candidate_difference_says_what CHECK (cardinality(fields) > 0)
);
-- The very same reading is proposed once: taken or kept, it does not come back.
CREATE UNIQUE INDEX "candidate_difference_candidate_id_reading_key_key" ON "candidate_difference"("candidate_id", "reading_key");
CREATE INDEX "candidate_difference_state_id_idx" ON "candidate_difference"("state", "id");
-- One open difference a candidate: the newest rules'.
CREATE UNIQUE INDEX candidate_difference_one_open ON candidate_difference (candidate_id) WHERE state = 'open';
ALTER TABLE "candidate_difference" ADD CONSTRAINT "candidate_difference_candidate_id_fkey"
  FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "candidate_difference" ADD CONSTRAINT "candidate_difference_decided_by_id_fkey"
  FOREIGN KEY ("decided_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a person decided about a difference stays.
CREATE TRIGGER candidate_difference_decided_stays BEFORE UPDATE ON candidate_difference
  FOR EACH ROW WHEN (OLD.state <> 'open') EXECUTE FUNCTION refuse_change();
