-- CreateTable
CREATE TABLE "resolution" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "session_on" DATE NOT NULL,
    "agenda_item" TEXT,
    "paper_number" TEXT,
    "address" TEXT,
    "link_state" TEXT NOT NULL DEFAULT 'unchecked',
    "link_checked_at" TIMESTAMPTZ(3),
    "outcome" TEXT NOT NULL,
    "except_items" TEXT,
    "effect" TEXT,
    "funding" TEXT,
    "unanimous" BOOLEAN NOT NULL DEFAULT false,
    "votes_for" INTEGER,
    "votes_against" INTEGER,
    "abstentions" INTEGER,
    "summary" TEXT NOT NULL,
    "wording" TEXT,
    "deviation" TEXT,
    "deviation_reason" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "corrected_at" TIMESTAMPTZ(3),
    "correction_note" TEXT,

    CONSTRAINT "resolution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "council_sheet" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "session_on" DATE,
    "paper_number" TEXT,
    "about" TEXT NOT NULL,
    "proposal" TEXT NOT NULL,
    "deviation" TEXT,
    "total_cents" BIGINT,
    "yearly_cents" BIGINT,
    "incoming_cents" BIGINT,
    "revenue_cents" BIGINT,
    "budgeted" TEXT,
    "counter_financing" TEXT[],
    "finance_note" TEXT,
    "climate" TEXT,
    "climate_note" TEXT,
    "companies" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "council_sheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_list_rules" (
    "organisation_id" UUID NOT NULL,
    "threshold" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "project_list_rules_pkey" PRIMARY KEY ("organisation_id")
);

-- CreateTable
CREATE TABLE "listed_project" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "description" JSONB,
    "place" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "time_frame" TEXT NOT NULL,
    "cost_cents" BIGINT,
    "yearly_cents" BIGINT,
    "payer" TEXT,
    "goal" TEXT,
    "responsible_post_id" UUID,
    "participation" TEXT NOT NULL,
    "participation_reason" TEXT NOT NULL,
    "participation_how" TEXT,
    "process_id" UUID,
    "stage" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,
    "review_due_on" DATE,
    "reminded_for" DATE,
    "reached_at" TIMESTAMPTZ(3),
    "reached_with" INTEGER,
    "request_answer" TEXT,
    "request_reason" TEXT,
    "request_answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "listed_project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_step" (
    "project_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "note" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "project_step_pkey" PRIMARY KEY ("project_id","position")
);

