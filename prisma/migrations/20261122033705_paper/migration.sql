-- CreateTable
CREATE TABLE "paper_entry" (
    "contribution_id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "wish" TEXT NOT NULL,
    "name" TEXT,
    "street" TEXT,
    "town" TEXT,
    "phone" TEXT,
    "entry_hash" TEXT,
    "import_id" UUID,
    "row" INTEGER,
    "entered_by_id" UUID,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "forgotten_at" TIMESTAMPTZ(3),

    CONSTRAINT "paper_entry_pkey" PRIMARY KEY ("contribution_id")
);

-- CreateTable
CREATE TABLE "paper_reply" (
    "id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "answer_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "way" TEXT NOT NULL,
    "batch_id" UUID,
    "told_at" TIMESTAMPTZ(3),
    "told_by_id" UUID,

    CONSTRAINT "paper_reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter_batch" (
    "id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "printed_by_id" UUID,
    "printed_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "letter_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "paper_import" (
    "id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "columns" TEXT[],
    "rows" INTEGER NOT NULL,
    "mapping" JSONB NOT NULL,
    "channel" TEXT NOT NULL,
    "uploaded_by_id" UUID,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "written" INTEGER NOT NULL DEFAULT 0,
    "moved_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "paper_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "paper_import_row" (
    "import_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "cells" TEXT[],

    CONSTRAINT "paper_import_row_pkey" PRIMARY KEY ("import_id","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "paper_entry_entry_hash_key" ON "paper_entry"("entry_hash");

-- CreateIndex
CREATE INDEX "paper_entry_process_id_entered_at_idx" ON "paper_entry"("process_id", "entered_at");

-- CreateIndex
CREATE INDEX "paper_entry_organisation_id_idx" ON "paper_entry"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "paper_entry_import_id_row_key" ON "paper_entry"("import_id", "row");

-- CreateIndex
CREATE INDEX "paper_reply_batch_id_idx" ON "paper_reply"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "paper_reply_contribution_id_answer_id_revision_key" ON "paper_reply"("contribution_id", "answer_id", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "letter_batch_process_id_number_key" ON "letter_batch"("process_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "paper_import_process_id_content_hash_key" ON "paper_import"("process_id", "content_hash");

-- AddForeignKey
ALTER TABLE "paper_entry" ADD CONSTRAINT "paper_entry_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_entry" ADD CONSTRAINT "paper_entry_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_entry" ADD CONSTRAINT "paper_entry_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "paper_import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_reply" ADD CONSTRAINT "paper_reply_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "paper_entry"("contribution_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_reply" ADD CONSTRAINT "paper_reply_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "letter_batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_batch" ADD CONSTRAINT "letter_batch_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_import" ADD CONSTRAINT "paper_import_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_import_row" ADD CONSTRAINT "paper_import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "paper_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
