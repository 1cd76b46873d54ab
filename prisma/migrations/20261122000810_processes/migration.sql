-- AlterTable
ALTER TABLE "process" ADD COLUMN     "binned_at" TIMESTAMPTZ(3),
ADD COLUMN     "first_vote_at" TIMESTAMPTZ(3),
ADD COLUMN     "guidelines_id" UUID,
ADD COLUMN     "release_asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "release_asked_by_id" UUID,
ADD COLUMN     "released_by_id" UUID,
ADD COLUMN     "released_how" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "participation_guidelines" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" JSONB NOT NULL,
    "resolution" TEXT,
    "address" TEXT,
    "valid_from" DATE NOT NULL,
    "review_on" DATE,
    "check_demanded" BOOLEAN NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "participation_guidelines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "process_check" (
    "process_id" UUID NOT NULL,
    "point" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "proof" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "process_check_pkey" PRIMARY KEY ("process_id","point")
);

-- CreateTable
CREATE TABLE "own_recipe" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "recipe" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "own_recipe_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "process_help" (
    "id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "helper_id" UUID NOT NULL,
    "request" TEXT NOT NULL,
    "asked_by_id" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_by_id" UUID,
    "accepted_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "process_help_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "help_hours" (
    "id" UUID NOT NULL,
    "help_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "minutes" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "help_hours_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "participation_guidelines_organisation_id_version_key" ON "participation_guidelines"("organisation_id", "version");

-- CreateIndex
CREATE INDEX "own_recipe_organisation_id_idx" ON "own_recipe"("organisation_id");

-- CreateIndex
CREATE INDEX "process_help_process_id_idx" ON "process_help"("process_id");

-- CreateIndex
CREATE INDEX "process_help_helper_id_idx" ON "process_help"("helper_id");

-- CreateIndex
CREATE INDEX "help_hours_help_id_idx" ON "help_hours"("help_id");

-- AddForeignKey
ALTER TABLE "process" ADD CONSTRAINT "process_guidelines_id_fkey" FOREIGN KEY ("guidelines_id") REFERENCES "participation_guidelines"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation_guidelines" ADD CONSTRAINT "participation_guidelines_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "process_check" ADD CONSTRAINT "process_check_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_recipe" ADD CONSTRAINT "own_recipe_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "process_help" ADD CONSTRAINT "process_help_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "process_help" ADD CONSTRAINT "process_help_helper_id_fkey" FOREIGN KEY ("helper_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_hours" ADD CONSTRAINT "help_hours_help_id_fkey" FOREIGN KEY ("help_id") REFERENCES "process_help"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language of Prisma cannot say about processes. Appended by hand.
ALTER TABLE process
	-- What people have seen does not go into the bin.
	ADD CONSTRAINT process_binned_unpublished CHECK (binned_at IS NULL OR published_at IS NULL),
	ADD CONSTRAINT process_released_how_kind CHECK (released_how IN
		('second-person', 'supporting-organisation', 'mayor-link', 'same-person-after-24-hours')),
	ADD CONSTRAINT process_release_by_second_person CHECK (
		released_how IS DISTINCT FROM 'second-person' OR released_by_id IS NULL OR release_asked_by_id IS NULL
		OR released_by_id <> release_asked_by_id);
ALTER TABLE phase ADD CONSTRAINT phase_in_order CHECK (opens_at < closes_at);
ALTER TABLE participation_guidelines
	ADD CONSTRAINT guidelines_kind CHECK (kind IN ('mission', 'rules', 'instruction', 'statute'));
ALTER TABLE process_check
	ADD CONSTRAINT process_check_state CHECK (state IN ('done', 'not-applicable')),
	ADD CONSTRAINT process_check_with_proof CHECK (length(proof) >= 3);
-- One organisation helps with a process once at a time.
CREATE UNIQUE INDEX process_help_living ON process_help (process_id, helper_id) WHERE ended_at IS NULL;
ALTER TABLE help_hours ADD CONSTRAINT help_hours_minutes CHECK (minutes BETWEEN 1 AND 1440);
