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
