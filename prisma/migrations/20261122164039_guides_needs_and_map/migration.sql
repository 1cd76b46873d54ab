-- CreateEnum
CREATE TYPE "needs_question_kind" AS ENUM ('TEXT', 'RATING', 'CHOICE');

-- AlterTable
ALTER TABLE "office_series" ADD COLUMN     "latitude" DOUBLE PRECISION,
ADD COLUMN     "longitude" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "office_day" ADD COLUMN     "latitude" DOUBLE PRECISION,
ADD COLUMN     "longitude" DOUBLE PRECISION;

-- CreateTable
CREATE TABLE "needs_survey" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "intro" TEXT NOT NULL,
    "closes_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "opened_by_id" UUID,
    "reminded_at" TIMESTAMPTZ(3),

    CONSTRAINT "needs_survey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "needs_question" (
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "needs_question_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "options" TEXT[],

    CONSTRAINT "needs_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "needs_invitation" (
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "mailed_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,

    CONSTRAINT "needs_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "needs_answer" (
    "invitation_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "needs_answer_pkey" PRIMARY KEY ("invitation_id","question_id")
);

-- CreateTable
CREATE TABLE "guide_review" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "survey_id" UUID,
    "held_on" DATE NOT NULL,
    "found" TEXT NOT NULL,
    "changes" TEXT NOT NULL,
    "others" TEXT,
    "plan_id" UUID,
    "decision_url" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by_id" UUID,

    CONSTRAINT "guide_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guide_review_post" (
    "review_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,

    CONSTRAINT "guide_review_post_pkey" PRIMARY KEY ("review_id","post_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "needs_survey_owner_id_year_key" ON "needs_survey"("owner_id", "year");

-- CreateIndex
CREATE INDEX "needs_question_survey_id_position_idx" ON "needs_question"("survey_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "needs_invitation_code_hash_key" ON "needs_invitation"("code_hash");

-- CreateIndex
CREATE INDEX "needs_invitation_municipality_id_idx" ON "needs_invitation"("municipality_id");

-- CreateIndex
CREATE UNIQUE INDEX "needs_invitation_survey_id_municipality_id_key" ON "needs_invitation"("survey_id", "municipality_id");

-- CreateIndex
CREATE INDEX "needs_answer_question_id_idx" ON "needs_answer"("question_id");

-- CreateIndex
CREATE INDEX "guide_review_owner_id_held_on_idx" ON "guide_review"("owner_id", "held_on");

-- AddForeignKey
ALTER TABLE "needs_survey" ADD CONSTRAINT "needs_survey_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "needs_question" ADD CONSTRAINT "needs_question_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "needs_survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "needs_invitation" ADD CONSTRAINT "needs_invitation_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "needs_survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "needs_invitation" ADD CONSTRAINT "needs_invitation_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "needs_answer" ADD CONSTRAINT "needs_answer_invitation_id_fkey" FOREIGN KEY ("invitation_id") REFERENCES "needs_invitation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "needs_answer" ADD CONSTRAINT "needs_answer_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "needs_question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_review" ADD CONSTRAINT "guide_review_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_review" ADD CONSTRAINT "guide_review_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "needs_survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_review" ADD CONSTRAINT "guide_review_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "coverage_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_review_post" ADD CONSTRAINT "guide_review_post_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "guide_review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_review_post" ADD CONSTRAINT "guide_review_post_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: a place on the map is two coordinates in Germany or none; a survey belongs to a year that can be.
ALTER TABLE "office_series" ADD CONSTRAINT "office_series_point_check" CHECK (
	("latitude" IS NULL) = ("longitude" IS NULL) AND ("latitude" IS NULL OR ("latitude" BETWEEN 47 AND 56 AND "longitude" BETWEEN 5 AND 16)));
ALTER TABLE "office_day" ADD CONSTRAINT "office_day_point_check" CHECK (
	("latitude" IS NULL) = ("longitude" IS NULL) AND ("latitude" IS NULL OR ("latitude" BETWEEN 47 AND 56 AND "longitude" BETWEEN 5 AND 16)));
ALTER TABLE "needs_survey" ADD CONSTRAINT "needs_survey_year_check" CHECK ("year" BETWEEN 2000 AND 2999);
ALTER TABLE "needs_survey" ADD CONSTRAINT "needs_survey_reminded_check" CHECK ("reminded_at" IS NULL OR "opened_at" IS NOT NULL);
