-- DropIndex
DROP INDEX "attendance_meeting_id_substitute_id_key";

-- AlterTable
ALTER TABLE "working_group" ADD COLUMN     "invitation_days" INTEGER NOT NULL DEFAULT 14;

-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "begun_at" TIMESTAMPTZ(3),
ADD COLUMN     "cancel_reason" TEXT,
ADD COLUMN     "cancelled_at" TIMESTAMPTZ(3),
ADD COLUMN     "changed_at" TIMESTAMPTZ(3),
ADD COLUMN     "dots_each" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "ends_at" TIMESTAMPTZ(3),
ADD COLUMN     "format" TEXT NOT NULL DEFAULT 'meeting',
ADD COLUMN     "online_url" TEXT,
ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "agenda_item" ADD COLUMN     "called_at" TIMESTAMPTZ(3),
ADD COLUMN     "carried_from_id" UUID,
ADD COLUMN     "closed_at" TIMESTAMPTZ(3),
ADD COLUMN     "outcome" TEXT,
ADD COLUMN     "planned_minutes" INTEGER,
ADD COLUMN     "proposal" TEXT;

-- AlterTable
ALTER TABLE "attendance" DROP CONSTRAINT "attendance_pkey",
ADD COLUMN     "id" UUID NOT NULL DEFAULT gen_random_uuid(),
ADD CONSTRAINT "attendance_pkey" PRIMARY KEY ("id");

-- CreateTable
CREATE TABLE "date_poll" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "is_public" BOOLEAN NOT NULL,
    "answer_until" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "meeting_id" UUID,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "date_poll_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "date_poll_slot" (
    "id" UUID NOT NULL,
    "poll_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "date_poll_slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "date_poll_invitee" (
    "id" UUID NOT NULL,
    "poll_id" UUID NOT NULL,
    "membership_id" UUID,
    "guest_name" TEXT,
    "guest_email" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "written_by_id" UUID,

    CONSTRAINT "date_poll_invitee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "date_poll_answer" (
    "invitee_id" UUID NOT NULL,
    "slot_id" UUID NOT NULL,
    "answer" TEXT NOT NULL,

    CONSTRAINT "date_poll_answer_pkey" PRIMARY KEY ("invitee_id","slot_id")
);

-- CreateTable
CREATE TABLE "meeting_invitation" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "membership_id" UUID,
    "guest_name" TEXT,
    "guest_email" TEXT,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "reply" TEXT,
    "replied_at" TIMESTAMPTZ(3),
    "replied_by_id" UUID,
    "capacity" TEXT,
    "arrived_at" TIMESTAMPTZ(3),
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "meeting_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "declared_bias" (
    "agenda_item_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,
    "written_by_id" UUID,

    CONSTRAINT "declared_bias_pkey" PRIMARY KEY ("agenda_item_id","membership_id")
);

-- CreateTable
CREATE TABLE "written_answer" (
    "agenda_item_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_by_id" UUID,
    "from_paper" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "written_answer_pkey" PRIMARY KEY ("agenda_item_id","membership_id")
);

