-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('reviewer', 'editor', 'admin');

-- CreateEnum
CREATE TYPE "access_token_kind" AS ENUM ('invite', 'reset');

-- CreateEnum
CREATE TYPE "claim_kind" AS ENUM ('statistic', 'prediction', 'event', 'statement');

-- CreateEnum
CREATE TYPE "speaker_kind" AS ENUM ('person', 'organisation', 'unnamed');

-- CreateEnum
CREATE TYPE "candidate_state" AS ENUM ('new', 'accepted', 'merged', 'rejected');

-- CreateEnum
CREATE TYPE "candidate_origin" AS ENUM ('extractor', 'person');

-- CreateEnum
CREATE TYPE "claim_state" AS ENUM ('accepted', 'in_review', 'submitted', 'published', 'withdrawn', 'merged', 'hidden');

-- CreateEnum
CREATE TYPE "claim_link_kind" AS ENUM ('narrows', 'moves', 'contradicts', 'repeats', 'updates');

-- CreateEnum
CREATE TYPE "quantity_modifier" AS ENUM ('exact', 'about', 'at_least', 'at_most', 'more_than', 'less_than', 'up_to');

-- CreateEnum
CREATE TYPE "quantity_change" AS ENUM ('up', 'down');

-- CreateEnum
CREATE TYPE "stance" AS ENUM ('supports', 'refutes', 'context');

-- CreateEnum
CREATE TYPE "source_kind" AS ENUM ('primary', 'secondary');

-- CreateEnum
CREATE TYPE "prediction_state" AS ENUM ('draft', 'proposed', 'opened', 'too_vague');

-- CreateEnum
CREATE TYPE "window_basis" AS ENUM ('stated', 'event_anchored', 'given');

-- CreateEnum
CREATE TYPE "comparator" AS ENUM ('equal', 'at_least', 'at_most', 'more_than', 'less_than');

-- CreateEnum
CREATE TYPE "outcome_state" AS ENUM ('draft', 'submitted', 'approved', 'undone');

-- CreateEnum
CREATE TYPE "day_precision" AS ENUM ('day', 'week', 'month', 'year');

-- CreateEnum
CREATE TYPE "resolution_kind" AS ENUM ('open', 'came_true', 'early', 'late', 'partly', 'did_not_happen', 'too_vague', 'void');

-- CreateEnum
CREATE TYPE "verdict_state" AS ENUM ('draft', 'submitted', 'published');

-- CreateEnum
CREATE TYPE "correction_level" AS ENUM ('verdict_changing', 'factual', 'update', 'minor', 'withdrawal');

