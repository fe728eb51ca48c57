-- Which resolutions count as held up in track records. What came true always does; what was open, void or too vague never.
ALTER TABLE "setting" ADD COLUMN "held_up" "resolution_kind"[] NOT NULL DEFAULT ARRAY['came_true']::"resolution_kind"[];
ALTER TABLE "setting" ADD CONSTRAINT "setting_held_up_listed" CHECK (
  "held_up" @> ARRAY['came_true']::"resolution_kind"[]
  AND "held_up" <@ ARRAY['came_true', 'early', 'late', 'partly']::"resolution_kind"[]
);
