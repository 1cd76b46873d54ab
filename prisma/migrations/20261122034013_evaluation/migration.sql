-- CreateTable
CREATE TABLE "process_report" (
    "process_id" UUID NOT NULL,
    "text" JSONB NOT NULL,
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "process_report_pkey" PRIMARY KEY ("process_id")
);

-- CreateTable
CREATE TABLE "process_assessment" (
    "process_id" UUID NOT NULL,
    "principle" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "remark" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "process_assessment_pkey" PRIMARY KEY ("process_id","principle")
);

-- CreateTable
CREATE TABLE "import_file" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT,
    "bytes" BYTEA,
    "sha256" TEXT NOT NULL,
    "sent_by_id" UUID,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "imported_process" (
    "process_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "file_sha256" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "imported_process_pkey" PRIMARY KEY ("process_id")
);

-- CreateTable
CREATE TABLE "imported_thing" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "original_id" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "votes" INTEGER,

    CONSTRAINT "imported_thing_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "import_file_organisation_id_sent_at_idx" ON "import_file"("organisation_id", "sent_at");

-- CreateIndex
CREATE INDEX "imported_thing_kind_original_id_idx" ON "imported_thing"("kind", "original_id");

-- CreateIndex
CREATE INDEX "imported_thing_process_id_idx" ON "imported_thing"("process_id");

-- CreateIndex
CREATE INDEX "imported_thing_subject_id_idx" ON "imported_thing"("subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "imported_thing_organisation_id_source_kind_original_id_key" ON "imported_thing"("organisation_id", "source", "kind", "original_id");

-- AddForeignKey
ALTER TABLE "process_report" ADD CONSTRAINT "process_report_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "process_assessment" ADD CONSTRAINT "process_assessment_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_process" ADD CONSTRAINT "imported_process_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_thing" ADD CONSTRAINT "imported_thing_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language of Prisma cannot say about evaluation and imports. Appended by hand.
ALTER TABLE process_assessment ADD CONSTRAINT process_assessment_grade CHECK (grade IN ('kept', 'partly', 'missed'));
ALTER TABLE imported_thing
	ADD CONSTRAINT imported_thing_kind CHECK (kind IN ('debate', 'proposal', 'investment', 'legislation-proposal', 'contribution',
		'comment', 'budget', 'legislation-process')),
	ADD CONSTRAINT imported_thing_subject CHECK (subject_kind IN ('contribution', 'comment', 'process'));