-- CreateEnum
CREATE TYPE "correction_state" AS ENUM ('proposed', 'published', 'dropped');

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "roles" "role"[],
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "address" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "app_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_token" (
    "id" UUID NOT NULL,
    "kind" "access_token_kind" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publisher" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "domain" TEXT,
    "country" CHAR(2),
    "zone" TEXT,
    "merged_into_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publisher_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article" (
    "id" UUID NOT NULL,
    "publisher_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "byline" TEXT,
    "url" TEXT,
    "fingerprint" TEXT NOT NULL,
    "published_on" TEXT,
    "published_on_basis" TEXT,
    "day_candidates" JSONB NOT NULL DEFAULT '[]',
    "current_snapshot_id" UUID,
    "imported_by_id" UUID,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,
    "hidden_at" TIMESTAMPTZ(3),
    "hidden_reason" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "snapshot" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "raw" TEXT NOT NULL,
    "raw_hash" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "is_bmp" BOOLEAN NOT NULL,
    "body_hash" TEXT NOT NULL,
    "cut" JSONB NOT NULL,
    "cleaner_version" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "entity_type" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "entity_seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "is_public" BOOLEAN NOT NULL,
    "payload_digest" TEXT NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_payload" (
    "event_id" UUID NOT NULL,
    "salt" TEXT NOT NULL,
    "payload" JSONB NOT NULL,

    CONSTRAINT "audit_payload_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "entity_type" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "entity_seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("entity_type","entity_id")
);

-- CreateTable
CREATE TABLE "edition" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "database_id" UUID NOT NULL,
    "version" BIGINT NOT NULL DEFAULT 1,
    "moved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "speaker" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "speaker_kind" NOT NULL,
    "description" TEXT,
    "same_as" TEXT[],
    "publisher_id" UUID,
    "merged_into_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "speaker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "speaker_alias" (
    "id" UUID NOT NULL,
    "speaker_id" UUID NOT NULL,
    "alias" TEXT NOT NULL,
    "alias_key" TEXT NOT NULL,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "speaker_alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "candidate" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "origin" "candidate_origin" NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "kind" "claim_kind" NOT NULL,
    "check_worthiness" DECIMAL(5,4) NOT NULL,
    "reasons" JSONB NOT NULL,
    "speaker_text" TEXT,
    "relay_text" TEXT,
    "certainty_words" TEXT,
    "is_negated" BOOLEAN NOT NULL DEFAULT false,
    "condition_words" TEXT,
    "due_from" TEXT,
    "due_to" TEXT,
    "due_words" TEXT,
    "due_alternatives" JSONB NOT NULL DEFAULT '[]',
    "flags" TEXT[],
    "rules" TEXT[],
    "extractor_version" TEXT NOT NULL,
    "signature" INTEGER[],
    "state" "candidate_state" NOT NULL DEFAULT 'new',
    "decision_reason" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "candidate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "claim_kind" NOT NULL,
    "statement" TEXT NOT NULL,
    "short_form" TEXT NOT NULL,
    "state" "claim_state" NOT NULL DEFAULT 'accepted',
    "speaker_id" UUID,
    "assignee_id" UUID,
    "merged_into_id" UUID,
    "current_verdict_id" UUID,
    "first_published_at" TIMESTAMPTZ(3),
    "signature" INTEGER[],
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "hidden_reason" TEXT,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "occurrence" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "candidate_id" UUID,
    "article_id" UUID NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "speaker_id" UUID,
    "speaker_text" TEXT,
    "relay_text" TEXT,
    "is_own_voice" BOOLEAN NOT NULL,
    "certainty_words" TEXT,
    "is_negated" BOOLEAN NOT NULL DEFAULT false,
    "rules" TEXT[],
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "occurrence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quantity" (
    "id" UUID NOT NULL,
    "candidate_id" UUID,
    "claim_id" UUID,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "value" DECIMAL(38,12),
    "low" DECIMAL(38,12),
    "high" DECIMAL(38,12),
    "unit" TEXT NOT NULL,
    "modifier" "quantity_modifier" NOT NULL,
    "change" "quantity_change",
    "count_of" TEXT,
    "as_of_on" TEXT,

    CONSTRAINT "quantity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_link" (
    "id" UUID NOT NULL,
    "from_claim_id" UUID NOT NULL,
    "to_claim_id" UUID NOT NULL,
    "kind" "claim_link_kind" NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claim_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_topic" (
    "claim_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,

    CONSTRAINT "claim_topic_pkey" PRIMARY KEY ("claim_id","topic_id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "hidden_at" TIMESTAMPTZ(3),

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" UUID NOT NULL,
    "url" TEXT,
    "title" TEXT NOT NULL,
    "publisher_name" TEXT,
    "kind" "source_kind" NOT NULL DEFAULT 'secondary',
    "published_on" TEXT,
    "retrieved_on" TEXT NOT NULL,
    "archive_url" TEXT,
    "content_hash" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "excerpt" TEXT NOT NULL,
    "stance" "stance" NOT NULL,
    "note" TEXT,
    "position" INTEGER NOT NULL,
    "quantity_id" UUID,
    "found_text" TEXT,
    "found_value" DECIMAL(38,12),
    "found_low" DECIMAL(38,12),
    "found_high" DECIMAL(38,12),
    "found_unit" TEXT,
    "found_modifier" "quantity_modifier",
    "found_as_of_on" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "removed_reason" TEXT,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prediction" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "state" "prediction_state" NOT NULL DEFAULT 'draft',
    "speaker_id" UUID,
    "said_on" TEXT,
    "due_from" TEXT,
    "due_to" TEXT,
    "due_words" TEXT,
    "window_basis" "window_basis",
    "grace_days" INTEGER NOT NULL DEFAULT 0,
    "criteria" TEXT NOT NULL DEFAULT '',
    "certainty_words" TEXT,
    "certainty" DECIMAL(4,3),
    "is_negated" BOOLEAN NOT NULL DEFAULT false,
    "condition_words" TEXT,
    "comparator" "comparator",
    "target_value" DECIMAL(38,12),
    "target_unit" TEXT,
    "tolerance" DECIMAL(38,12),
    "vague_reason" TEXT,
    "setting_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "proposed_by_id" UUID,
    "proposed_at" TIMESTAMPTZ(3),
    "proposed_revision" INTEGER,
    "sent_back_by_id" UUID,
    "sent_back_reason" TEXT,
    "approver_id" UUID,
    "frozen_at" TIMESTAMPTZ(3),
    "solo_setting_id" UUID,
    "current_resolution_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "prediction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prediction_save" (
    "id" UUID NOT NULL,
    "prediction_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "saved_by_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "prediction_save_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clarification" (
    "id" UUID NOT NULL,
    "prediction_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "clarification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outcome" (
    "id" UUID NOT NULL,
    "state" "outcome_state" NOT NULL DEFAULT 'draft',
    "statement" TEXT NOT NULL,
    "has_happened" BOOLEAN NOT NULL,
    "first_on" TEXT,
    "last_on" TEXT,
    "precision" "day_precision" NOT NULL DEFAULT 'day',
    "value" DECIMAL(38,12),
    "unit" TEXT,
    "note" TEXT,
    "author_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "submitted_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "submitted_revision" INTEGER,
    "sent_back_by_id" UUID,
    "sent_back_reason" TEXT,
    "approver_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "solo_setting_id" UUID,
    "undone_by_id" UUID,
    "undone_at" TIMESTAMPTZ(3),
    "undone_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outcome_save" (
    "id" UUID NOT NULL,
    "outcome_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "saved_by_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "outcome_save_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outcome_source" (
    "id" UUID NOT NULL,
    "outcome_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "excerpt" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "outcome_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outcome_link" (
    "outcome_id" UUID NOT NULL,
    "prediction_id" UUID NOT NULL,
    "resolution" "resolution_kind" NOT NULL,
    "rule" TEXT NOT NULL,
    "override_reason" TEXT,

    CONSTRAINT "outcome_link_pkey" PRIMARY KEY ("outcome_id","prediction_id")
);

-- CreateTable
CREATE TABLE "resolution" (
    "id" UUID NOT NULL,
    "prediction_id" UUID NOT NULL,
    "outcome_id" UUID,
    "kind" "resolution_kind" NOT NULL,
    "reason" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "approver_id" UUID,
    "solo_setting_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "resolution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "newsroom_name" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "rating_scale" JSONB NOT NULL,
    "certainty_table" JSONB NOT NULL,
    "minimum_n" INTEGER NOT NULL,
    "max_unresolved" DECIMAL(4,3) NOT NULL,
    "default_grace_days" INTEGER NOT NULL,
    "is_solo" BOOLEAN NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "state" "verdict_state" NOT NULL DEFAULT 'draft',
    "rating" TEXT,
    "summary" TEXT NOT NULL DEFAULT '',
    "rationale" TEXT NOT NULL DEFAULT '',
    "search_description" TEXT,
    "was_comment_asked" BOOLEAN,
    "comment_asked_on" TEXT,
    "comment_answer" TEXT,
    "no_comment_reason" TEXT,
    "as_of_on" TEXT,
    "recheck_on" TEXT,
    "setting_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "submitted_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "submitted_revision" INTEGER,
    "sent_back_by_id" UUID,
    "sent_back_at" TIMESTAMPTZ(3),
    "sent_back_reason" TEXT,
    "approver_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "solo_setting_id" UUID,
    "frozen" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict_save" (
    "id" UUID NOT NULL,
    "verdict_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "saved_by_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "verdict_save_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correction" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "level" "correction_level" NOT NULL,
    "state" "correction_state" NOT NULL DEFAULT 'proposed',
    "note" TEXT NOT NULL,
    "previous_verdict_id" UUID NOT NULL,
    "verdict_id" UUID,
    "author_id" UUID NOT NULL,
    "approver_id" UUID,
    "solo_setting_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "app_session_user_id_idx" ON "app_session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "access_token_token_hash_key" ON "access_token"("token_hash");

-- CreateIndex
CREATE INDEX "access_token_user_id_idx" ON "access_token"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "publisher_slug_key" ON "publisher"("slug");

-- CreateIndex
CREATE INDEX "publisher_name_key_idx" ON "publisher"("name_key");

-- CreateIndex
CREATE INDEX "publisher_domain_idx" ON "publisher"("domain");

-- CreateIndex
CREATE INDEX "publisher_merged_into_id_idx" ON "publisher"("merged_into_id");

-- CreateIndex
CREATE UNIQUE INDEX "article_fingerprint_key" ON "article"("fingerprint");

-- CreateIndex
CREATE UNIQUE INDEX "article_current_snapshot_id_key" ON "article"("current_snapshot_id");

-- CreateIndex
CREATE INDEX "article_publisher_id_id_idx" ON "article"("publisher_id", "id");

-- CreateIndex
CREATE INDEX "article_imported_at_id_idx" ON "article"("imported_at", "id");

-- CreateIndex
CREATE INDEX "snapshot_body_hash_idx" ON "snapshot"("body_hash");

-- CreateIndex
CREATE INDEX "snapshot_raw_hash_idx" ON "snapshot"("raw_hash");

-- CreateIndex
CREATE UNIQUE INDEX "snapshot_article_id_ordinal_key" ON "snapshot"("article_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "audit_event_seq_key" ON "audit_event"("seq");

-- CreateIndex
CREATE INDEX "audit_event_type_seq_idx" ON "audit_event"("type", "seq");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_seq_idx" ON "audit_event"("actor_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "audit_event_entity_type_entity_id_entity_seq_key" ON "audit_event"("entity_type", "entity_id", "entity_seq");

-- CreateIndex
CREATE UNIQUE INDEX "speaker_slug_key" ON "speaker"("slug");

-- CreateIndex
CREATE INDEX "speaker_publisher_id_idx" ON "speaker"("publisher_id");

-- CreateIndex
CREATE INDEX "speaker_merged_into_id_idx" ON "speaker"("merged_into_id");

-- CreateIndex
CREATE INDEX "speaker_alias_alias_key_idx" ON "speaker_alias"("alias_key");

-- CreateIndex
CREATE UNIQUE INDEX "speaker_alias_speaker_id_alias_key_key" ON "speaker_alias"("speaker_id", "alias_key");

-- CreateIndex
CREATE INDEX "candidate_article_id_state_idx" ON "candidate"("article_id", "state");

-- CreateIndex
CREATE INDEX "candidate_state_check_worthiness_id_idx" ON "candidate"("state", "check_worthiness", "id");

-- CreateIndex
CREATE INDEX "candidate_signature_idx" ON "candidate" USING GIN ("signature");

-- CreateIndex
CREATE UNIQUE INDEX "candidate_snapshot_id_origin_start_end_key" ON "candidate"("snapshot_id", "origin", "start", "end");

-- CreateIndex
CREATE UNIQUE INDEX "claim_slug_key" ON "claim"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "claim_current_verdict_id_key" ON "claim"("current_verdict_id");

-- CreateIndex
CREATE INDEX "claim_state_id_idx" ON "claim"("state", "id");

-- CreateIndex
CREATE INDEX "claim_speaker_id_idx" ON "claim"("speaker_id");

-- CreateIndex
CREATE INDEX "claim_assignee_id_idx" ON "claim"("assignee_id");

-- CreateIndex
CREATE INDEX "claim_merged_into_id_idx" ON "claim"("merged_into_id");

-- CreateIndex
CREATE INDEX "claim_signature_idx" ON "claim" USING GIN ("signature");

-- CreateIndex
CREATE UNIQUE INDEX "occurrence_candidate_id_key" ON "occurrence"("candidate_id");

-- CreateIndex
CREATE INDEX "occurrence_claim_id_idx" ON "occurrence"("claim_id");

-- CreateIndex
CREATE INDEX "occurrence_article_id_idx" ON "occurrence"("article_id");

-- CreateIndex
CREATE INDEX "occurrence_snapshot_id_idx" ON "occurrence"("snapshot_id");

-- CreateIndex
CREATE INDEX "occurrence_speaker_id_idx" ON "occurrence"("speaker_id");

-- CreateIndex
CREATE INDEX "quantity_candidate_id_idx" ON "quantity"("candidate_id");

-- CreateIndex
CREATE INDEX "quantity_claim_id_idx" ON "quantity"("claim_id");

-- CreateIndex
CREATE INDEX "claim_link_to_claim_id_idx" ON "claim_link"("to_claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_link_from_claim_id_to_claim_id_kind_key" ON "claim_link"("from_claim_id", "to_claim_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "topic_slug_key" ON "topic"("slug");

-- CreateIndex
CREATE INDEX "claim_topic_topic_id_idx" ON "claim_topic"("topic_id");

-- CreateIndex
CREATE INDEX "comment_subject_type_subject_id_id_idx" ON "comment"("subject_type", "subject_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "source_url_key" ON "source"("url");

-- CreateIndex
CREATE INDEX "evidence_claim_id_position_idx" ON "evidence"("claim_id", "position");

-- CreateIndex
CREATE INDEX "evidence_source_id_idx" ON "evidence"("source_id");

-- CreateIndex
CREATE INDEX "evidence_quantity_id_idx" ON "evidence"("quantity_id");

-- CreateIndex
CREATE UNIQUE INDEX "prediction_claim_id_key" ON "prediction"("claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "prediction_current_resolution_id_key" ON "prediction"("current_resolution_id");

-- CreateIndex
CREATE INDEX "prediction_state_due_to_id_idx" ON "prediction"("state", "due_to", "id");

-- CreateIndex
CREATE INDEX "prediction_speaker_id_idx" ON "prediction"("speaker_id");

-- CreateIndex
CREATE INDEX "prediction_setting_id_idx" ON "prediction"("setting_id");

-- CreateIndex
CREATE INDEX "prediction_solo_setting_id_idx" ON "prediction"("solo_setting_id");

-- CreateIndex
CREATE INDEX "prediction_save_saved_by_id_idx" ON "prediction_save"("saved_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "prediction_save_prediction_id_revision_key" ON "prediction_save"("prediction_id", "revision");

-- CreateIndex
CREATE INDEX "clarification_prediction_id_idx" ON "clarification"("prediction_id");

-- CreateIndex
CREATE INDEX "outcome_state_id_idx" ON "outcome"("state", "id");

-- CreateIndex
CREATE INDEX "outcome_solo_setting_id_idx" ON "outcome"("solo_setting_id");

-- CreateIndex
CREATE INDEX "outcome_save_saved_by_id_idx" ON "outcome_save"("saved_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "outcome_save_outcome_id_revision_key" ON "outcome_save"("outcome_id", "revision");

-- CreateIndex
CREATE INDEX "outcome_source_outcome_id_idx" ON "outcome_source"("outcome_id");

-- CreateIndex
CREATE INDEX "outcome_source_source_id_idx" ON "outcome_source"("source_id");

-- CreateIndex
CREATE INDEX "outcome_link_prediction_id_idx" ON "outcome_link"("prediction_id");

-- CreateIndex
CREATE INDEX "resolution_prediction_id_id_idx" ON "resolution"("prediction_id", "id");

-- CreateIndex
CREATE INDEX "resolution_outcome_id_idx" ON "resolution"("outcome_id");

-- CreateIndex
CREATE INDEX "resolution_solo_setting_id_idx" ON "resolution"("solo_setting_id");

-- CreateIndex
CREATE UNIQUE INDEX "setting_version_key" ON "setting"("version");

-- CreateIndex
CREATE INDEX "verdict_state_id_idx" ON "verdict"("state", "id");

-- CreateIndex
CREATE INDEX "verdict_setting_id_idx" ON "verdict"("setting_id");

-- CreateIndex
CREATE INDEX "verdict_solo_setting_id_idx" ON "verdict"("solo_setting_id");

-- CreateIndex
CREATE UNIQUE INDEX "verdict_claim_id_ordinal_key" ON "verdict"("claim_id", "ordinal");

-- CreateIndex
CREATE INDEX "verdict_save_saved_by_id_idx" ON "verdict_save"("saved_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "verdict_save_verdict_id_revision_key" ON "verdict_save"("verdict_id", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "correction_verdict_id_key" ON "correction"("verdict_id");

-- CreateIndex
CREATE INDEX "correction_claim_id_published_at_idx" ON "correction"("claim_id", "published_at");

-- CreateIndex
CREATE INDEX "correction_previous_verdict_id_idx" ON "correction"("previous_verdict_id");

-- CreateIndex
CREATE INDEX "correction_state_id_idx" ON "correction"("state", "id");

-- CreateIndex
CREATE INDEX "correction_solo_setting_id_idx" ON "correction"("solo_setting_id");

-- AddForeignKey
ALTER TABLE "app_session" ADD CONSTRAINT "app_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publisher" ADD CONSTRAINT "publisher_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "publisher"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "publisher"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_current_snapshot_id_fkey" FOREIGN KEY ("current_snapshot_id") REFERENCES "snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_imported_by_id_fkey" FOREIGN KEY ("imported_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_payload" ADD CONSTRAINT "audit_payload_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "audit_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker" ADD CONSTRAINT "speaker_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "publisher"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker" ADD CONSTRAINT "speaker_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker_alias" ADD CONSTRAINT "speaker_alias_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker_alias" ADD CONSTRAINT "speaker_alias_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_current_verdict_id_fkey" FOREIGN KEY ("current_verdict_id") REFERENCES "verdict"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occurrence" ADD CONSTRAINT "occurrence_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occurrence" ADD CONSTRAINT "occurrence_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occurrence" ADD CONSTRAINT "occurrence_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occurrence" ADD CONSTRAINT "occurrence_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occurrence" ADD CONSTRAINT "occurrence_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occurrence" ADD CONSTRAINT "occurrence_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quantity" ADD CONSTRAINT "quantity_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quantity" ADD CONSTRAINT "quantity_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_link" ADD CONSTRAINT "claim_link_from_claim_id_fkey" FOREIGN KEY ("from_claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_link" ADD CONSTRAINT "claim_link_to_claim_id_fkey" FOREIGN KEY ("to_claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_link" ADD CONSTRAINT "claim_link_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_topic" ADD CONSTRAINT "claim_topic_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_topic" ADD CONSTRAINT "claim_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_quantity_id_fkey" FOREIGN KEY ("quantity_id") REFERENCES "quantity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prediction" ADD CONSTRAINT "prediction_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prediction" ADD CONSTRAINT "prediction_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prediction" ADD CONSTRAINT "prediction_current_resolution_id_fkey" FOREIGN KEY ("current_resolution_id") REFERENCES "resolution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prediction" ADD CONSTRAINT "prediction_setting_id_fkey" FOREIGN KEY ("setting_id") REFERENCES "setting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prediction" ADD CONSTRAINT "prediction_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prediction" ADD CONSTRAINT "prediction_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prediction" ADD CONSTRAINT "prediction_sent_back_by_id_fkey" FOREIGN KEY ("sent_back_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prediction" ADD CONSTRAINT "prediction_approver_id_fkey" FOREIGN KEY ("approver_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prediction" ADD CONSTRAINT "prediction_solo_setting_id_fkey" FOREIGN KEY ("solo_setting_id") REFERENCES "setting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prediction_save" ADD CONSTRAINT "prediction_save_prediction_id_fkey" FOREIGN KEY ("prediction_id") REFERENCES "prediction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prediction_save" ADD CONSTRAINT "prediction_save_saved_by_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clarification" ADD CONSTRAINT "clarification_prediction_id_fkey" FOREIGN KEY ("prediction_id") REFERENCES "prediction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clarification" ADD CONSTRAINT "clarification_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_sent_back_by_id_fkey" FOREIGN KEY ("sent_back_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_approver_id_fkey" FOREIGN KEY ("approver_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_solo_setting_id_fkey" FOREIGN KEY ("solo_setting_id") REFERENCES "setting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_save" ADD CONSTRAINT "outcome_save_outcome_id_fkey" FOREIGN KEY ("outcome_id") REFERENCES "outcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_save" ADD CONSTRAINT "outcome_save_saved_by_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_source" ADD CONSTRAINT "outcome_source_outcome_id_fkey" FOREIGN KEY ("outcome_id") REFERENCES "outcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_source" ADD CONSTRAINT "outcome_source_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_link" ADD CONSTRAINT "outcome_link_outcome_id_fkey" FOREIGN KEY ("outcome_id") REFERENCES "outcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_link" ADD CONSTRAINT "outcome_link_prediction_id_fkey" FOREIGN KEY ("prediction_id") REFERENCES "prediction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolution" ADD CONSTRAINT "resolution_prediction_id_fkey" FOREIGN KEY ("prediction_id") REFERENCES "prediction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolution" ADD CONSTRAINT "resolution_outcome_id_fkey" FOREIGN KEY ("outcome_id") REFERENCES "outcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolution" ADD CONSTRAINT "resolution_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolution" ADD CONSTRAINT "resolution_approver_id_fkey" FOREIGN KEY ("approver_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolution" ADD CONSTRAINT "resolution_solo_setting_id_fkey" FOREIGN KEY ("solo_setting_id") REFERENCES "setting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "setting" ADD CONSTRAINT "setting_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_setting_id_fkey" FOREIGN KEY ("setting_id") REFERENCES "setting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_sent_back_by_id_fkey" FOREIGN KEY ("sent_back_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_approver_id_fkey" FOREIGN KEY ("approver_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_solo_setting_id_fkey" FOREIGN KEY ("solo_setting_id") REFERENCES "setting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_save" ADD CONSTRAINT "verdict_save_verdict_id_fkey" FOREIGN KEY ("verdict_id") REFERENCES "verdict"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_save" ADD CONSTRAINT "verdict_save_saved_by_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_verdict_id_fkey" FOREIGN KEY ("verdict_id") REFERENCES "verdict"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_previous_verdict_id_fkey" FOREIGN KEY ("previous_verdict_id") REFERENCES "verdict"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_approver_id_fkey" FOREIGN KEY ("approver_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_solo_setting_id_fkey" FOREIGN KEY ("solo_setting_id") REFERENCES "setting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


