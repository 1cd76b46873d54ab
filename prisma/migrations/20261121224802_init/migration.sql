-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "coverage_axis" AS ENUM ('AREA', 'TOPIC');

-- CreateEnum
CREATE TYPE "coverage_shape" AS ENUM ('AREA_AND_TOPIC', 'AREA', 'TOPIC', 'EVERYTHING');

-- CreateEnum
CREATE TYPE "coverage_level" AS ENUM ('PRIMARY', 'SECONDARY');

-- CreateEnum
CREATE TYPE "concern_kind" AS ENUM ('NEED', 'WISH', 'HINT', 'QUESTION', 'IDEA');

-- CreateEnum
CREATE TYPE "concern_origin" AS ENUM ('FORM', 'OFFICE_DAY', 'PHONE', 'MAIL', 'EVENT');

-- CreateEnum
CREATE TYPE "concern_state" AS ENUM ('CAPTURED', 'CLARIFIED', 'ASSIGNED', 'FORWARDED', 'EXAMINED', 'ANSWERED', 'CLOSED');

-- CreateEnum
CREATE TYPE "concern_step" AS ENUM ('CLARIFY', 'REPLY', 'ASK_BACK', 'VISIT', 'EXAMINE', 'COUNTY', 'WAIT_FOR_ASKER');

-- CreateEnum
CREATE TYPE "concern_visibility" AS ENUM ('INSIDE', 'PUBLIC');

-- CreateEnum
CREATE TYPE "concern_closing" AS ENUM ('ANSWERED', 'UNREACHABLE', 'ANONYMOUS');

-- CreateEnum
CREATE TYPE "assignment_cause" AS ENUM ('RULE', 'FALLBACK', 'MANUAL', 'HANDOVER', 'DEPUTY');

-- CreateEnum
CREATE TYPE "report_back_channel" AS ENUM ('MAIL', 'STATUS_PAGE', 'PHONE', 'LETTER', 'IN_PERSON');

-- CreateEnum
CREATE TYPE "measure_stage" AS ENUM ('IDEA', 'PREPARATION', 'PILOT', 'REGULAR', 'ENDED');

-- CreateEnum
CREATE TYPE "measure_kind" AS ENUM ('TECHNICAL', 'NETWORK');

-- CreateEnum
CREATE TYPE "organisation_kind" AS ENUM ('STATE', 'DISTRICT', 'COUNTY', 'INDEPENDENT_CITY', 'MUNICIPAL_ASSOCIATION', 'MUNICIPALITY', 'UNINCORPORATED_AREA', 'REGISTERED_ASSOCIATION', 'MUNICIPAL_COMPANY', 'AGENCY', 'OFFICE');

-- CreateEnum
CREATE TYPE "figure_kind" AS ENUM ('INHABITANTS');

-- CreateEnum
CREATE TYPE "register_level" AS ENUM ('STATE', 'DISTRICT', 'REGION', 'COUNTY', 'ASSOCIATION', 'MUNICIPALITY');

-- CreateEnum
CREATE TYPE "area_kind" AS ENUM ('COUNTY', 'ASSOCIATION', 'MUNICIPALITY', 'SUB_REGION', 'QUARTER');

-- CreateEnum
CREATE TYPE "post_kind" AS ENUM ('HEAD', 'OFFICE_LEAD', 'OFFICER', 'GUIDE', 'HONORARY');

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_confirmed_at" TIMESTAMPTZ(3) NOT NULL,
    "password_hash" TEXT,
    "totp_secret" TEXT,
    "totp_confirmed_at" TIMESTAMPTZ(3),
    "totp_last_step" BIGINT,
    "locale" TEXT NOT NULL DEFAULT 'de',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "device" TEXT NOT NULL,
    "password_at" TIMESTAMPTZ(3),
    "second_factor_at" TIMESTAMPTZ(3),
    "stepped_up_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registration" (
    "id" UUID NOT NULL,
    "attempt_hash" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "given_name" TEXT,
    "family_name" TEXT,
    "locale" TEXT NOT NULL,
    "onward" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "email_change" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "email_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "scope_kind" TEXT NOT NULL,
    "scope_id" UUID,
    "owner_id" UUID,
    "person_id" UUID,
    "post_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_purpose_link" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "label" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "single_use" BOOLEAN NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_purpose_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "organisation_id" UUID,
    "email" TEXT NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "scope_kind" TEXT NOT NULL,
    "scope_id" UUID,
    "invited_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by_id" UUID,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_form_rule" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "state" TEXT,
    "organisation_kinds" TEXT[],
    "nature" TEXT,
    "required_form" TEXT NOT NULL,
    "official_title" BOOLEAN NOT NULL,
    "norm" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "statement_en" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "source_date" DATE NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,
    "reviewed_by" TEXT,
    "reviewed_on" DATE,

    CONSTRAINT "agreement_form_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_number" (
    "owner_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "agreement_number_pkey" PRIMARY KEY ("owner_id","year")
);

-- CreateTable
CREATE TABLE "agreement" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "purpose_kind" TEXT,
    "purpose_id" UUID,
    "nature" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "template_version" TEXT NOT NULL,
    "effective_on" DATE,
    "pilot_start" DATE,
    "pilot_end" DATE,
    "funding_end" DATE,
    "ends_on" DATE,
    "agreed_months" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "changes" INTEGER NOT NULL DEFAULT 0,
    "in_force_from" DATE,
    "concluded_at" TIMESTAMPTZ(3),
    "force_told_at" TIMESTAMPTZ(3),
    "end_told_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_party" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "legal_form" TEXT,
    "legal_title" BOOLEAN NOT NULL DEFAULT false,
    "legal_by" TEXT,
    "legal_on" DATE,
    "legal_reason" TEXT,

    CONSTRAINT "agreement_party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_signatory" (
    "party_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,

    CONSTRAINT "agreement_signatory_pkey" PRIMARY KEY ("party_id","post_id")
);

-- CreateTable
CREATE TABLE "agreement_block" (
    "agreement_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "heading" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "agreement_block_pkey" PRIMARY KEY ("agreement_id","key")
);

-- CreateTable
CREATE TABLE "agreement_duty" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "task" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "responsible_id" UUID NOT NULL,
    "helper_ids" UUID[],

    CONSTRAINT "agreement_duty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_milestone" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "phase" TEXT NOT NULL,

    CONSTRAINT "agreement_milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_cost_item" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "cost_class" TEXT NOT NULL,
    "share_key" TEXT NOT NULL,
    "rest_party_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "agreement_cost_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_cost_year" (
    "item_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "cents" BIGINT NOT NULL,

    CONSTRAINT "agreement_cost_year_pkey" PRIMARY KEY ("item_id","year")
);

-- CreateTable
CREATE TABLE "agreement_cost_basis" (
    "item_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "value" BIGINT NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "as_of" DATE,

    CONSTRAINT "agreement_cost_basis_pkey" PRIMARY KEY ("item_id","party_id")
);

-- CreateTable
CREATE TABLE "agreement_cover" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "cents" BIGINT NOT NULL,
    "standing" TEXT,
    "bearer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "agreement_cover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_commitment" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE NOT NULL,
    "basis" TEXT NOT NULL,
    "adjustment" TEXT NOT NULL,

    CONSTRAINT "agreement_commitment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_version" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "verification_code" TEXT NOT NULL,
    "pdf_file_id" UUID NOT NULL,
    "pdf_sha256" TEXT NOT NULL,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL,
    "frozen_by_id" UUID,

    CONSTRAINT "agreement_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_slot" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "required_form" TEXT NOT NULL,
    "official_title" BOOLEAN NOT NULL,

    CONSTRAINT "agreement_slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_round" (
    "version_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "refused_by" UUID,
    "reason" TEXT,

    CONSTRAINT "agreement_round_pkey" PRIMARY KEY ("version_id")
);

-- CreateTable
CREATE TABLE "agreement_confirmation" (
    "id" UUID NOT NULL,
    "slot_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "capacity" TEXT NOT NULL,
    "deputy" BOOLEAN NOT NULL,
    "sha256" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "proof_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_confirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_scan" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "signed_on" DATE NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_scan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_scan_check" (
    "scan_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "checked_by_id" UUID NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted" BOOLEAN NOT NULL,
    "original_place" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "agreement_scan_check_pkey" PRIMARY KEY ("scan_id")
);

-- CreateTable
CREATE TABLE "agreement_proof" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "step_up_at" TIMESTAMPTZ(3),

    CONSTRAINT "agreement_proof_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_publication" (
    "agreement_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_publication_pkey" PRIMARY KEY ("agreement_id","organisation_id")
);

-- CreateTable
CREATE TABLE "file" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "has_thumbnail" BOOLEAN NOT NULL DEFAULT false,
    "description" TEXT NOT NULL DEFAULT '',
    "uploaded_by_id" UUID,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "working_group" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mandate" JSONB NOT NULL,
    "mandate_text" TEXT NOT NULL,
    "rule" JSONB NOT NULL,
    "is_public" BOOLEAN NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,
    "review_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "working_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bench" (
    "group_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "min_seats" INTEGER NOT NULL,
    "max_seats" INTEGER NOT NULL,

    CONSTRAINT "bench_pkey" PRIMARY KEY ("group_id","kind")
);

-- CreateTable
CREATE TABLE "group_membership" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "bench_kind" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "function" TEXT NOT NULL,
    "substitute_for_id" UUID,
    "name_is_public" BOOLEAN NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,

    CONSTRAINT "group_membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "taken_up" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "taken_up_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_up_by_id" UUID,

    CONSTRAINT "taken_up_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "day" DATE NOT NULL,
    "place" TEXT NOT NULL,
    "is_public" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "invited_at" TIMESTAMPTZ(3),
    "held_at" TIMESTAMPTZ(3),

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agenda_item" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "is_public" BOOLEAN NOT NULL,
    "taken_up_id" UUID,

    CONSTRAINT "agenda_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "meeting_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "substitute_id" UUID,
    "arrived_at" TIMESTAMPTZ(3),
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("meeting_id","membership_id")
);

-- CreateTable
CREATE TABLE "recommendation" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "agenda_item_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "wording" JSONB NOT NULL,
    "wording_text" TEXT NOT NULL,
    "wording_hash" TEXT NOT NULL,
    "rule" JSONB NOT NULL,
    "seats" INTEGER NOT NULL,
    "responsible_post_id" UUID NOT NULL,
    "review_on" DATE NOT NULL,
    "voted_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by_id" UUID,
    "votes_recorded_at" TIMESTAMPTZ(3),
    "votes_recorded_by_id" UUID,
    "result" TEXT,
    "certified_at" TIMESTAMPTZ(3),
    "certified_by_id" UUID,
    "cancelled_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "electorate_entry" (
    "recommendation_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "bench_kind" TEXT NOT NULL,
    "biased" BOOLEAN NOT NULL,
    "present" BOOLEAN NOT NULL,
    "substitute_id" UUID,

    CONSTRAINT "electorate_entry_pkey" PRIMARY KEY ("recommendation_id","membership_id")
);

