-- CreateTable
CREATE TABLE "council_system" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hosts" TEXT[],
    "oparl_url" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "next_read_at" TIMESTAMPTZ(3),
    "reading_since" TIMESTAMPTZ(3),

    CONSTRAINT "council_system_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oparl_object" (
    "id" UUID NOT NULL,
    "system_id" UUID NOT NULL,
    "oparl_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "name" TEXT,
    "reference" TEXT,
    "data" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "modified" TIMESTAMPTZ(3),
    "deleted" BOOLEAN NOT NULL DEFAULT false,
    "first_read_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "oparl_object_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oparl_reading" (
    "id" UUID NOT NULL,
    "system_id" UUID NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "since" TIMESTAMPTZ(3),
    "outcome" TEXT NOT NULL,
    "added" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "deleted" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,
    "skipped" INTEGER NOT NULL,
    "problems" JSONB NOT NULL,

    CONSTRAINT "oparl_reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "council_path" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "handed_over_on" DATE,
    "handed_over_to" TEXT,
    "reference" TEXT,
    "reference_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "council_path_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consultation_step" (
    "id" UUID NOT NULL,
    "path_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "session_on" DATE,
    "role" TEXT NOT NULL,
    "authoritative" BOOLEAN NOT NULL,
    "result" TEXT,
    "note" TEXT,
    "resolution_id" UUID,

    CONSTRAINT "consultation_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "paper_link" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "system_id" UUID,
    "kind" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "reference" TEXT,
    "oparl_id" TEXT,
    "web_url" TEXT,
    "state" TEXT NOT NULL DEFAULT 'unchecked',
    "confirmed_hash" TEXT,
    "seen_hash" TEXT,
    "last_checked_at" TIMESTAMPTZ(3),
    "last_problem" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "next_check_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "paper_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "served_object" (
    "type" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "modified_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "served_object_pkey" PRIMARY KEY ("type","key")
);

-- CreateIndex
CREATE INDEX "council_system_next_read_at_idx" ON "council_system"("next_read_at");

-- CreateIndex
CREATE UNIQUE INDEX "council_system_organisation_id_name_key" ON "council_system"("organisation_id", "name");

-- CreateIndex
CREATE INDEX "oparl_object_system_id_type_reference_idx" ON "oparl_object"("system_id", "type", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "oparl_object_system_id_oparl_id_key" ON "oparl_object"("system_id", "oparl_id");

-- CreateIndex
CREATE INDEX "oparl_reading_system_id_began_at_idx" ON "oparl_reading"("system_id", "began_at");

-- CreateIndex
CREATE INDEX "council_path_organisation_id_idx" ON "council_path"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "council_path_subject_kind_subject_id_key" ON "council_path"("subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "consultation_step_resolution_id_idx" ON "consultation_step"("resolution_id");

-- CreateIndex
CREATE UNIQUE INDEX "consultation_step_path_id_position_key" ON "consultation_step"("path_id", "position");

-- CreateIndex
CREATE INDEX "paper_link_subject_kind_subject_id_idx" ON "paper_link"("subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "paper_link_organisation_id_idx" ON "paper_link"("organisation_id");

-- CreateIndex
CREATE INDEX "paper_link_system_id_idx" ON "paper_link"("system_id");

-- CreateIndex
CREATE INDEX "paper_link_next_check_at_idx" ON "paper_link"("next_check_at");

-- CreateIndex
CREATE INDEX "served_object_type_created_at_key_idx" ON "served_object"("type", "created_at", "key");

-- AddForeignKey
ALTER TABLE "council_system" ADD CONSTRAINT "council_system_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "oparl_object" ADD CONSTRAINT "oparl_object_system_id_fkey" FOREIGN KEY ("system_id") REFERENCES "council_system"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "oparl_reading" ADD CONSTRAINT "oparl_reading_system_id_fkey" FOREIGN KEY ("system_id") REFERENCES "council_system"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "council_path" ADD CONSTRAINT "council_path_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_step" ADD CONSTRAINT "consultation_step_path_id_fkey" FOREIGN KEY ("path_id") REFERENCES "council_path"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_step" ADD CONSTRAINT "consultation_step_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_link" ADD CONSTRAINT "paper_link_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_link" ADD CONSTRAINT "paper_link_system_id_fkey" FOREIGN KEY ("system_id") REFERENCES "council_system"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Words of ours, and what must hold whatever the application does.
ALTER TABLE "consultation_step"
	ADD CONSTRAINT "consultation_step_role_check" CHECK ("role" IN ('hearing', 'preliminary', 'decision', 'notice')),
	ADD CONSTRAINT "consultation_step_result_check" CHECK ("result" IN ('adopted', 'amended', 'partial', 'refused', 'postponed', 'noted', 'referred')),
	ADD CONSTRAINT "consultation_step_authoritative_check" CHECK (NOT "authoritative" OR "role" = 'decision'),
	ADD CONSTRAINT "consultation_step_result_session_check" CHECK ("result" IS NULL OR "session_on" IS NOT NULL);
CREATE UNIQUE INDEX "consultation_step_decides_once" ON "consultation_step" ("path_id") WHERE "authoritative";
ALTER TABLE "paper_link"
	ADD CONSTRAINT "paper_link_kind_check" CHECK ("kind" IN ('paper', 'meeting', 'agenda-item', 'resolution')),
	ADD CONSTRAINT "paper_link_role_check" CHECK ("role" IN ('basis', 'handed-over', 'outcome')),
	ADD CONSTRAINT "paper_link_state_check" CHECK ("state" IN ('unchecked', 'ok', 'gone', 'changed'));
ALTER TABLE "oparl_reading"
	ADD CONSTRAINT "oparl_reading_outcome_check" CHECK ("outcome" IN ('read', 'partial', 'failed'));
