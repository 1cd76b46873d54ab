-- AlterTable
ALTER TABLE "group_charter" ADD COLUMN     "invitation_days" INTEGER NOT NULL DEFAULT 14,
ADD COLUMN     "motion_days" INTEGER NOT NULL DEFAULT 7;

-- AlterTable
ALTER TABLE "group_ballot" ADD COLUMN     "rule_name" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "group_secret_voter" ADD COLUMN     "on_paper" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "written_answer" ADD COLUMN     "witness_id" UUID;

-- The deadline of invitations belongs to the charter: every version gets what its group said. A charter never changes
-- otherwise; this once the table's owner writes what stood beside it.
ALTER TABLE "group_charter" DISABLE TRIGGER group_charter_only_grows;
UPDATE "group_charter" c SET "invitation_days" = g."invitation_days"
	FROM "working_group" g WHERE g."id" = c."group_id" AND g."invitation_days" <> c."invitation_days";
ALTER TABLE "group_charter" ENABLE TRIGGER group_charter_only_grows;

-- AlterTable
ALTER TABLE "working_group" DROP COLUMN "invitation_days";

-- CreateTable
CREATE TABLE "group_slip_count" (
    "recommendation_id" UUID NOT NULL,
    "sums" JSONB NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,
    "counted_by_id" UUID,

    CONSTRAINT "group_slip_count_pkey" PRIMARY KEY ("recommendation_id")
);

-- CreateTable
CREATE TABLE "agenda_motion" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "agenda_item_id" UUID,
    "declined_at" TIMESTAMPTZ(3),
    "decline_reason" TEXT,

    CONSTRAINT "agenda_motion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "agenda_motion_agenda_item_id_key" ON "agenda_motion"("agenda_item_id");

-- CreateIndex
CREATE INDEX "agenda_motion_meeting_id_submitted_at_idx" ON "agenda_motion"("meeting_id", "submitted_at");

-- CreateIndex
CREATE INDEX "agenda_motion_membership_id_idx" ON "agenda_motion"("membership_id");

-- CreateIndex
CREATE INDEX "written_answer_witness_id_idx" ON "written_answer"("witness_id");

-- AddForeignKey
ALTER TABLE "group_slip_count" ADD CONSTRAINT "group_slip_count_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "written_answer" ADD CONSTRAINT "written_answer_witness_id_fkey" FOREIGN KEY ("witness_id") REFERENCES "group_membership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_motion" ADD CONSTRAINT "agenda_motion_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_motion" ADD CONSTRAINT "agenda_motion_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "group_membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_motion" ADD CONSTRAINT "agenda_motion_agenda_item_id_fkey" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE group_charter
	ADD CONSTRAINT group_charter_invitation_days CHECK (invitation_days BETWEEN 0 AND 90),
	ADD CONSTRAINT group_charter_motion_days CHECK (motion_days BETWEEN 0 AND 90);
ALTER TABLE written_answer
	ADD CONSTRAINT written_answer_witness CHECK (witness_id IS NULL OR (from_paper AND witness_id <> membership_id));
ALTER TABLE agenda_motion
	ADD CONSTRAINT agenda_motion_title_length CHECK (length(title) BETWEEN 3 AND 120),
	ADD CONSTRAINT agenda_motion_text_length CHECK (length(text) BETWEEN 1 AND 5000),
	ADD CONSTRAINT agenda_motion_declined CHECK ((declined_at IS NULL) = (decline_reason IS NULL)),
	ADD CONSTRAINT agenda_motion_one_end CHECK (agenda_item_id IS NULL OR declined_at IS NULL);
ALTER TABLE group_slip_count
	ADD CONSTRAINT group_slip_count_sums CHECK (jsonb_typeof(sums) = 'array');
CREATE TRIGGER group_slip_count_is_open BEFORE INSERT OR UPDATE ON group_slip_count
	FOR EACH ROW EXECUTE FUNCTION group_vote_is_open('secret');

-- A seat whose ballot is in the box is handed no slip any more, and a counted slip is not taken back.
CREATE OR REPLACE FUNCTION group_secret_voter_votes_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' THEN
		IF current_setting('gemeinwerk.shuffled_vote', true) = OLD.recommendation_id::text
			AND current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID)
		THEN RETURN OLD; END IF;
		RAISE EXCEPTION 'the voting list is kept' USING ERRCODE = 'insufficient_privilege';
	END IF;
	IF (NEW.recommendation_id, NEW.membership_id) IS DISTINCT FROM (OLD.recommendation_id, OLD.membership_id)
		OR (OLD.has_voted AND NOT NEW.has_voted)
		OR (OLD.has_voted AND NEW.on_paper IS DISTINCT FROM OLD.on_paper)
	THEN RAISE EXCEPTION 'a ballot was cast'; END IF;
	RETURN NEW;
END $$;