-- CreateTable
CREATE TABLE "participation_wish" (
    "project_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "participation_wish_pkey" PRIMARY KEY ("project_id","person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "resolution_code_key" ON "resolution"("code");

-- CreateIndex
CREATE INDEX "resolution_organisation_id_session_on_idx" ON "resolution"("organisation_id", "session_on");

-- CreateIndex
CREATE INDEX "resolution_published_at_idx" ON "resolution"("published_at");

-- CreateIndex
CREATE INDEX "council_sheet_organisation_id_idx" ON "council_sheet"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "council_sheet_subject_kind_subject_id_key" ON "council_sheet"("subject_kind", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "listed_project_code_key" ON "listed_project"("code");

-- CreateIndex
CREATE INDEX "listed_project_organisation_id_stage_idx" ON "listed_project"("organisation_id", "stage");

-- CreateIndex
CREATE INDEX "listed_project_published_at_idx" ON "listed_project"("published_at");

-- CreateIndex
CREATE INDEX "listed_project_review_due_on_idx" ON "listed_project"("review_due_on");

-- CreateIndex
CREATE INDEX "listed_project_process_id_idx" ON "listed_project"("process_id");

-- CreateIndex
CREATE INDEX "participation_wish_person_id_idx" ON "participation_wish"("person_id");

-- AddForeignKey
ALTER TABLE "resolution" ADD CONSTRAINT "resolution_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "council_sheet" ADD CONSTRAINT "council_sheet_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_list_rules" ADD CONSTRAINT "project_list_rules_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listed_project" ADD CONSTRAINT "listed_project_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listed_project" ADD CONSTRAINT "listed_project_responsible_post_id_fkey" FOREIGN KEY ("responsible_post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listed_project" ADD CONSTRAINT "listed_project_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_step" ADD CONSTRAINT "project_step_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "listed_project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation_wish" ADD CONSTRAINT "participation_wish_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "listed_project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the rules of council and project list say is said here once more, because other ways lead to a table than our acts.
ALTER TABLE "resolution"
	ADD CONSTRAINT "resolution_outcome" CHECK ("outcome" IN ('adopted', 'amended', 'partial', 'refused', 'postponed', 'noted')),
	ADD CONSTRAINT "resolution_effect" CHECK (
		CASE WHEN "outcome" IN ('adopted', 'amended', 'partial')
			THEN "effect" IS NOT NULL AND "effect" IN ('binds', 'instructs', 'intends')
			ELSE "effect" IS NULL AND "funding" IS NULL END
	),
	ADD CONSTRAINT "resolution_funding" CHECK ("funding" IN ('funded', 'partly', 'unfunded', 'free')),
	ADD CONSTRAINT "resolution_except_items" CHECK (("outcome" = 'partial') = ("except_items" IS NOT NULL)),
	ADD CONSTRAINT "resolution_votes" CHECK (
		("votes_for" IS NULL) = ("votes_against" IS NULL) AND ("votes_for" IS NULL) = ("abstentions" IS NULL)
		AND "votes_for" >= 0 AND "votes_against" >= 0 AND "abstentions" >= 0
		AND NOT ("unanimous" AND "votes_for" IS NOT NULL)
	),
	ADD CONSTRAINT "resolution_deviation" CHECK ("deviation" IN ('follows', 'deviates')),
	ADD CONSTRAINT "resolution_deviation_reason" CHECK (
		"deviation" IS DISTINCT FROM 'deviates' OR ("deviation_reason" IS NOT NULL AND btrim("deviation_reason") <> '')
	),
	ADD CONSTRAINT "resolution_link_state" CHECK ("link_state" IN ('unchecked', 'ok', 'gone', 'changed')),
	ADD CONSTRAINT "resolution_correction" CHECK (("corrected_at" IS NULL) = ("correction_note" IS NULL));

ALTER TABLE "project_list_rules" ADD CONSTRAINT "project_list_rules_threshold" CHECK ("threshold" BETWEEN 1 AND 100000);

ALTER TABLE "listed_project"
	ADD CONSTRAINT "listed_project_participation" CHECK ("participation" IN ('yes', 'no', 'open')),
	ADD CONSTRAINT "listed_project_participation_reason" CHECK (btrim("participation_reason") <> ''),
	ADD CONSTRAINT "listed_project_stage" CHECK ("stage" IN ('idea', 'planning', 'decided', 'under-way', 'done', 'dropped')),
	ADD CONSTRAINT "listed_project_published" CHECK ("published_at" IS NULL OR "responsible_post_id" IS NOT NULL),
	ADD CONSTRAINT "listed_project_review" CHECK (("stage" IN ('done', 'dropped')) = ("review_due_on" IS NULL)),
	ADD CONSTRAINT "listed_project_reached" CHECK (("reached_at" IS NULL) = ("reached_with" IS NULL)),
	ADD CONSTRAINT "listed_project_answer" CHECK (
		("request_answer" IS NULL) = ("request_reason" IS NULL)
		AND ("request_answer" IS NULL) = ("request_answered_at" IS NULL)
		AND ("request_answer" IS NULL OR ("request_answer" IN ('yes', 'no') AND "reached_at" IS NOT NULL))
	),
	ADD CONSTRAINT "listed_project_point" CHECK (("latitude" IS NULL) = ("longitude" IS NULL));

ALTER TABLE "council_sheet"
	ADD CONSTRAINT "council_sheet_subject" CHECK ("subject_kind" IN ('process', 'recommendation')),
	ADD CONSTRAINT "council_sheet_budgeted" CHECK ("budgeted" IN ('full', 'partly', 'none')),
	ADD CONSTRAINT "council_sheet_climate" CHECK ("climate" IN ('none', 'less', 'more'));
