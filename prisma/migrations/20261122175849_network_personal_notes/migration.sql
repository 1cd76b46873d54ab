-- AlterTable
ALTER TABLE "network_note" ADD COLUMN     "personal" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "network_note_author_id_idx" ON "network_note"("author_id");

-- a personal note is of the narrowest circle, so that a query that forgets the mark shows it no wider
ALTER TABLE "network_note" ADD CONSTRAINT "network_note_personal" CHECK (NOT "personal" OR "visibility" = 'CIRCLE');
