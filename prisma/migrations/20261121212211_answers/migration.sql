-- DropForeignKey
ALTER TABLE "answered_contribution" DROP CONSTRAINT "answered_contribution_answer_id_fkey";

-- DropIndex
DROP INDEX "inquiry_process_id_idx";

-- AlterTable
ALTER TABLE "inquiry" DROP COLUMN "link_id",
ADD COLUMN     "answer_revision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "due_reminded_at" TIMESTAMPTZ(3),
ALTER COLUMN "email" DROP NOT NULL;

-- AlterTable
ALTER TABLE "official_answer" DROP COLUMN "released_by_id",
DROP COLUMN "released_how",
ADD COLUMN     "duplicate_of_id" UUID,
ADD COLUMN     "released_revision" INTEGER,
ADD COLUMN     "sent_back_at" TIMESTAMPTZ(3),
ADD COLUMN     "sent_back_by_id" UUID,
ADD COLUMN     "sent_back_remark" TEXT;

-- AlterTable
ALTER TABLE "answered_contribution" ADD COLUMN     "not_answered_text" TEXT;

-- CreateTable
CREATE TABLE "inquiry_reply" (
    "id" UUID NOT NULL,
    "inquiry_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "answered_by" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "became" INTEGER,

    CONSTRAINT "inquiry_reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer_revision" (
    "answer_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "disposition" TEXT NOT NULL,
    "duplicate_of_id" UUID,
    "reason" JSONB NOT NULL,
    "reason_text" TEXT NOT NULL,
    "prepared_by_id" UUID NOT NULL,
    "released_by_id" UUID,
    "released_at" TIMESTAMPTZ(3) NOT NULL,
    "released_how" TEXT NOT NULL,

    CONSTRAINT "answer_revision_pkey" PRIMARY KEY ("answer_id","revision")
);

-- CreateIndex
CREATE UNIQUE INDEX "inquiry_reply_inquiry_id_became_key" ON "inquiry_reply"("inquiry_id", "became");

-- CreateIndex
CREATE INDEX "inquiry_process_id_asked_at_idx" ON "inquiry"("process_id", "asked_at");

-- CreateIndex
CREATE INDEX "inquiry_due_on_idx" ON "inquiry"("due_on");

-- CreateIndex
CREATE INDEX "inquiry_contribution_contribution_id_idx" ON "inquiry_contribution"("contribution_id");

-- CreateIndex
CREATE INDEX "official_answer_organisation_id_release_asked_at_idx" ON "official_answer"("organisation_id", "release_asked_at");

-- CreateIndex
CREATE INDEX "official_answer_released_at_idx" ON "official_answer"("released_at");

-- AddForeignKey
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_reply" ADD CONSTRAINT "inquiry_reply_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "official_answer" ADD CONSTRAINT "official_answer_duplicate_of_id_fkey" FOREIGN KEY ("duplicate_of_id") REFERENCES "contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_revision" ADD CONSTRAINT "answer_revision_answer_id_fkey" FOREIGN KEY ("answer_id") REFERENCES "official_answer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answered_contribution" ADD CONSTRAINT "answered_contribution_answer_id_fkey" FOREIGN KEY ("answer_id") REFERENCES "official_answer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- What the schema language of Prisma cannot say about answers. Appended by hand to the migration.
ALTER TABLE inquiry
	ADD CONSTRAINT inquiry_question_length CHECK (length(question) BETWEEN 10 AND 4000),
	ADD CONSTRAINT inquiry_answered_whole CHECK (
		(answer_revision = 0) = (answer IS NULL) AND (answer IS NULL) = (answered_at IS NULL));

ALTER TABLE official_answer
	ADD CONSTRAINT official_answer_disposition_kind CHECK (disposition IN (
		'adopted', 'partly-adopted', 'already-planned', 'passed-on', 'acknowledged', 'duplicate', 'not-adopted', 'off-topic')),
	ADD CONSTRAINT official_answer_duplicate_of_one CHECK ((disposition = 'duplicate') = (duplicate_of_id IS NOT NULL)),
	ADD CONSTRAINT official_answer_reason_length CHECK (length(reason_text) >= 20),
	ADD CONSTRAINT official_answer_released_whole CHECK ((released_revision IS NULL) = (released_at IS NULL)),
	ADD CONSTRAINT official_answer_sent_back_whole CHECK ((sent_back_at IS NULL) = (sent_back_remark IS NULL)),
	ADD CONSTRAINT official_answer_released_is_known CHECK (released_revision <= revision),
	ADD CONSTRAINT official_answer_waiting_is_new CHECK (
		release_asked_at IS NULL OR released_revision IS NULL OR released_revision < revision);

ALTER TABLE answer_revision ADD CONSTRAINT answer_revision_released_how CHECK (released_how IN (
	'second-person', 'supporting-organisation', 'mayor-link', 'same-person-after-24-hours')),
	-- four eyes: the same person only as the recorded exception
	ADD CONSTRAINT answer_revision_four_eyes CHECK (
		released_by_id IS DISTINCT FROM prepared_by_id OR released_how = 'same-person-after-24-hours');

ALTER TABLE answered_contribution
	ADD CONSTRAINT answered_contribution_objection_whole CHECK ((not_answered_at IS NULL) = (not_answered_text IS NULL));

-- The text of a revision stays what it was: another text is another revision, and what was released is never touched.
CREATE FUNCTION keep_answer_revisions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_TABLE_NAME = 'answer_revision' THEN
		RAISE EXCEPTION 'a released answer is never changed, only followed by another revision';
	END IF;
	IF NEW.revision < OLD.revision OR (NEW.revision = OLD.revision
		AND (NEW.disposition, NEW.duplicate_of_id, NEW.reason, NEW.reason_text, NEW.prepared_by_id)
			IS DISTINCT FROM (OLD.disposition, OLD.duplicate_of_id, OLD.reason, OLD.reason_text, OLD.prepared_by_id)) THEN
		RAISE EXCEPTION 'another text of an answer needs another revision';
	END IF;
	IF NEW.released_revision IS DISTINCT FROM OLD.released_revision AND NOT EXISTS (
		SELECT FROM answer_revision WHERE answer_id = NEW.id AND revision = NEW.released_revision) THEN
		RAISE EXCEPTION 'what stands in public was released as a revision';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER answer_revision_kept BEFORE UPDATE OR DELETE ON answer_revision
	FOR EACH ROW EXECUTE FUNCTION keep_answer_revisions();
CREATE TRIGGER official_answer_kept BEFORE UPDATE ON official_answer
	FOR EACH ROW EXECUTE FUNCTION keep_answer_revisions();