-- CreateTable
CREATE TABLE "vote_tally" (
    "recommendation_id" UUID NOT NULL,
    "bench_kind" TEXT NOT NULL,
    "electorate" INTEGER NOT NULL,
    "present" INTEGER NOT NULL,
    "yes" INTEGER,
    "no" INTEGER,
    "abstain" INTEGER,

    CONSTRAINT "vote_tally_pkey" PRIMARY KEY ("recommendation_id","bench_kind")
);

-- CreateTable
CREATE TABLE "coverage_plan" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "axis" "coverage_axis" NOT NULL,
    "precedence" "coverage_shape"[],
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,
    "reason" TEXT NOT NULL,
    "fallback_post_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_at" TIMESTAMPTZ(3),
    "approved_by_id" UUID,

    CONSTRAINT "coverage_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coverage_rule" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "area_id" UUID,
    "topic_id" UUID,
    "post_id" UUID NOT NULL,
    "level" "coverage_level" NOT NULL DEFAULT 'PRIMARY',
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,

    CONSTRAINT "coverage_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "concern" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "kind" "concern_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "municipality_id" UUID,
    "topic_id" UUID,
    "origin" "concern_origin" NOT NULL,
    "locale" TEXT NOT NULL,
    "asker_id" UUID,
    "asker_name" TEXT,
    "asker_email" TEXT,
    "asker_forgotten_at" TIMESTAMPTZ(3),
    "may_be_public" BOOLEAN NOT NULL DEFAULT false,
    "visibility" "concern_visibility" NOT NULL DEFAULT 'INSIDE',
    "state" "concern_state" NOT NULL,
    "next_step" "concern_step",
    "next_on" DATE,
    "next_note" TEXT,
    "captured_at" TIMESTAMPTZ(3) NOT NULL,
    "captured_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "closed_because" "concern_closing",

    CONSTRAINT "concern_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "concern_status_link" (
    "hash" TEXT NOT NULL,
    "concern_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "concern_status_link_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "concern_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3),
    "cause" "assignment_cause" NOT NULL,
    "plan_id" UUID,
    "explanation" JSONB NOT NULL,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_back" (
    "id" UUID NOT NULL,
    "concern_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "channel" "report_back_channel" NOT NULL,
    "post_id" UUID NOT NULL,
    "by_person_id" UUID,
    "as_deputy" BOOLEAN NOT NULL DEFAULT false,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "not_answered_at" TIMESTAMPTZ(3),
    "not_answered_text" TEXT,

    CONSTRAINT "report_back_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measure" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "description" JSONB,
    "kind" "measure_kind" NOT NULL,
    "fields" TEXT[],
    "target_groups" TEXT[],
    "responsible_post_id" UUID,
    "deputy_post_id" UUID,
    "pilot_from" DATE,
    "pilot_until" DATE,
    "funded_until" DATE,
    "running_cost_cents" BIGINT,
    "payer" TEXT,
    "stage" "measure_stage" NOT NULL DEFAULT 'IDEA',
    "moves" INTEGER NOT NULL DEFAULT 1,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "update_due_on" DATE,
    "reminded_for" DATE,

    CONSTRAINT "measure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measure_origin" (
    "measure_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "measure_origin_pkey" PRIMARY KEY ("measure_id","position")
);

-- CreateTable
CREATE TABLE "stop_criterion" (
    "measure_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "check_on" DATE NOT NULL,

    CONSTRAINT "stop_criterion_pkey" PRIMARY KEY ("measure_id","position")
);

-- CreateTable
CREATE TABLE "measure_transition" (
    "measure_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "from_stage" "measure_stage",
    "to_stage" "measure_stage" NOT NULL,
    "on_day" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "post_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "measure_transition_pkey" PRIMARY KEY ("measure_id","position")
);

-- CreateTable
CREATE TABLE "measure_update" (
    "id" UUID NOT NULL,
    "measure_id" UUID NOT NULL,
    "progress" TEXT NOT NULL,
    "open_problems" TEXT NOT NULL,
    "next_steps" TEXT,
    "author_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "measure_update_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pilot_exception" (
    "id" UUID NOT NULL,
    "measure_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "granted_by_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pilot_exception_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measure_ending" (
    "measure_id" UUID NOT NULL,
    "reasons" TEXT[],
    "explanation" TEXT NOT NULL,

    CONSTRAINT "measure_ending_pkey" PRIMARY KEY ("measure_id")
);

-- CreateTable
CREATE TABLE "measure_remainder" (
    "measure_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "fate" TEXT NOT NULL,
    "recipient" TEXT,

    CONSTRAINT "measure_remainder_pkey" PRIMARY KEY ("measure_id","position")
);

-- CreateTable
CREATE TABLE "catalogue_entry" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "municipality" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "kind" "measure_kind" NOT NULL,
    "fields" TEXT[],
    "stage_in_source" TEXT,
    "source_title" TEXT NOT NULL,
    "source_section" TEXT NOT NULL,
    "source_page" TEXT,
    "link" TEXT,
    "contact" TEXT,
    "contact_confirmed_on" DATE,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "catalogue_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "event_type" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT[],
    "path" TEXT,
    "label" TEXT,
    "because" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_preference" (
    "person_id" UUID NOT NULL,
    "digest" TEXT NOT NULL DEFAULT 'weekly',
    "last_digest_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_preference_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "kind" "organisation_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "ars" TEXT,
    "ags" TEXT,
    "register_type" TEXT,
    "parent_id" UUID,
    "seat" TEXT,
    "postal_code" TEXT,
    "area_hectares" INTEGER,
    "valid_from" DATE,
    "valid_until" DATE,
    "source" TEXT NOT NULL,
    "source_date" DATE NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_name" (
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "valid_until" DATE NOT NULL,

    CONSTRAINT "organisation_name_pkey" PRIMARY KEY ("organisation_id","valid_until")
);

-- CreateTable
CREATE TABLE "organisation_figure" (
    "organisation_id" UUID NOT NULL,
    "figure" "figure_kind" NOT NULL,
    "as_of" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "summed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "organisation_figure_pkey" PRIMARY KEY ("organisation_id","figure","as_of","source")
);

-- CreateTable
CREATE TABLE "register_entry" (
    "level" "register_level" NOT NULL,
    "key" TEXT NOT NULL,
    "organisation_id" UUID,
    "name" TEXT NOT NULL,
    "register_type" TEXT,
    "as_of" DATE NOT NULL,
    "valid_until" DATE,

    CONSTRAINT "register_entry_pkey" PRIMARY KEY ("level","key")
);

-- CreateTable
CREATE TABLE "register_import" (
    "id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "inhabitants_as_of" DATE NOT NULL,
    "scope" TEXT NOT NULL DEFAULT '',
    "counts" JSONB NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,
    "imported_by_id" UUID,

    CONSTRAINT "register_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "space" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "accent_colour" TEXT,
    "on_accent_colour" TEXT,
    "logo_file_id" UUID,
    "phone" TEXT,
    "email" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "space_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "area" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "kind" "area_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "body_id" UUID,
    "parent_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,

    CONSTRAINT "area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "area_successor" (
    "area_id" UUID NOT NULL,
    "successor_id" UUID NOT NULL,

    CONSTRAINT "area_successor_pkey" PRIMARY KEY ("area_id","successor_id")
);