-- CreateTable
CREATE TABLE "workshop_table" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "topic" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "workshop_table_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workshop_note" (
    "id" UUID NOT NULL,
    "table_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3),
    "paper_dots" INTEGER NOT NULL DEFAULT 0,
    "is_result" BOOLEAN NOT NULL DEFAULT false,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "workshop_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workshop_dot" (
    "note_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "workshop_dot_pkey" PRIMARY KEY ("note_id","person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "date_poll_meeting_id_key" ON "date_poll"("meeting_id");

-- CreateIndex
CREATE INDEX "date_poll_group_id_created_at_idx" ON "date_poll"("group_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "date_poll_slot_poll_id_starts_at_key" ON "date_poll_slot"("poll_id", "starts_at");

-- CreateIndex
CREATE INDEX "date_poll_invitee_membership_id_idx" ON "date_poll_invitee"("membership_id");

-- CreateIndex
CREATE INDEX "date_poll_invitee_written_by_id_idx" ON "date_poll_invitee"("written_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "date_poll_invitee_poll_id_membership_id_key" ON "date_poll_invitee"("poll_id", "membership_id");

-- CreateIndex
CREATE INDEX "date_poll_answer_slot_id_idx" ON "date_poll_answer"("slot_id");

-- CreateIndex
CREATE INDEX "meeting_invitation_membership_id_idx" ON "meeting_invitation"("membership_id");

-- CreateIndex
CREATE INDEX "meeting_invitation_replied_by_id_idx" ON "meeting_invitation"("replied_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_invitation_meeting_id_membership_id_key" ON "meeting_invitation"("meeting_id", "membership_id");

-- CreateIndex
CREATE INDEX "declared_bias_membership_id_idx" ON "declared_bias"("membership_id");

-- CreateIndex
CREATE INDEX "declared_bias_written_by_id_idx" ON "declared_bias"("written_by_id");

-- CreateIndex
CREATE INDEX "written_answer_membership_id_idx" ON "written_answer"("membership_id");

-- CreateIndex
CREATE INDEX "written_answer_answered_by_id_idx" ON "written_answer"("answered_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "workshop_table_meeting_id_number_key" ON "workshop_table"("meeting_id", "number");

-- CreateIndex
CREATE INDEX "workshop_note_table_id_created_at_idx" ON "workshop_note"("table_id", "created_at");

-- CreateIndex
CREATE INDEX "workshop_note_author_id_idx" ON "workshop_note"("author_id");

-- CreateIndex
CREATE INDEX "workshop_dot_person_id_idx" ON "workshop_dot"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_item_carried_from_id_key" ON "agenda_item"("carried_from_id");

-- CreateIndex
CREATE INDEX "attendance_meeting_id_idx" ON "attendance"("meeting_id");

-- AddForeignKey
ALTER TABLE "date_poll" ADD CONSTRAINT "date_poll_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "date_poll" ADD CONSTRAINT "date_poll_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "date_poll_slot" ADD CONSTRAINT "date_poll_slot_poll_id_fkey" FOREIGN KEY ("poll_id") REFERENCES "date_poll"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "date_poll_invitee" ADD CONSTRAINT "date_poll_invitee_poll_id_fkey" FOREIGN KEY ("poll_id") REFERENCES "date_poll"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "date_poll_invitee" ADD CONSTRAINT "date_poll_invitee_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "group_membership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "date_poll_answer" ADD CONSTRAINT "date_poll_answer_invitee_id_fkey" FOREIGN KEY ("invitee_id") REFERENCES "date_poll_invitee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "date_poll_answer" ADD CONSTRAINT "date_poll_answer_slot_id_fkey" FOREIGN KEY ("slot_id") REFERENCES "date_poll_slot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_invitation" ADD CONSTRAINT "meeting_invitation_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_invitation" ADD CONSTRAINT "meeting_invitation_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "group_membership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declared_bias" ADD CONSTRAINT "declared_bias_agenda_item_id_fkey" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declared_bias" ADD CONSTRAINT "declared_bias_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "group_membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "written_answer" ADD CONSTRAINT "written_answer_agenda_item_id_fkey" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "written_answer" ADD CONSTRAINT "written_answer_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "group_membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workshop_table" ADD CONSTRAINT "workshop_table_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workshop_note" ADD CONSTRAINT "workshop_note_table_id_fkey" FOREIGN KEY ("table_id") REFERENCES "workshop_table"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workshop_dot" ADD CONSTRAINT "workshop_dot_note_id_fkey" FOREIGN KEY ("note_id") REFERENCES "workshop_note"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_carried_from_id_fkey" FOREIGN KEY ("carried_from_id") REFERENCES "agenda_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema language of Prisma cannot say about meetings. Appended by hand to the migration.
-- New rows bring their id along.
ALTER TABLE attendance ALTER COLUMN id DROP DEFAULT;
UPDATE meeting SET begun_at = starts_at WHERE held_at IS NOT NULL;

ALTER TABLE meeting
	ADD CONSTRAINT meeting_format CHECK (format IN ('meeting', 'workshop', 'online', 'hybrid', 'circular')),
	ADD CONSTRAINT meeting_order CHECK (ends_at > starts_at),
	ADD CONSTRAINT meeting_circular_ends CHECK (format <> 'circular' OR ends_at IS NOT NULL),
	ADD CONSTRAINT meeting_begun_before_held CHECK (held_at IS NULL OR begun_at IS NOT NULL),
	ADD CONSTRAINT meeting_cancelled_or_begun CHECK (cancelled_at IS NULL OR begun_at IS NULL),
	ADD CONSTRAINT meeting_dots CHECK (dots_each BETWEEN 0 AND 20),
	ADD CONSTRAINT meeting_online_url CHECK (online_url ~ '^https://');
ALTER TABLE working_group ADD CONSTRAINT working_group_invitation_days CHECK (invitation_days BETWEEN 0 AND 90);
ALTER TABLE agenda_item
	ADD CONSTRAINT agenda_item_outcome CHECK (outcome IN ('done', 'postponed')),
	ADD CONSTRAINT agenda_item_minutes CHECK (planned_minutes BETWEEN 1 AND 600),
	ADD CONSTRAINT agenda_item_not_from_itself CHECK (carried_from_id <> id);
ALTER TABLE attendance
	-- one at a time: a seat is filled by one person, and a substitute fills one seat
	ADD CONSTRAINT attendance_seat_once EXCLUDE USING gist (
		meeting_id WITH =, membership_id WITH =, tstzrange(arrived_at, left_at, '[)') WITH &&),
	ADD CONSTRAINT attendance_substitute_once EXCLUDE USING gist (
		meeting_id WITH =, substitute_id WITH =, tstzrange(arrived_at, left_at, '[)') WITH &&) WHERE (substitute_id IS NOT NULL);
ALTER TABLE date_poll
	ADD CONSTRAINT date_poll_title_length CHECK (length(title) BETWEEN 3 AND 120),
	ADD CONSTRAINT date_poll_format CHECK (format IN ('meeting', 'workshop', 'online', 'hybrid')),
	ADD CONSTRAINT date_poll_fixed_is_closed CHECK (meeting_id IS NULL OR closed_at IS NOT NULL);
ALTER TABLE date_poll_slot ADD CONSTRAINT date_poll_slot_order CHECK (ends_at > starts_at);
ALTER TABLE date_poll_invitee
	ADD CONSTRAINT date_poll_invitee_member_or_guest CHECK ((membership_id IS NULL) = (guest_name IS NOT NULL)
		AND (guest_name IS NULL) = (guest_email IS NULL));
CREATE UNIQUE INDEX date_poll_invitee_guest_once ON date_poll_invitee (poll_id, lower(guest_email));
ALTER TABLE date_poll_answer ADD CONSTRAINT date_poll_answer_known CHECK (answer IN ('yes', 'if-needed', 'no'));
ALTER TABLE meeting_invitation
	ADD CONSTRAINT meeting_invitation_member_or_guest CHECK ((membership_id IS NULL) = (guest_name IS NOT NULL)),
	ADD CONSTRAINT meeting_invitation_reply CHECK (reply IN ('coming', 'substitute', 'absent')
		AND (reply <> 'substitute' OR membership_id IS NOT NULL)),
	ADD CONSTRAINT meeting_invitation_capacity CHECK (
		capacity IS NULL OR (capacity IN ('guest', 'reporting') AND membership_id IS NULL)),
	ADD CONSTRAINT meeting_invitation_there CHECK ((capacity IS NULL) = (arrived_at IS NULL) AND left_at > arrived_at);
CREATE UNIQUE INDEX meeting_invitation_guest_once ON meeting_invitation (meeting_id, lower(guest_email));
ALTER TABLE written_answer ADD CONSTRAINT written_answer_known CHECK (answer IN ('yes', 'no', 'abstain', 'object')
	AND (answer <> 'object' OR length(reason) >= 3));
ALTER TABLE workshop_table ADD CONSTRAINT workshop_table_topic_length CHECK (length(topic) BETWEEN 3 AND 120);
ALTER TABLE workshop_note
	ADD CONSTRAINT workshop_note_text_length CHECK (length(text) BETWEEN 1 AND 1000),
	ADD CONSTRAINT workshop_note_paper_dots CHECK (paper_dots BETWEEN 0 AND 999);
