-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "about_id" UUID,
ADD COLUMN     "about_kind" TEXT,
ADD COLUMN     "topic" TEXT NOT NULL DEFAULT 'news';

-- AlterTable
ALTER TABLE "notification_preference" ADD COLUMN     "discussion" TEXT,
ADD COLUMN     "work" TEXT;

-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "is_question" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "inquiry_contribution" ADD COLUMN     "answer" TEXT;

-- CreateTable
CREATE TABLE "answered_comment" (
    "answer_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,

    CONSTRAINT "answered_comment_pkey" PRIMARY KEY ("answer_id","comment_id")
);

-- CreateTable
CREATE TABLE "answer_template" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "disposition" TEXT NOT NULL,
    "reason" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "changed_by_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer_update" (
    "id" UUID NOT NULL,
    "answer_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_update_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer_escalation" (
    "process_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_escalation_pkey" PRIMARY KEY ("process_id","step","due_on")
);

-- CreateIndex
CREATE UNIQUE INDEX "answered_comment_comment_id_key" ON "answered_comment"("comment_id");

-- CreateIndex
CREATE UNIQUE INDEX "answer_template_organisation_id_name_key" ON "answer_template"("organisation_id", "name");

-- CreateIndex
CREATE INDEX "answer_update_answer_id_at_idx" ON "answer_update"("answer_id", "at");

-- AddForeignKey
ALTER TABLE "answered_comment" ADD CONSTRAINT "answered_comment_answer_id_fkey" FOREIGN KEY ("answer_id") REFERENCES "official_answer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answered_comment" ADD CONSTRAINT "answered_comment_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_update" ADD CONSTRAINT "answer_update_answer_id_fkey" FOREIGN KEY ("answer_id") REFERENCES "official_answer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_escalation" ADD CONSTRAINT "answer_escalation_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language of Prisma cannot say. Appended by hand to the migration.
ALTER TABLE notification
	ADD CONSTRAINT notification_topic_kind CHECK (topic IN ('news', 'discussion', 'work')),
	ADD CONSTRAINT notification_about_whole CHECK ((about_kind IS NULL) = (about_id IS NULL));
ALTER TABLE notification_preference
	ADD CONSTRAINT notification_preference_rhythms CHECK (
		digest IN ('daily', 'weekly', 'never') AND discussion IN ('daily', 'weekly', 'never') AND work IN ('daily', 'weekly', 'never'));
ALTER TABLE answer_template
	ADD CONSTRAINT answer_template_disposition_kind CHECK (disposition IN (
		'adopted', 'partly-adopted', 'already-planned', 'passed-on', 'acknowledged', 'not-adopted', 'off-topic'));
ALTER TABLE answer_update
	ADD CONSTRAINT answer_update_state_kind CHECK (state IN ('planned', 'begun', 'done', 'delayed', 'dropped'));
ALTER TABLE answer_escalation
	ADD CONSTRAINT answer_escalation_step_kind CHECK (step IN ('soon', 'due', 'late', 'very-late'));

CREATE FUNCTION keep_answer_updates() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'what was said about carrying out an answer is never changed, only followed';
END $$;
CREATE TRIGGER answer_update_kept BEFORE UPDATE OR DELETE ON answer_update
	FOR EACH ROW EXECUTE FUNCTION keep_answer_updates();