-- CreateTable
CREATE TABLE "topic" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "parent_id" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic_successor" (
    "topic_id" UUID NOT NULL,
    "successor_id" UUID NOT NULL,

    CONSTRAINT "topic_successor_pkey" PRIMARY KEY ("topic_id","successor_id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "given_name" TEXT,
    "family_name" TEXT,
    "display_name" TEXT NOT NULL,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "kind" "post_kind" NOT NULL,
    "mailbox" TEXT,
    "phone" TEXT,
    "room" TEXT,
    "single_seat" BOOLEAN NOT NULL DEFAULT true,
    "is_public" BOOLEAN NOT NULL DEFAULT true,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_holding" (
    "id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "single_seat" BOOLEAN NOT NULL,
    "person_id" UUID NOT NULL,
    "acting" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,

    CONSTRAINT "post_holding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deputy_arrangement" (
    "id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "deputy_post_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL DEFAULT 1,
    "standing" BOOLEAN NOT NULL DEFAULT true,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,
    "accepted_at" TIMESTAMPTZ(3),

    CONSTRAINT "deputy_arrangement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acting_for" (
    "id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "principal_id" UUID NOT NULL,
    "legal_basis" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,

    CONSTRAINT "acting_for_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "process" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "recipe" TEXT NOT NULL,
    "purpose" JSONB,
    "open_questions" JSONB,
    "fixed_points" JSONB,
    "level" TEXT,
    "decided_by" TEXT,
    "answered_until" DATE,
    "responsible_post_id" UUID,
    "deputy_post_id" UUID,
    "cost_cents" BIGINT,
    "easy_language" TEXT,
    "moderation" TEXT NOT NULL DEFAULT 'before',
    "guests_welcome" BOOLEAN NOT NULL DEFAULT true,
    "categories" TEXT[],
    "preview_token_hash" TEXT,
    "next_number" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "process_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "process_organisation" (
    "process_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,

    CONSTRAINT "process_organisation_pkey" PRIMARY KEY ("process_id","organisation_id")
);

-- CreateTable
CREATE TABLE "phase" (
    "id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "switches" TEXT[],
    "opening_recorded_at" TIMESTAMPTZ(3),
    "closing_recorded_at" TIMESTAMPTZ(3),

    CONSTRAINT "phase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contribution" (
    "id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "number" INTEGER,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "excerpt" TEXT NOT NULL,
    "category" TEXT,
    "place" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "channel" TEXT NOT NULL DEFAULT 'online',
    "author_id" UUID,
    "author_name" TEXT,
    "author_erased_at" TIMESTAMPTZ(3),
    "guest_email" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'de',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "hidden_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "draft_hash" TEXT,
    "status_hash" TEXT,

    CONSTRAINT "contribution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guest_confirmation" (
    "id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "guest_confirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "moderation" (
    "id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "rule" TEXT,
    "reason" TEXT,
    "moderator_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "review_asked_at" TIMESTAMPTZ(3),
    "review_text" TEXT,
    "reviewed_at" TIMESTAMPTZ(3),
    "reviewed_by_id" UUID,
    "review_outcome" TEXT,
    "review_reason" TEXT,

    CONSTRAINT "moderation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support" (
    "contribution_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "support_pkey" PRIMARY KEY ("contribution_id","person_id")
);

-- CreateTable
CREATE TABLE "inquiry" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "office" TEXT NOT NULL,
    "email" TEXT,
    "question" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE NOT NULL,
    "answer_revision" INTEGER NOT NULL DEFAULT 0,
    "answer" TEXT,
    "answered_by" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),
    "due_reminded_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "inquiry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inquiry_contribution" (
    "inquiry_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,

    CONSTRAINT "inquiry_contribution_pkey" PRIMARY KEY ("inquiry_id","contribution_id")
);

-- CreateTable
CREATE TABLE "inquiry_reply" (
    "id" UUID NOT NULL,
    "inquiry_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "answered_by" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "became" INTEGER,

    CONSTRAINT "inquiry_reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "official_answer" (
    "id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "disposition" TEXT NOT NULL,
    "duplicate_of_id" UUID,
    "reason" JSONB NOT NULL,
    "reason_text" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "prepared_by_id" UUID NOT NULL,
    "prepared_at" TIMESTAMPTZ(3) NOT NULL,
    "release_asked_at" TIMESTAMPTZ(3),
    "sent_back_at" TIMESTAMPTZ(3),
    "sent_back_by_id" UUID,
    "sent_back_remark" TEXT,
    "released_revision" INTEGER,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "official_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer_revision" (
    "answer_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "disposition" TEXT NOT NULL,
    "duplicate_of_id" UUID,
    "reason" JSONB NOT NULL,
    "reason_text" TEXT NOT NULL,
    "prepared_by_id" UUID NOT NULL,
    "released_by_id" UUID,
    "released_at" TIMESTAMPTZ(3) NOT NULL,
    "released_how" TEXT NOT NULL,

    CONSTRAINT "answer_revision_pkey" PRIMARY KEY ("answer_id","revision")
);

-- CreateTable
CREATE TABLE "answered_contribution" (
    "answer_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "not_answered_at" TIMESTAMPTZ(3),
    "not_answered_text" TEXT,

    CONSTRAINT "answered_contribution_pkey" PRIMARY KEY ("answer_id","contribution_id")
);

-- CreateTable
CREATE TABLE "house_setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "house_setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_chain" (
    "owner_id" UUID NOT NULL,
    "position" BIGINT NOT NULL DEFAULT 0,
    "head" TEXT NOT NULL,

    CONSTRAINT "audit_chain_pkey" PRIMARY KEY ("owner_id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "position" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "act" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "post_id" UUID,
    "on_behalf_of_id" UUID,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "facts" JSONB NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "event_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "handled_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "headers" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "received_mail" (
    "id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "message_id" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,

    CONSTRAINT "received_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kept_form" (
    "browser_hash" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "kept_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kept_form_pkey" PRIMARY KEY ("browser_hash","path")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "search_document" (
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "is_public" BOOLEAN NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "search_document_pkey" PRIMARY KEY ("kind","subject_id")
);

-- CreateTable
CREATE TABLE "trace_link" (
    "id" UUID NOT NULL,
    "from_kind" TEXT NOT NULL,
    "from_id" UUID NOT NULL,
    "relation" TEXT NOT NULL,
    "to_kind" TEXT NOT NULL,
    "to_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "trace_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_person_id_key" ON "account"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "recovery_code_account_id_code_hash_key" ON "recovery_code"("account_id", "code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "registration_attempt_hash_key" ON "registration"("attempt_hash");

-- CreateIndex
CREATE INDEX "registration_expires_at_idx" ON "registration"("expires_at");

-- CreateIndex
CREATE INDEX "email_change_account_id_idx" ON "email_change"("account_id");

-- CreateIndex
CREATE INDEX "role_grant_person_id_idx" ON "role_grant"("person_id");

-- CreateIndex
CREATE INDEX "role_grant_post_id_idx" ON "role_grant"("post_id");

-- CreateIndex
CREATE INDEX "role_grant_owner_id_idx" ON "role_grant"("owner_id");

-- CreateIndex
CREATE INDEX "role_grant_scope_kind_scope_id_idx" ON "role_grant"("scope_kind", "scope_id");

-- CreateIndex
CREATE UNIQUE INDEX "one_purpose_link_token_hash_key" ON "one_purpose_link"("token_hash");

-- CreateIndex
CREATE INDEX "one_purpose_link_subject_kind_subject_id_idx" ON "one_purpose_link"("subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "one_purpose_link_expires_at_idx" ON "one_purpose_link"("expires_at");

-- CreateIndex
CREATE INDEX "invitation_organisation_id_idx" ON "invitation"("organisation_id");

-- CreateIndex
CREATE INDEX "invitation_accepted_by_id_idx" ON "invitation"("accepted_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_form_rule_key_key" ON "agreement_form_rule"("key");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_code_key" ON "agreement"("code");

-- CreateIndex
CREATE INDEX "agreement_purpose_kind_purpose_id_idx" ON "agreement"("purpose_kind", "purpose_id");

-- CreateIndex
CREATE INDEX "agreement_state_in_force_from_idx" ON "agreement"("state", "in_force_from");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_owner_id_number_key" ON "agreement"("owner_id", "number");

-- CreateIndex
CREATE INDEX "agreement_party_organisation_id_idx" ON "agreement_party"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_party_agreement_id_organisation_id_key" ON "agreement_party"("agreement_id", "organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_party_agreement_id_position_key" ON "agreement_party"("agreement_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_duty_agreement_id_task_phase_key" ON "agreement_duty"("agreement_id", "task", "phase");

-- CreateIndex
CREATE INDEX "agreement_milestone_agreement_id_day_idx" ON "agreement_milestone"("agreement_id", "day");

-- CreateIndex
CREATE INDEX "agreement_cost_item_agreement_id_position_idx" ON "agreement_cost_item"("agreement_id", "position");

-- CreateIndex
CREATE INDEX "agreement_cover_agreement_id_year_idx" ON "agreement_cover"("agreement_id", "year");

-- CreateIndex
CREATE INDEX "agreement_commitment_agreement_id_idx" ON "agreement_commitment"("agreement_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_version_verification_code_key" ON "agreement_version"("verification_code");

-- CreateIndex
CREATE INDEX "agreement_version_pdf_sha256_idx" ON "agreement_version"("pdf_sha256");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_version_agreement_id_number_key" ON "agreement_version"("agreement_id", "number");

-- CreateIndex
CREATE INDEX "agreement_slot_post_id_idx" ON "agreement_slot"("post_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_slot_version_id_post_id_key" ON "agreement_slot"("version_id", "post_id");

-- CreateIndex
CREATE INDEX "agreement_round_state_idx" ON "agreement_round"("state");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_confirmation_slot_id_key" ON "agreement_confirmation"("slot_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_confirmation_proof_id_key" ON "agreement_confirmation"("proof_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_confirmation_version_id_person_id_key" ON "agreement_confirmation"("version_id", "person_id");

-- CreateIndex
CREATE INDEX "agreement_scan_version_id_idx" ON "agreement_scan"("version_id");

-- CreateIndex
CREATE INDEX "agreement_proof_version_id_account_id_idx" ON "agreement_proof"("version_id", "account_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_proof_account_id_step_up_at_key" ON "agreement_proof"("account_id", "step_up_at");

-- CreateIndex
CREATE INDEX "file_subject_kind_subject_id_idx" ON "file"("subject_kind", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "working_group_code_key" ON "working_group"("code");

-- CreateIndex
CREATE INDEX "working_group_is_public_name_idx" ON "working_group"("is_public", "name");

-- CreateIndex
CREATE UNIQUE INDEX "working_group_organisation_id_slug_key" ON "working_group"("organisation_id", "slug");

-- CreateIndex
CREATE INDEX "group_membership_group_id_valid_from_idx" ON "group_membership"("group_id", "valid_from");

-- CreateIndex
CREATE INDEX "group_membership_person_id_idx" ON "group_membership"("person_id");

-- CreateIndex
CREATE INDEX "group_membership_substitute_for_id_idx" ON "group_membership"("substitute_for_id");

-- CreateIndex
CREATE INDEX "taken_up_subject_kind_subject_id_idx" ON "taken_up"("subject_kind", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "taken_up_group_id_subject_kind_subject_id_key" ON "taken_up"("group_id", "subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "meeting_group_id_starts_at_idx" ON "meeting"("group_id", "starts_at");

-- CreateIndex
CREATE INDEX "agenda_item_taken_up_id_idx" ON "agenda_item"("taken_up_id");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_item_meeting_id_position_key" ON "agenda_item"("meeting_id", "position");

-- CreateIndex
CREATE INDEX "attendance_membership_id_idx" ON "attendance"("membership_id");

-- CreateIndex
CREATE INDEX "attendance_substitute_id_idx" ON "attendance"("substitute_id");

-- CreateIndex
CREATE UNIQUE INDEX "attendance_meeting_id_substitute_id_key" ON "attendance"("meeting_id", "substitute_id");

-- CreateIndex
CREATE UNIQUE INDEX "recommendation_code_key" ON "recommendation"("code");

-- CreateIndex
CREATE INDEX "recommendation_group_id_opened_at_idx" ON "recommendation"("group_id", "opened_at");

-- CreateIndex
CREATE INDEX "recommendation_meeting_id_idx" ON "recommendation"("meeting_id");

-- CreateIndex
CREATE INDEX "recommendation_organisation_id_published_at_idx" ON "recommendation"("organisation_id", "published_at");

-- CreateIndex
CREATE INDEX "recommendation_responsible_post_id_idx" ON "recommendation"("responsible_post_id");

-- CreateIndex
CREATE INDEX "electorate_entry_membership_id_idx" ON "electorate_entry"("membership_id");

-- CreateIndex
CREATE INDEX "coverage_plan_owner_id_valid_from_idx" ON "coverage_plan"("owner_id", "valid_from");

-- CreateIndex
CREATE INDEX "coverage_rule_plan_id_idx" ON "coverage_rule"("plan_id");

-- CreateIndex
CREATE UNIQUE INDEX "concern_code_key" ON "concern"("code");

-- CreateIndex
CREATE INDEX "concern_owner_id_state_next_on_idx" ON "concern"("owner_id", "state", "next_on");

-- CreateIndex
CREATE INDEX "concern_municipality_id_idx" ON "concern"("municipality_id");

-- CreateIndex
CREATE INDEX "concern_asker_id_idx" ON "concern"("asker_id");

-- CreateIndex
CREATE INDEX "concern_status_link_concern_id_idx" ON "concern_status_link"("concern_id");

-- CreateIndex
CREATE INDEX "assignment_concern_id_from_at_idx" ON "assignment"("concern_id", "from_at");

-- CreateIndex
CREATE INDEX "assignment_post_id_until_at_idx" ON "assignment"("post_id", "until_at");

-- CreateIndex
CREATE INDEX "report_back_concern_id_sent_at_idx" ON "report_back"("concern_id", "sent_at");

-- CreateIndex
CREATE UNIQUE INDEX "measure_code_key" ON "measure"("code");

-- CreateIndex
CREATE INDEX "measure_organisation_id_stage_idx" ON "measure"("organisation_id", "stage");

-- CreateIndex
CREATE INDEX "measure_published_at_idx" ON "measure"("published_at");

-- CreateIndex
CREATE INDEX "measure_update_due_on_idx" ON "measure"("update_due_on");

-- CreateIndex
CREATE INDEX "measure_update_measure_id_at_idx" ON "measure_update"("measure_id", "at");

-- CreateIndex
CREATE INDEX "pilot_exception_measure_id_idx" ON "pilot_exception"("measure_id");

-- CreateIndex
CREATE UNIQUE INDEX "catalogue_entry_slug_key" ON "catalogue_entry"("slug");

-- CreateIndex
CREATE INDEX "catalogue_entry_organisation_id_idx" ON "catalogue_entry"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_key_key" ON "notification"("key");

-- CreateIndex
CREATE INDEX "notification_person_id_created_at_idx" ON "notification"("person_id", "created_at");

-- CreateIndex
CREATE INDEX "notification_kind_mailed_at_idx" ON "notification"("kind", "mailed_at");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_ars_key" ON "organisation"("ars");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_ags_key" ON "organisation"("ags");

-- CreateIndex
CREATE INDEX "organisation_parent_id_kind_idx" ON "organisation"("parent_id", "kind");

-- CreateIndex
CREATE INDEX "organisation_kind_name_idx" ON "organisation"("kind", "name");

-- CreateIndex
CREATE INDEX "register_entry_organisation_id_idx" ON "register_entry"("organisation_id");

-- CreateIndex
CREATE INDEX "register_import_as_of_idx" ON "register_import"("as_of");

-- CreateIndex
CREATE UNIQUE INDEX "register_import_sha256_scope_key" ON "register_import"("sha256", "scope");

-- CreateIndex
CREATE UNIQUE INDEX "space_slug_key" ON "space"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "space_organisation_id_key" ON "space"("organisation_id");

-- CreateIndex
CREATE INDEX "area_owner_id_kind_idx" ON "area"("owner_id", "kind");

-- CreateIndex
CREATE INDEX "area_parent_id_idx" ON "area"("parent_id");

-- CreateIndex
CREATE INDEX "area_body_id_idx" ON "area"("body_id");

-- CreateIndex
CREATE INDEX "area_successor_successor_id_idx" ON "area_successor"("successor_id");

-- CreateIndex
CREATE INDEX "topic_owner_id_position_idx" ON "topic"("owner_id", "position");

-- CreateIndex
CREATE INDEX "topic_parent_id_idx" ON "topic"("parent_id");

-- CreateIndex
CREATE INDEX "topic_successor_successor_id_idx" ON "topic_successor"("successor_id");

-- CreateIndex
CREATE INDEX "person_family_name_given_name_idx" ON "person"("family_name", "given_name");

-- CreateIndex
CREATE INDEX "post_organisation_id_kind_idx" ON "post"("organisation_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "post_id_single_seat_key" ON "post"("id", "single_seat");

-- CreateIndex
CREATE INDEX "post_holding_post_id_valid_from_idx" ON "post_holding"("post_id", "valid_from");

-- CreateIndex
CREATE INDEX "post_holding_person_id_idx" ON "post_holding"("person_id");

-- CreateIndex
CREATE INDEX "deputy_arrangement_post_id_rank_idx" ON "deputy_arrangement"("post_id", "rank");

-- CreateIndex
CREATE INDEX "deputy_arrangement_deputy_post_id_idx" ON "deputy_arrangement"("deputy_post_id");

-- CreateIndex
CREATE INDEX "acting_for_agent_id_idx" ON "acting_for"("agent_id");

-- CreateIndex
CREATE INDEX "acting_for_principal_id_idx" ON "acting_for"("principal_id");

-- CreateIndex
CREATE UNIQUE INDEX "process_code_key" ON "process"("code");

-- CreateIndex
CREATE UNIQUE INDEX "process_preview_token_hash_key" ON "process"("preview_token_hash");

-- CreateIndex
CREATE INDEX "process_published_at_idx" ON "process"("published_at");

-- CreateIndex
CREATE UNIQUE INDEX "process_organisation_id_slug_key" ON "process"("organisation_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "phase_process_id_position_key" ON "phase"("process_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "contribution_code_key" ON "contribution"("code");

-- CreateIndex
CREATE UNIQUE INDEX "contribution_draft_hash_key" ON "contribution"("draft_hash");

-- CreateIndex
CREATE UNIQUE INDEX "contribution_status_hash_key" ON "contribution"("status_hash");

-- CreateIndex
CREATE INDEX "contribution_process_id_published_at_idx" ON "contribution"("process_id", "published_at");

-- CreateIndex
CREATE INDEX "contribution_author_id_idx" ON "contribution"("author_id");

-- CreateIndex
CREATE INDEX "contribution_organisation_id_submitted_at_idx" ON "contribution"("organisation_id", "submitted_at");

-- CreateIndex
CREATE INDEX "contribution_guest_email_idx" ON "contribution"("guest_email");

-- CreateIndex
CREATE UNIQUE INDEX "contribution_process_id_number_key" ON "contribution"("process_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "guest_confirmation_token_hash_key" ON "guest_confirmation"("token_hash");

-- CreateIndex
CREATE INDEX "guest_confirmation_contribution_id_idx" ON "guest_confirmation"("contribution_id");

-- CreateIndex
CREATE INDEX "moderation_contribution_id_at_idx" ON "moderation"("contribution_id", "at");

-- CreateIndex
CREATE INDEX "inquiry_process_id_asked_at_idx" ON "inquiry"("process_id", "asked_at");

-- CreateIndex
CREATE INDEX "inquiry_due_on_idx" ON "inquiry"("due_on");

-- CreateIndex
CREATE INDEX "inquiry_contribution_contribution_id_idx" ON "inquiry_contribution"("contribution_id");

-- CreateIndex
CREATE UNIQUE INDEX "inquiry_reply_inquiry_id_became_key" ON "inquiry_reply"("inquiry_id", "became");

-- CreateIndex
CREATE INDEX "official_answer_process_id_released_at_idx" ON "official_answer"("process_id", "released_at");

-- CreateIndex
CREATE INDEX "official_answer_organisation_id_release_asked_at_idx" ON "official_answer"("organisation_id", "release_asked_at");

-- CreateIndex
CREATE INDEX "official_answer_released_at_idx" ON "official_answer"("released_at");

-- CreateIndex
CREATE UNIQUE INDEX "answered_contribution_contribution_id_key" ON "answered_contribution"("contribution_id");

-- CreateIndex
CREATE INDEX "audit_event_subject_kind_subject_id_idx" ON "audit_event"("subject_kind", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_event_owner_id_position_key" ON "audit_event"("owner_id", "position");

-- CreateIndex
CREATE INDEX "outbox_handled_at_created_at_idx" ON "outbox"("handled_at", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "mail_key_key" ON "mail"("key");

-- CreateIndex
CREATE INDEX "mail_sent_at_failed_at_next_try_at_idx" ON "mail"("sent_at", "failed_at", "next_try_at");

-- CreateIndex
CREATE INDEX "received_mail_to_received_at_idx" ON "received_mail"("to", "received_at");

-- CreateIndex
CREATE INDEX "trace_link_to_kind_to_id_idx" ON "trace_link"("to_kind", "to_id");

-- CreateIndex
CREATE UNIQUE INDEX "trace_link_from_kind_from_id_relation_to_kind_to_id_key" ON "trace_link"("from_kind", "from_id", "relation", "to_kind", "to_id");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "email_change" ADD CONSTRAINT "email_change_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_party" ADD CONSTRAINT "agreement_party_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_party" ADD CONSTRAINT "agreement_party_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_signatory" ADD CONSTRAINT "agreement_signatory_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "agreement_party"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_signatory" ADD CONSTRAINT "agreement_signatory_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_block" ADD CONSTRAINT "agreement_block_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_duty" ADD CONSTRAINT "agreement_duty_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_duty" ADD CONSTRAINT "agreement_duty_responsible_id_fkey" FOREIGN KEY ("responsible_id") REFERENCES "agreement_party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_milestone" ADD CONSTRAINT "agreement_milestone_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_cost_item" ADD CONSTRAINT "agreement_cost_item_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_cost_item" ADD CONSTRAINT "agreement_cost_item_rest_party_id_fkey" FOREIGN KEY ("rest_party_id") REFERENCES "agreement_party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_cost_year" ADD CONSTRAINT "agreement_cost_year_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "agreement_cost_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_cost_basis" ADD CONSTRAINT "agreement_cost_basis_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "agreement_cost_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_cost_basis" ADD CONSTRAINT "agreement_cost_basis_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "agreement_party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_cover" ADD CONSTRAINT "agreement_cover_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_commitment" ADD CONSTRAINT "agreement_commitment_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_commitment" ADD CONSTRAINT "agreement_commitment_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "agreement_party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_version" ADD CONSTRAINT "agreement_version_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_slot" ADD CONSTRAINT "agreement_slot_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "agreement_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_slot" ADD CONSTRAINT "agreement_slot_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_slot" ADD CONSTRAINT "agreement_slot_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_round" ADD CONSTRAINT "agreement_round_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "agreement_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_confirmation" ADD CONSTRAINT "agreement_confirmation_slot_id_fkey" FOREIGN KEY ("slot_id") REFERENCES "agreement_slot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_confirmation" ADD CONSTRAINT "agreement_confirmation_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "agreement_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_confirmation" ADD CONSTRAINT "agreement_confirmation_proof_id_fkey" FOREIGN KEY ("proof_id") REFERENCES "agreement_proof"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_scan" ADD CONSTRAINT "agreement_scan_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "agreement_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_scan" ADD CONSTRAINT "agreement_scan_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_scan_check" ADD CONSTRAINT "agreement_scan_check_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "agreement_scan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_scan_check" ADD CONSTRAINT "agreement_scan_check_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "agreement_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_proof" ADD CONSTRAINT "agreement_proof_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "agreement_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_publication" ADD CONSTRAINT "agreement_publication_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "working_group" ADD CONSTRAINT "working_group_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bench" ADD CONSTRAINT "bench_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_membership" ADD CONSTRAINT "group_membership_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_membership" ADD CONSTRAINT "group_membership_group_id_bench_kind_fkey" FOREIGN KEY ("group_id", "bench_kind") REFERENCES "bench"("group_id", "kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_membership" ADD CONSTRAINT "group_membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_membership" ADD CONSTRAINT "group_membership_substitute_for_id_fkey" FOREIGN KEY ("substitute_for_id") REFERENCES "group_membership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "taken_up" ADD CONSTRAINT "taken_up_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_taken_up_id_fkey" FOREIGN KEY ("taken_up_id") REFERENCES "taken_up"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "group_membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_substitute_id_fkey" FOREIGN KEY ("substitute_id") REFERENCES "group_membership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_agenda_item_id_fkey" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_responsible_post_id_fkey" FOREIGN KEY ("responsible_post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "electorate_entry" ADD CONSTRAINT "electorate_entry_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "electorate_entry" ADD CONSTRAINT "electorate_entry_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "group_membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_tally" ADD CONSTRAINT "vote_tally_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coverage_plan" ADD CONSTRAINT "coverage_plan_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coverage_plan" ADD CONSTRAINT "coverage_plan_fallback_post_id_fkey" FOREIGN KEY ("fallback_post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coverage_rule" ADD CONSTRAINT "coverage_rule_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "coverage_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coverage_rule" ADD CONSTRAINT "coverage_rule_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coverage_rule" ADD CONSTRAINT "coverage_rule_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coverage_rule" ADD CONSTRAINT "coverage_rule_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concern" ADD CONSTRAINT "concern_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concern" ADD CONSTRAINT "concern_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concern" ADD CONSTRAINT "concern_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concern_status_link" ADD CONSTRAINT "concern_status_link_concern_id_fkey" FOREIGN KEY ("concern_id") REFERENCES "concern"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_concern_id_fkey" FOREIGN KEY ("concern_id") REFERENCES "concern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "coverage_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_back" ADD CONSTRAINT "report_back_concern_id_fkey" FOREIGN KEY ("concern_id") REFERENCES "concern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_back" ADD CONSTRAINT "report_back_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_responsible_post_id_fkey" FOREIGN KEY ("responsible_post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_deputy_post_id_fkey" FOREIGN KEY ("deputy_post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_origin" ADD CONSTRAINT "measure_origin_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stop_criterion" ADD CONSTRAINT "stop_criterion_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_transition" ADD CONSTRAINT "measure_transition_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_transition" ADD CONSTRAINT "measure_transition_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_update" ADD CONSTRAINT "measure_update_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pilot_exception" ADD CONSTRAINT "pilot_exception_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_ending" ADD CONSTRAINT "measure_ending_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_remainder" ADD CONSTRAINT "measure_remainder_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure_ending"("measure_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalogue_entry" ADD CONSTRAINT "catalogue_entry_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_name" ADD CONSTRAINT "organisation_name_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_figure" ADD CONSTRAINT "organisation_figure_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_entry" ADD CONSTRAINT "register_entry_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space" ADD CONSTRAINT "space_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area" ADD CONSTRAINT "area_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area" ADD CONSTRAINT "area_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area" ADD CONSTRAINT "area_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_successor" ADD CONSTRAINT "area_successor_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_successor" ADD CONSTRAINT "area_successor_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_successor" ADD CONSTRAINT "topic_successor_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_successor" ADD CONSTRAINT "topic_successor_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_holding" ADD CONSTRAINT "post_holding_post_id_single_seat_fkey" FOREIGN KEY ("post_id", "single_seat") REFERENCES "post"("id", "single_seat") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_holding" ADD CONSTRAINT "post_holding_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deputy_arrangement" ADD CONSTRAINT "deputy_arrangement_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deputy_arrangement" ADD CONSTRAINT "deputy_arrangement_deputy_post_id_fkey" FOREIGN KEY ("deputy_post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acting_for" ADD CONSTRAINT "acting_for_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acting_for" ADD CONSTRAINT "acting_for_principal_id_fkey" FOREIGN KEY ("principal_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "process" ADD CONSTRAINT "process_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "process" ADD CONSTRAINT "process_responsible_post_id_fkey" FOREIGN KEY ("responsible_post_id") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "process" ADD CONSTRAINT "process_deputy_post_id_fkey" FOREIGN KEY ("deputy_post_id") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "process_organisation" ADD CONSTRAINT "process_organisation_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "process_organisation" ADD CONSTRAINT "process_organisation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phase" ADD CONSTRAINT "phase_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guest_confirmation" ADD CONSTRAINT "guest_confirmation_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation" ADD CONSTRAINT "moderation_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support" ADD CONSTRAINT "support_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_contribution" ADD CONSTRAINT "inquiry_contribution_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_contribution" ADD CONSTRAINT "inquiry_contribution_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_reply" ADD CONSTRAINT "inquiry_reply_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "official_answer" ADD CONSTRAINT "official_answer_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "official_answer" ADD CONSTRAINT "official_answer_duplicate_of_id_fkey" FOREIGN KEY ("duplicate_of_id") REFERENCES "contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_revision" ADD CONSTRAINT "answer_revision_answer_id_fkey" FOREIGN KEY ("answer_id") REFERENCES "official_answer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answered_contribution" ADD CONSTRAINT "answered_contribution_answer_id_fkey" FOREIGN KEY ("answer_id") REFERENCES "official_answer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answered_contribution" ADD CONSTRAINT "answered_contribution_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say -----------------------------------------------------------------------------------
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- The audit log only grows, whoever asks (trust.md: the application's role has no right to change it anyway).
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '% only grows: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_event_only_grows BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_is_not_emptied BEFORE TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Search: German stems, plain word beginnings, trigrams against typing mistakes.
ALTER TABLE search_document
	ADD COLUMN german tsvector GENERATED ALWAYS AS (setweight(to_tsvector('german', title), 'A') || to_tsvector('german', body)) STORED,
	ADD COLUMN plain tsvector GENERATED ALWAYS AS (setweight(to_tsvector('simple', title), 'A') || to_tsvector('simple', body)) STORED;
CREATE INDEX search_document_german ON search_document USING gin (german);
CREATE INDEX search_document_plain ON search_document USING gin (plain);
CREATE INDEX search_document_words ON search_document USING gin ((title || ' ' || body) gin_trgm_ops);

-- Similar contributions while writing.
CREATE INDEX contribution_similar ON contribution USING gin ((title || ' ' || excerpt) gin_trgm_ops);

ALTER TABLE phase ADD CONSTRAINT phase_has_length CHECK (closes_at > opens_at);

-- What the schema language of Prisma cannot say about accounts. Appended by hand to the migration.

ALTER TABLE account
	ADD CONSTRAINT account_email_shape CHECK (email = lower(btrim(email)) AND email LIKE '%_@_%'),
	ADD CONSTRAINT account_factor_has_secret CHECK (totp_confirmed_at IS NULL OR totp_secret IS NOT NULL);
ALTER TABLE session ADD CONSTRAINT session_id_is_a_hash CHECK (id ~ '^[0-9a-f]{64}$');
ALTER TABLE one_purpose_link ADD CONSTRAINT one_purpose_link_token_is_a_hash CHECK (token_hash ~ '^[0-9a-f]{64}$');

-- A grant ended on the day on which it was given has an empty period.
ALTER TABLE role_grant
	ADD CONSTRAINT role_grant_period CHECK (valid_until >= valid_from),
	ADD CONSTRAINT role_grant_person_or_post CHECK ((person_id IS NULL) <> (post_id IS NULL)),
	ADD CONSTRAINT role_grant_scope CHECK (
		CASE scope_kind
			WHEN 'platform' THEN scope_id IS NULL AND owner_id IS NULL AND role = 'operator'
			WHEN 'organisation' THEN scope_id IS NOT NULL AND owner_id = scope_id AND role <> 'operator'
			WHEN 'process' THEN scope_id IS NOT NULL AND owner_id IS NOT NULL AND role <> 'operator'
			WHEN 'group' THEN scope_id IS NOT NULL AND owner_id IS NOT NULL AND role <> 'operator'
			ELSE false
		END),
	-- The same role for the same scope counts once at a time.
	ADD CONSTRAINT role_grant_person_once EXCLUDE USING gist (
		person_id WITH =, role WITH =, scope_kind WITH =,
		(COALESCE(scope_id, '00000000-0000-0000-0000-000000000000'::uuid)) WITH =,
		daterange(valid_from, valid_until, '[)') WITH &&) WHERE (person_id IS NOT NULL),
	ADD CONSTRAINT role_grant_post_once EXCLUDE USING gist (
		post_id WITH =, role WITH =, scope_kind WITH =,
		(COALESCE(scope_id, '00000000-0000-0000-0000-000000000000'::uuid)) WITH =,
		daterange(valid_from, valid_until, '[)') WITH &&) WHERE (post_id IS NOT NULL);

-- What the schema language of Prisma cannot say about agreements. Appended by hand to the migration.

ALTER TABLE agreement_form_rule
	ADD CONSTRAINT agreement_form_rule_period CHECK (valid_until > valid_from),
	ADD CONSTRAINT agreement_form_rule_form CHECK (required_form IN ('text', 'written')),
	ADD CONSTRAINT agreement_form_rule_review CHECK ((reviewed_by IS NULL) = (reviewed_on IS NULL));
ALTER TABLE agreement
	ADD CONSTRAINT agreement_state CHECK (state IN ('draft', 'presented', 'frozen', 'concluded')),
	ADD CONSTRAINT agreement_nature CHECK (nature IN ('private-law', 'public-law', 'internal', 'undecided')),
	ADD CONSTRAINT agreement_concluded CHECK ((state = 'concluded') = (concluded_at IS NOT NULL)
		AND (concluded_at IS NULL) = (in_force_from IS NULL)),
	ADD CONSTRAINT agreement_purpose CHECK ((purpose_kind IS NULL) = (purpose_id IS NULL)),
	ADD CONSTRAINT agreement_months CHECK (agreed_months BETWEEN 1 AND 600);
ALTER TABLE agreement_party
	ADD CONSTRAINT agreement_party_role CHECK (role IN ('lead', 'cooperating', 'implementing', 'funder')),
	ADD CONSTRAINT agreement_party_legal CHECK (
		(legal_form IS NULL AND legal_by IS NULL AND legal_on IS NULL AND legal_reason IS NULL)
		OR (legal_form IN ('text', 'written') AND legal_by <> '' AND legal_on IS NOT NULL AND legal_reason <> ''));
CREATE UNIQUE INDEX agreement_party_one_lead ON agreement_party (agreement_id) WHERE role = 'lead';
ALTER TABLE agreement_cost_item
	ADD CONSTRAINT agreement_cost_item_class CHECK (cost_class IN ('operation', 'maintenance', 'development', 'reserve', 'one-off')),
	ADD CONSTRAINT agreement_cost_item_key CHECK (share_key IN ('equal', 'inhabitants', 'fixed-percent', 'fixed-amount'));
ALTER TABLE agreement_cost_year
	ADD CONSTRAINT agreement_cost_year_cents CHECK (cents BETWEEN 0 AND 1000000000000),
	ADD CONSTRAINT agreement_cost_year_year CHECK (year BETWEEN 2000 AND 2200);
ALTER TABLE agreement_cost_basis ADD CONSTRAINT agreement_cost_basis_value CHECK (value >= 0);
ALTER TABLE agreement_cover
	ADD CONSTRAINT agreement_cover_cents CHECK (cents BETWEEN 0 AND 1000000000000),
	ADD CONSTRAINT agreement_cover_standing CHECK (standing IN ('secured', 'reserved', 'open')),
	ADD CONSTRAINT agreement_cover_year CHECK (year BETWEEN 2000 AND 2200);
ALTER TABLE agreement_commitment ADD CONSTRAINT agreement_commitment_period CHECK (until_day >= from_day);
ALTER TABLE agreement_version
	ADD CONSTRAINT agreement_version_hashes CHECK (sha256 ~ '^[0-9a-f]{64}$' AND pdf_sha256 ~ '^[0-9a-f]{64}$'),
	ADD CONSTRAINT agreement_version_code CHECK (verification_code ~ '^[2-9A-HJKMNP-Z]{20}$');
ALTER TABLE agreement_slot ADD CONSTRAINT agreement_slot_form CHECK (required_form IN ('text', 'written'));
ALTER TABLE agreement_round
	ADD CONSTRAINT agreement_round_state CHECK (state IN ('open', 'completed', 'refused', 'withdrawn')),
	ADD CONSTRAINT agreement_round_closed CHECK ((state = 'open') = (closed_at IS NULL)),
	ADD CONSTRAINT agreement_round_reason CHECK (state <> 'refused' OR (refused_by IS NOT NULL AND reason <> ''));
ALTER TABLE agreement_scan_check
	ADD CONSTRAINT agreement_scan_check_second_person CHECK (checked_by_id <> uploaded_by_id),
	ADD CONSTRAINT agreement_scan_check_words CHECK (CASE WHEN accepted THEN original_place <> '' ELSE reason <> '' END);
-- One accepted paper per party.
CREATE UNIQUE INDEX agreement_scan_check_accepted ON agreement_scan_check (version_id, organisation_id) WHERE accepted;
-- An agreement has one version to be signed at a time; the lock on its row serialises the rest.
ALTER TABLE agreement_proof ADD CONSTRAINT agreement_proof_used CHECK ((used_at IS NULL) = (step_up_at IS NULL));

-- Evidence only grows, whoever asks.
CREATE TRIGGER agreement_version_only_grows BEFORE UPDATE OR DELETE ON agreement_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_version_is_not_emptied BEFORE TRUNCATE ON agreement_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_slot_only_grows BEFORE UPDATE OR DELETE ON agreement_slot FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_slot_is_not_emptied BEFORE TRUNCATE ON agreement_slot FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_confirmation_only_grows BEFORE UPDATE OR DELETE ON agreement_confirmation FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_confirmation_is_not_emptied BEFORE TRUNCATE ON agreement_confirmation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_scan_only_grows BEFORE UPDATE OR DELETE ON agreement_scan FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_scan_is_not_emptied BEFORE TRUNCATE ON agreement_scan FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_scan_check_only_grows BEFORE UPDATE OR DELETE ON agreement_scan_check FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_scan_check_is_not_emptied BEFORE TRUNCATE ON agreement_scan_check FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The way of an agreement, as in app/domains/agreements/state.ts: no side entrance. What was frozen keeps its words and dates.
CREATE FUNCTION agreement_keeps_its_way() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' THEN
		IF OLD.state <> 'draft' THEN
			RAISE EXCEPTION 'agreement %: only a draft can be deleted', OLD.id USING ERRCODE = 'insufficient_privilege';
		END IF;
		RETURN OLD;
	END IF;
	IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (
		('draft', 'presented'), ('presented', 'draft'), ('presented', 'frozen'),
		('frozen', 'presented'), ('frozen', 'concluded'))
	THEN
		RAISE EXCEPTION 'agreement %: no way from % to %', OLD.id, OLD.state, NEW.state USING ERRCODE = 'insufficient_privilege';
	END IF;
	IF (NEW.id, NEW.code, NEW.owner_id, NEW.number) <> (OLD.id, OLD.code, OLD.owner_id, OLD.number)
		OR (OLD.state IN ('frozen', 'concluded') AND (
			(NEW.title, NEW.nature, NEW.template_version, NEW.agreed_months)
				IS DISTINCT FROM (OLD.title, OLD.nature, OLD.template_version, OLD.agreed_months)
			OR (NEW.purpose_kind, NEW.purpose_id, NEW.effective_on, NEW.pilot_start, NEW.pilot_end, NEW.funding_end, NEW.ends_on)
				IS DISTINCT FROM (OLD.purpose_kind, OLD.purpose_id, OLD.effective_on, OLD.pilot_start, OLD.pilot_end, OLD.funding_end, OLD.ends_on)))
		OR (OLD.state = 'concluded' AND (NEW.in_force_from, NEW.concluded_at) IS DISTINCT FROM (OLD.in_force_from, OLD.concluded_at))
	THEN
		RAISE EXCEPTION 'agreement % is frozen: % is refused', OLD.id, TG_OP USING ERRCODE = 'insufficient_privilege';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER agreement_keeps_its_way BEFORE UPDATE OR DELETE ON agreement FOR EACH ROW EXECUTE FUNCTION agreement_keeps_its_way();

-- Parties, blocks, duties, costs of an agreement that is frozen or concluded stay as they are.
-- The argument says how to come to the agreement: by its own id, by a cost item, by a party.
CREATE FUNCTION refuse_while_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	old_row jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
	new_row jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
	touched uuid[];
BEGIN
	CASE TG_ARGV[0]
		WHEN 'item' THEN
			SELECT array_agg(agreement_id) INTO touched FROM agreement_cost_item
			WHERE id IN ((old_row->>'item_id')::uuid, (new_row->>'item_id')::uuid);
		WHEN 'party' THEN
			SELECT array_agg(agreement_id) INTO touched FROM agreement_party
			WHERE id IN ((old_row->>'party_id')::uuid, (new_row->>'party_id')::uuid);
		ELSE
			touched := ARRAY[(old_row->>'agreement_id')::uuid, (new_row->>'agreement_id')::uuid];
	END CASE;
	IF EXISTS (SELECT FROM agreement WHERE id = ANY (touched) AND state IN ('frozen', 'concluded')) THEN
		RAISE EXCEPTION '% of a frozen agreement: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
	END IF;
	RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER agreement_party_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_party FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('agreement');
CREATE TRIGGER agreement_signatory_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_signatory FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('party');
CREATE TRIGGER agreement_block_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_block FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('agreement');
CREATE TRIGGER agreement_duty_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_duty FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('agreement');
CREATE TRIGGER agreement_milestone_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_milestone FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('agreement');
CREATE TRIGGER agreement_cost_item_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_cost_item FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('agreement');
CREATE TRIGGER agreement_cost_year_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_cost_year FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('item');
CREATE TRIGGER agreement_cost_basis_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_cost_basis FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('item');
CREATE TRIGGER agreement_cover_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_cover FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('agreement');
CREATE TRIGGER agreement_commitment_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_commitment FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('agreement');

-- A round ends once; a proof is used once.
CREATE FUNCTION agreement_ends_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' OR (TG_TABLE_NAME = 'agreement_round' AND to_jsonb(OLD)->>'state' <> 'open')
		OR (TG_TABLE_NAME = 'agreement_proof' AND to_jsonb(OLD)->>'used_at' IS NOT NULL)
	THEN
		RAISE EXCEPTION '% is over: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER agreement_round_ends_once BEFORE UPDATE OR DELETE ON agreement_round FOR EACH ROW EXECUTE FUNCTION agreement_ends_once();
CREATE TRIGGER agreement_proof_ends_once BEFORE UPDATE ON agreement_proof FOR EACH ROW EXECUTE FUNCTION agreement_ends_once();

-- What the schema language of Prisma cannot say about working groups. Appended by hand to the migration.
ALTER TABLE working_group
	ADD CONSTRAINT working_group_slug_shape CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	ADD CONSTRAINT working_group_name_length CHECK (length(name) BETWEEN 3 AND 120),
	ADD CONSTRAINT working_group_period CHECK (valid_until > valid_from),
	ADD CONSTRAINT working_group_review_after_beginning CHECK (review_on >= valid_from);

ALTER TABLE bench
	ADD CONSTRAINT bench_kind CHECK (kind IN ('administration', 'politics', 'advisory', 'citizens')),
	ADD CONSTRAINT bench_seats CHECK (min_seats BETWEEN 0 AND max_seats AND max_seats BETWEEN 1 AND 99);

ALTER TABLE group_membership
	ADD CONSTRAINT group_membership_function CHECK (function IN ('chair', 'deputy', 'member', 'substitute')),
	ADD CONSTRAINT group_membership_substitute_of_one CHECK ((function = 'substitute') = (substitute_for_id IS NOT NULL)),
	ADD CONSTRAINT group_membership_period CHECK (valid_until > valid_from),
	-- one period per function: nobody sits twice in a group on the same day
	ADD CONSTRAINT group_membership_person_once EXCLUDE USING gist (
		group_id WITH =, person_id WITH =, daterange(valid_from, valid_until, '[)') WITH &&),
	ADD CONSTRAINT group_membership_one_chair EXCLUDE USING gist (
		group_id WITH =, daterange(valid_from, valid_until, '[)') WITH &&) WHERE (function = 'chair');

ALTER TABLE meeting ADD CONSTRAINT meeting_title_length CHECK (length(title) BETWEEN 3 AND 120);
ALTER TABLE agenda_item ADD CONSTRAINT agenda_item_title_length CHECK (length(title) BETWEEN 3 AND 200);
ALTER TABLE attendance
	ADD CONSTRAINT attendance_order CHECK (left_at > arrived_at),
	ADD CONSTRAINT attendance_by_another CHECK (substitute_id <> membership_id);

ALTER TABLE vote_tally
	ADD CONSTRAINT vote_tally_entitled CHECK (present BETWEEN 0 AND electorate),
	ADD CONSTRAINT vote_tally_counted CHECK (yes >= 0 AND no >= 0 AND abstain >= 0 AND yes + no + abstain <= present),
	ADD CONSTRAINT vote_tally_whole CHECK ((yes IS NULL) = (no IS NULL) AND (yes IS NULL) = (abstain IS NULL));

ALTER TABLE recommendation
	ADD CONSTRAINT recommendation_title_length CHECK (length(title) BETWEEN 5 AND 160),
	ADD CONSTRAINT recommendation_hash CHECK (wording_hash ~ '^[0-9a-f]{64}$'),
	ADD CONSTRAINT recommendation_seats CHECK (seats >= 0),
	ADD CONSTRAINT recommendation_result CHECK (result IN ('adopted', 'rejected', 'not-decided')),
	ADD CONSTRAINT recommendation_result_when_certified CHECK ((result IS NULL) = (certified_at IS NULL)),
	ADD CONSTRAINT recommendation_counted_before_certified CHECK (certified_at IS NULL OR votes_recorded_at IS NOT NULL),
	ADD CONSTRAINT recommendation_certified_before_published CHECK (published_at IS NULL OR certified_at IS NOT NULL),
	ADD CONSTRAINT recommendation_cancelled_or_certified CHECK (cancelled_at IS NULL OR certified_at IS NULL),
	-- four eyes: who wrote the votes down does not certify them, or a day later and visibly
	ADD CONSTRAINT recommendation_four_eyes CHECK (
		certified_by_id IS DISTINCT FROM votes_recorded_by_id OR certified_by_id IS NULL
		OR certified_at >= votes_recorded_at + interval '24 hours');

-- What was voted on is what was decided: text, rule and voting list stay as they were when the vote was opened; votes and
-- result as they were certified. Afterwards only the moment of publishing is written, once.
CREATE FUNCTION keep_recommendation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' THEN
		RAISE EXCEPTION 'a recommendation is never deleted';
	END IF;
	IF (NEW.id, NEW.group_id, NEW.organisation_id, NEW.meeting_id, NEW.agenda_item_id, NEW.code, NEW.title, NEW.wording,
			NEW.wording_text, NEW.wording_hash, NEW.rule, NEW.seats, NEW.responsible_post_id, NEW.review_on, NEW.voted_at,
			NEW.opened_at, NEW.opened_by_id)
		IS DISTINCT FROM (OLD.id, OLD.group_id, OLD.organisation_id, OLD.meeting_id, OLD.agenda_item_id, OLD.code, OLD.title,
			OLD.wording, OLD.wording_text, OLD.wording_hash, OLD.rule, OLD.seats, OLD.responsible_post_id, OLD.review_on,
			OLD.voted_at, OLD.opened_at, OLD.opened_by_id) THEN
		RAISE EXCEPTION 'what is voted on is frozen when the vote is opened';
	END IF;
	IF OLD.cancelled_at IS NOT NULL THEN
		RAISE EXCEPTION 'a cancelled vote is not taken up again';
	END IF;
	IF OLD.certified_at IS NOT NULL AND (
		(NEW.votes_recorded_at, NEW.votes_recorded_by_id, NEW.result, NEW.certified_at, NEW.certified_by_id, NEW.cancelled_at)
			IS DISTINCT FROM (OLD.votes_recorded_at, OLD.votes_recorded_by_id, OLD.result, OLD.certified_at,
				OLD.certified_by_id, OLD.cancelled_at)
		OR (OLD.published_at IS NOT NULL AND NEW.published_at IS DISTINCT FROM OLD.published_at)) THEN
		RAISE EXCEPTION 'a certified recommendation is never changed';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER recommendation_kept BEFORE UPDATE OR DELETE ON recommendation
	FOR EACH ROW EXECUTE FUNCTION keep_recommendation();

CREATE FUNCTION keep_votes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'INSERT' THEN
		IF EXISTS (SELECT FROM recommendation WHERE id = NEW.recommendation_id
			AND (votes_recorded_at IS NOT NULL OR certified_at IS NOT NULL)) THEN
			RAISE EXCEPTION 'the voting list was closed when the vote was opened';
		END IF;
		RETURN NEW;
	END IF;
	IF TG_OP = 'DELETE' OR TG_TABLE_NAME = 'electorate_entry' THEN
		RAISE EXCEPTION 'the voting list is frozen when the vote is opened';
	END IF;
	IF (NEW.recommendation_id, NEW.bench_kind, NEW.electorate, NEW.present)
		IS DISTINCT FROM (OLD.recommendation_id, OLD.bench_kind, OLD.electorate, OLD.present) THEN
		RAISE EXCEPTION 'the voting list is frozen when the vote is opened';
	END IF;
	IF EXISTS (SELECT FROM recommendation WHERE id = OLD.recommendation_id
		AND (certified_at IS NOT NULL OR cancelled_at IS NOT NULL)) THEN
		RAISE EXCEPTION 'certified votes are never changed';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER vote_tally_kept BEFORE INSERT OR UPDATE OR DELETE ON vote_tally
	FOR EACH ROW EXECUTE FUNCTION keep_votes();
CREATE TRIGGER electorate_entry_kept BEFORE INSERT OR UPDATE OR DELETE ON electorate_entry
	FOR EACH ROW EXECUTE FUNCTION keep_votes();

-- What the schema language of Prisma cannot say about guides. Appended by hand to the migration.
ALTER TABLE coverage_plan
	ADD CONSTRAINT coverage_plan_period CHECK (valid_until > valid_from),
	ADD CONSTRAINT coverage_plan_precedence CHECK (cardinality(precedence) = 4
		AND precedence @> ARRAY['AREA_AND_TOPIC', 'AREA', 'TOPIC', 'EVERYTHING']::coverage_shape[]),
	-- One plan in force per owner and day; drafts may overlap.
	ADD CONSTRAINT coverage_plan_one_in_force EXCLUDE USING gist (
		owner_id WITH =, daterange(valid_from, valid_until, '[)') WITH &&) WHERE (approved_at IS NOT NULL);

ALTER TABLE coverage_rule
	ADD CONSTRAINT coverage_rule_period CHECK (valid_until > valid_from),
	-- One primary post per cell and day. NULL ("all") would never conflict, so it stands as the zero id.
	ADD CONSTRAINT coverage_rule_primary_once EXCLUDE USING gist (
		plan_id WITH =,
		COALESCE(area_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =,
		COALESCE(topic_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =,
		daterange(valid_from, valid_until, '[)') WITH &&) WHERE (level = 'PRIMARY');

ALTER TABLE concern
	-- Past "captured" and until it is closed there is always a next step with its date.
	ADD CONSTRAINT concern_next_step CHECK (state IN ('CAPTURED', 'CLOSED') OR (next_step IS NOT NULL AND next_on IS NOT NULL)),
	ADD CONSTRAINT concern_no_silent_end CHECK (
		(state = 'CLOSED') = (closed_at IS NOT NULL) AND (closed_at IS NULL) = (closed_because IS NULL)),
	ADD CONSTRAINT concern_public_by_consent CHECK (visibility = 'INSIDE' OR may_be_public);

-- One post answers for a concern at a time, also when two route it at once.
ALTER TABLE assignment
	ADD CONSTRAINT assignment_period CHECK (until_at >= from_at),
	ADD CONSTRAINT assignment_one_post EXCLUDE USING gist (
		concern_id WITH =, tstzrange(from_at, until_at, '[)') WITH &&);

ALTER TABLE report_back ADD CONSTRAINT report_back_said CHECK ((not_answered_at IS NULL) = (not_answered_text IS NULL));

-- What the schema language of Prisma cannot say about measures. Appended by hand to the migration.
ALTER TABLE measure
	ADD CONSTRAINT measure_title_length CHECK (length(title) BETWEEN 5 AND 120),
	ADD CONSTRAINT measure_fields CHECK (cardinality(fields) BETWEEN 1 AND 3),
	ADD CONSTRAINT measure_pilot_period CHECK (pilot_until > pilot_from),
	ADD CONSTRAINT measure_deputy_other_post CHECK (deputy_post_id <> responsible_post_id),
	ADD CONSTRAINT measure_running_cost_not_negative CHECK (running_cost_cents >= 0);

-- Stages are a table in the rules (stage.ts) and again here: no side entrance.
ALTER TABLE measure_transition
	ADD CONSTRAINT measure_transition_allowed CHECK (
		(position = 1 AND from_stage IS NULL AND to_stage = 'IDEA')
		OR (position > 1 AND (from_stage, to_stage) IN (
			('IDEA', 'PREPARATION'), ('PREPARATION', 'PILOT'), ('PILOT', 'REGULAR'),
			('IDEA', 'ENDED'), ('PREPARATION', 'ENDED'), ('PILOT', 'ENDED'), ('REGULAR', 'ENDED')))),
	ADD CONSTRAINT measure_transition_reasoned CHECK (length(btrim(reason)) > 0);

CREATE FUNCTION measure_stage_follows_transition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
		SELECT 1 FROM measure_transition AS step
		WHERE step.measure_id = NEW.id AND step.position = NEW.moves AND step.to_stage = NEW.stage
			AND (NEW.moves = 1 OR step.from_stage = (
				SELECT before.to_stage FROM measure_transition AS before
				WHERE before.measure_id = NEW.id AND before.position = NEW.moves - 1))
	) THEN
		RAISE EXCEPTION 'the stage of measure % has no transition', NEW.id USING ERRCODE = 'check_violation';
	END IF;
	RETURN NULL;
END $$;
-- At the end of the transaction, because the first transition is written after its measure.
CREATE CONSTRAINT TRIGGER measure_stage_follows_transition AFTER INSERT OR UPDATE OF stage, moves ON measure
	DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION measure_stage_follows_transition();

ALTER TABLE measure_update ADD CONSTRAINT measure_update_names_a_problem CHECK (length(btrim(open_problems)) > 0);
ALTER TABLE pilot_exception
	ADD CONSTRAINT pilot_exception_period CHECK (valid_until > valid_from),
	ADD CONSTRAINT pilot_exception_reasoned CHECK (length(btrim(reason)) > 0);
ALTER TABLE measure_ending ADD CONSTRAINT measure_ending_reasons CHECK (
	cardinality(reasons) > 0 AND reasons <@ ARRAY['effort-outweighs-effect', 'budget-missing', 'priorities-changed',
		'nobody-takes-over', 'partner-left', 'goal-disputed', 'integration-failed']);
ALTER TABLE measure_remainder
	ADD CONSTRAINT measure_remainder_fate CHECK (fate IN ('continue', 'transfer', 'hand-over', 'archive', 'delete')),
	ADD CONSTRAINT measure_remainder_recipient CHECK (fate NOT IN ('transfer', 'hand-over') OR recipient IS NOT NULL);
ALTER TABLE catalogue_entry
	ADD CONSTRAINT catalogue_entry_slug_shape CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	ADD CONSTRAINT catalogue_entry_contact_dated CHECK ((contact IS NULL) = (contact_confirmed_on IS NULL));

-- What the schema language of Prisma cannot say about organisations. Appended by hand to the migration.

-- Periods are half-open: valid_until is the first day that no longer counts. An organisation may have an empty
-- period: a corrected register can take back a body on the day on which it was first listed.
ALTER TABLE organisation
	ADD CONSTRAINT organisation_period CHECK (valid_until >= valid_from),
	ADD CONSTRAINT organisation_not_its_own_parent CHECK (parent_id <> id),
	ADD CONSTRAINT organisation_ars_shape CHECK (ars ~ '^([0-9]{2}|[0-9]{3}|[0-9]{5}|[0-9]{9}|[0-9]{12})$'),
	ADD CONSTRAINT organisation_ags_shape CHECK (ags ~ '^([0-9]{2}|[0-9]{3}|[0-9]{5}|[0-9]{8})$'),
	ADD CONSTRAINT organisation_postal_code_shape CHECK (postal_code ~ '^[0-9]{5}$'),
	ADD CONSTRAINT organisation_area_not_negative CHECK (area_hectares >= 0);
ALTER TABLE organisation_figure ADD CONSTRAINT organisation_figure_not_negative CHECK (value >= 0);
ALTER TABLE register_import ADD CONSTRAINT register_import_hash CHECK (sha256 ~ '^[0-9a-f]{64}$');

ALTER TABLE space
	ADD CONSTRAINT space_slug_shape CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) BETWEEN 2 AND 60),
	ADD CONSTRAINT space_colour_shape CHECK (accent_colour ~ '^#[0-9a-f]{6}$' AND on_accent_colour ~ '^#[0-9a-f]{6}$'),
	ADD CONSTRAINT space_colours_together CHECK ((accent_colour IS NULL) = (on_accent_colour IS NULL));

ALTER TABLE area
	ADD CONSTRAINT area_period CHECK (valid_until > valid_from),
	ADD CONSTRAINT area_not_its_own_parent CHECK (parent_id <> id);
ALTER TABLE area_successor ADD CONSTRAINT area_successor_other CHECK (area_id <> successor_id);
ALTER TABLE topic
	ADD CONSTRAINT topic_period CHECK (valid_until > valid_from),
	ADD CONSTRAINT topic_not_its_own_parent CHECK (parent_id <> id);
ALTER TABLE topic_successor ADD CONSTRAINT topic_successor_other CHECK (topic_id <> successor_id);

-- One territory of a body is listed once at a time by the same owner.
ALTER TABLE area ADD CONSTRAINT area_body_once EXCLUDE USING gist (
	owner_id WITH =, body_id WITH =, daterange(valid_from, valid_until, '[)') WITH &&) WHERE (body_id IS NOT NULL);

ALTER TABLE post ADD CONSTRAINT post_period CHECK (valid_until > valid_from);
ALTER TABLE post_holding
	ADD CONSTRAINT post_holding_period CHECK (valid_until > valid_from),
	ADD CONSTRAINT post_holding_single_seat EXCLUDE USING gist (
		post_id WITH =, daterange(valid_from, valid_until, '[)') WITH &&) WHERE (single_seat),
	ADD CONSTRAINT post_holding_person_once EXCLUDE USING gist (
		post_id WITH =, person_id WITH =, daterange(valid_from, valid_until, '[)') WITH &&);

ALTER TABLE deputy_arrangement
	ADD CONSTRAINT deputy_arrangement_period CHECK (valid_until > valid_from),
	ADD CONSTRAINT deputy_arrangement_other_post CHECK (post_id <> deputy_post_id),
	ADD CONSTRAINT deputy_arrangement_rank CHECK (rank >= 1),
	ADD CONSTRAINT deputy_arrangement_once EXCLUDE USING gist (
		post_id WITH =, deputy_post_id WITH =, daterange(valid_from, valid_until, '[)') WITH &&);

ALTER TABLE acting_for
	ADD CONSTRAINT acting_for_period CHECK (valid_until > valid_from),
	ADD CONSTRAINT acting_for_other CHECK (agent_id <> principal_id),
	ADD CONSTRAINT acting_for_once EXCLUDE USING gist (
		agent_id WITH =, principal_id WITH =, legal_basis WITH =, daterange(valid_from, valid_until, '[)') WITH &&);

-- Places are found in spite of typing mistakes. Without fastupdate: the import would leave all names in the pending list,
-- and until the next vacuum the planner would rather read the whole table (60 ms instead of 4).
CREATE INDEX organisation_similar ON organisation USING gin (lower(short_name) gin_trgm_ops) WITH (fastupdate = off);

-- What the schema language of Prisma cannot say about answers. Appended by hand to the migration.
ALTER TABLE inquiry
	ADD CONSTRAINT inquiry_question_length CHECK (length(question) BETWEEN 10 AND 4000),
	ADD CONSTRAINT inquiry_answered_whole CHECK (
		(answer_revision = 0) = (answer IS NULL) AND (answer IS NULL) = (answered_at IS NULL));

ALTER TABLE official_answer
	ADD CONSTRAINT official_answer_disposition_kind CHECK (disposition IN (
		'adopted', 'partly-adopted', 'already-planned', 'passed-on', 'acknowledged', 'duplicate', 'not-adopted', 'off-topic')),
	ADD CONSTRAINT official_answer_duplicate_of_one CHECK ((disposition = 'duplicate') = (duplicate_of_id IS NOT NULL)),
	ADD CONSTRAINT official_answer_reason_length CHECK (length(reason_text) >= 20),
	ADD CONSTRAINT official_answer_released_whole CHECK ((released_revision IS NULL) = (released_at IS NULL)),
	ADD CONSTRAINT official_answer_sent_back_whole CHECK ((sent_back_at IS NULL) = (sent_back_remark IS NULL)),
	ADD CONSTRAINT official_answer_released_is_known CHECK (released_revision <= revision),
	ADD CONSTRAINT official_answer_waiting_is_new CHECK (
		release_asked_at IS NULL OR released_revision IS NULL OR released_revision < revision);

ALTER TABLE answer_revision ADD CONSTRAINT answer_revision_released_how CHECK (released_how IN (
	'second-person', 'supporting-organisation', 'mayor-link', 'same-person-after-24-hours')),
	-- four eyes: the same person only as the recorded exception
	ADD CONSTRAINT answer_revision_four_eyes CHECK (
		released_by_id IS DISTINCT FROM prepared_by_id OR released_how = 'same-person-after-24-hours');

ALTER TABLE answered_contribution
	ADD CONSTRAINT answered_contribution_objection_whole CHECK ((not_answered_at IS NULL) = (not_answered_text IS NULL));

-- The text of a revision stays what it was: another text is another revision, and what was released is never touched.
CREATE FUNCTION keep_answer_revisions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_TABLE_NAME = 'answer_revision' THEN
		RAISE EXCEPTION 'a released answer is never changed, only followed by another revision';
	END IF;
	IF NEW.revision < OLD.revision OR (NEW.revision = OLD.revision
		AND (NEW.disposition, NEW.duplicate_of_id, NEW.reason, NEW.reason_text, NEW.prepared_by_id)
			IS DISTINCT FROM (OLD.disposition, OLD.duplicate_of_id, OLD.reason, OLD.reason_text, OLD.prepared_by_id)) THEN
		RAISE EXCEPTION 'another text of an answer needs another revision';
	END IF;
	IF NEW.released_revision IS DISTINCT FROM OLD.released_revision AND NOT EXISTS (
		SELECT FROM answer_revision WHERE answer_id = NEW.id AND revision = NEW.released_revision) THEN
		RAISE EXCEPTION 'what stands in public was released as a revision';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER answer_revision_kept BEFORE UPDATE OR DELETE ON answer_revision
	FOR EACH ROW EXECUTE FUNCTION keep_answer_revisions();
CREATE TRIGGER official_answer_kept BEFORE UPDATE ON official_answer
	FOR EACH ROW EXECUTE FUNCTION keep_answer_revisions();

-- What the schema language of Prisma cannot say about participation. Appended by hand to the migration.
-- A process is published with its whole decision frame, or not at all (participation.md).
ALTER TABLE process
	ADD CONSTRAINT process_slug_shape CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	ADD CONSTRAINT process_moderation_kind CHECK (moderation IN ('before', 'after')),
	ADD CONSTRAINT process_level_kind CHECK (level IN ('inform', 'consult', 'involve', 'decide')),
	ADD CONSTRAINT process_published_with_frame CHECK (published_at IS NULL OR (
		purpose IS NOT NULL AND open_questions IS NOT NULL AND fixed_points IS NOT NULL AND level IS NOT NULL
		AND decided_by IS NOT NULL AND answered_until IS NOT NULL AND responsible_post_id IS NOT NULL));

ALTER TABLE contribution
	ADD CONSTRAINT contribution_numbered_when_handed_in CHECK ((number IS NULL) = (submitted_at IS NULL)),
	ADD CONSTRAINT contribution_seen_after_handing_in CHECK (
		submitted_at IS NOT NULL OR (published_at IS NULL AND hidden_at IS NULL)),
	ADD CONSTRAINT contribution_channel_kind CHECK (channel IN ('online', 'paper', 'phone', 'event', 'counter')),
	ADD CONSTRAINT contribution_title_length CHECK (length(title) BETWEEN 5 AND 120);

ALTER TABLE guest_confirmation ADD CONSTRAINT guest_confirmation_attempts CHECK (attempts BETWEEN 0 AND 5);

ALTER TABLE moderation
	ADD CONSTRAINT moderation_outcome_kind CHECK (outcome IN ('published', 'hidden')),
	ADD CONSTRAINT moderation_hidden_with_reason CHECK (
		outcome <> 'hidden' OR (rule IS NOT NULL AND reason IS NOT NULL)),
	ADD CONSTRAINT moderation_review_asked_first CHECK (reviewed_at IS NULL OR review_asked_at IS NOT NULL),
	ADD CONSTRAINT moderation_review_by_second_person CHECK (
		reviewed_by_id IS NULL OR moderator_id IS NULL OR reviewed_by_id <> moderator_id);

-- The public list of a process: what was published or shows a placeholder, newest first, counted without its texts.
CREATE INDEX contribution_listed ON contribution (process_id, submitted_at DESC, id)
	WHERE (published_at IS NOT NULL OR hidden_at IS NOT NULL) AND withdrawn_at IS NULL;
-- The queue of the moderators: what waits, oldest first.
CREATE INDEX contribution_waiting ON contribution (organisation_id, submitted_at, id)
	WHERE submitted_at IS NOT NULL AND published_at IS NULL AND hidden_at IS NULL AND withdrawn_at IS NULL;
-- Stored, because PostgreSQL would rather make the words of every row anew than use an index on the expression (1 s at 1,000).
ALTER TABLE contribution ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector('german', title || ' ' || excerpt)) STORED;
CREATE INDEX contribution_words ON contribution USING gin (words);
