-- What was typed in from paper may be a comment too: an entry has the id of what was made of it.
ALTER TABLE "paper_reply" DROP CONSTRAINT "paper_reply_contribution_id_fkey";
ALTER TABLE "paper_entry" DROP CONSTRAINT "paper_entry_contribution_id_fkey";
ALTER TABLE "paper_entry" DROP CONSTRAINT "paper_entry_pkey";

ALTER TABLE "paper_entry" ADD COLUMN "id" UUID, ADD COLUMN "comment_id" UUID;
UPDATE "paper_entry" SET "id" = "contribution_id";
ALTER TABLE "paper_entry" ALTER COLUMN "id" SET NOT NULL, ALTER COLUMN "contribution_id" DROP NOT NULL,
ADD CONSTRAINT "paper_entry_pkey" PRIMARY KEY ("id");
ALTER TABLE "paper_reply" RENAME COLUMN "contribution_id" TO "entry_id";

-- RenameIndex
ALTER INDEX "paper_reply_contribution_id_answer_id_revision_key" RENAME TO "paper_reply_entry_id_answer_id_revision_key";

-- CreateIndex
CREATE UNIQUE INDEX "paper_entry_contribution_id_key" ON "paper_entry"("contribution_id");

-- CreateIndex
CREATE UNIQUE INDEX "paper_entry_comment_id_key" ON "paper_entry"("comment_id");

-- AddForeignKey
ALTER TABLE "paper_entry" ADD CONSTRAINT "paper_entry_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_entry" ADD CONSTRAINT "paper_entry_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_reply" ADD CONSTRAINT "paper_reply_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "paper_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An entry is a contribution or a comment, and has its id.
ALTER TABLE "paper_entry" ADD CONSTRAINT "paper_entry_is_one" CHECK ("id" = coalesce("contribution_id", "comment_id") AND ("contribution_id" IS NULL) <> ("comment_id" IS NULL));
