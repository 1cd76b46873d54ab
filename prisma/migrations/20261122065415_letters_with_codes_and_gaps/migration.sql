-- AlterTable
ALTER TABLE "answered_comment" ADD COLUMN     "not_answered_at" TIMESTAMPTZ(3),
ADD COLUMN     "not_answered_text" TEXT;

-- AlterTable
ALTER TABLE "ballot_letter_code" ADD COLUMN     "run_id" UUID;

-- AlterTable
ALTER TABLE "paper_entry" ADD COLUMN     "content_key" TEXT,
ADD COLUMN     "row_key" TEXT;

-- AlterTable
ALTER TABLE "paper_import_row" ADD COLUMN     "content_key" TEXT,
ADD COLUMN     "row_key" TEXT;

-- AlterTable
ALTER TABLE "paper_import" ADD COLUMN     "skipped" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "own_recipe" ADD COLUMN     "parts_of_id" UUID;

-- AlterTable
ALTER TABLE "survey_letter_code" ADD COLUMN     "run_id" UUID;

-- CreateTable
CREATE TABLE "inquiry_comment" (
    "inquiry_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "answer" TEXT,

    CONSTRAINT "inquiry_comment_pkey" PRIMARY KEY ("inquiry_id","comment_id")
);

-- CreateTable
CREATE TABLE "code_letter_run" (
    "id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "letters" INTEGER NOT NULL,
    "addresses" JSONB,
    "uploaded_by_id" UUID,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID,
    "made_at" TIMESTAMPTZ(3),
    "taken_back_at" TIMESTAMPTZ(3),

    CONSTRAINT "code_letter_run_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "inquiry_comment_comment_id_idx" ON "inquiry_comment"("comment_id");

-- CreateIndex
CREATE INDEX "code_letter_run_process_id_idx" ON "code_letter_run"("process_id");

-- CreateIndex
CREATE UNIQUE INDEX "code_letter_run_kind_subject_id_number_key" ON "code_letter_run"("kind", "subject_id", "number");

-- CreateIndex
CREATE INDEX "ballot_letter_code_box_id_run_id_idx" ON "ballot_letter_code"("box_id", "run_id");

-- CreateIndex
CREATE INDEX "paper_entry_process_id_content_key_idx" ON "paper_entry"("process_id", "content_key");

-- CreateIndex
CREATE UNIQUE INDEX "paper_entry_process_id_row_key_key" ON "paper_entry"("process_id", "row_key");

-- CreateIndex
CREATE INDEX "survey_letter_code_survey_id_run_id_idx" ON "survey_letter_code"("survey_id", "run_id");

-- AddForeignKey
ALTER TABLE "inquiry_comment" ADD CONSTRAINT "inquiry_comment_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_comment" ADD CONSTRAINT "inquiry_comment_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "code_letter_run" ADD CONSTRAINT "code_letter_run_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_recipe" ADD CONSTRAINT "own_recipe_parts_of_id_fkey" FOREIGN KEY ("parts_of_id") REFERENCES "process"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- addresses and codes are never here at the same time
ALTER TABLE "code_letter_run"
	ADD CONSTRAINT "code_letter_run_kind" CHECK ("kind" IN ('survey', 'budget', 'vote')),
	ADD CONSTRAINT "code_letter_run_letters" CHECK ("letters" > 0),
	ADD CONSTRAINT "code_letter_run_addresses" CHECK (
		"addresses" IS NULL OR ("made_at" IS NULL AND "taken_back_at" IS NULL)
	),
	ADD CONSTRAINT "code_letter_run_step" CHECK (
		"addresses" IS NOT NULL OR "made_at" IS NOT NULL OR "taken_back_at" IS NOT NULL
	);

-- a resolution with which something begins follows nothing yet
ALTER TABLE "resolution" DROP CONSTRAINT "resolution_deviation",
	ADD CONSTRAINT "resolution_deviation" CHECK ("deviation" IN ('follows', 'deviates', 'begins'));

ALTER TABLE "answered_comment" ADD CONSTRAINT "answered_comment_not_answered" CHECK (
	("not_answered_at" IS NULL) = ("not_answered_text" IS NULL)
);
