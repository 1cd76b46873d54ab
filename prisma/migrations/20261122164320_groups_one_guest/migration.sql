-- whoever is asked, invited or comes to the door is one guest
-- AlterTable
ALTER TABLE "date_poll_invitee" ADD COLUMN     "guest_id" UUID;

-- AlterTable
ALTER TABLE "meeting_invitation" ADD COLUMN     "guest_id" UUID;

-- Guests who were known by a poll or an invitation only become guests of the group, once each mail address. Their access ends
-- with the day after the last date they were told of. Who has no address is a guest for that meeting, under its invitation's id.
CREATE TEMPORARY TABLE guest_before AS
	SELECT invitation.id, meeting.group_id, guest_name AS name, lower(guest_email) AS email,
		meeting.day + 1 AS valid_until, invitation.invited_at
	FROM meeting_invitation invitation JOIN meeting ON meeting.id = invitation.meeting_id
	WHERE membership_id IS NULL
	UNION ALL
	SELECT invitee.id, poll.group_id, guest_name, lower(guest_email),
		(SELECT (max(starts_at) AT TIME ZONE 'Europe/Berlin')::date + 1 FROM date_poll_slot WHERE poll_id = poll.id), poll.created_at
	FROM date_poll_invitee invitee JOIN date_poll poll ON poll.id = invitee.poll_id
	WHERE membership_id IS NULL;
ALTER TABLE guest_before ADD guest_id uuid;
UPDATE guest_before SET guest_id = (
	SELECT guest.id FROM group_guest guest
	WHERE guest.group_id = guest_before.group_id AND lower(guest.email) = guest_before.email AND revoked_at IS NULL
	ORDER BY guest.invited_at, guest.id LIMIT 1);
INSERT INTO group_guest (id, group_id, name, email, purpose, locale, valid_until, invited_at)
	SELECT DISTINCT ON (group_id, coalesce(email, id::text)) id, group_id, name, email, '', 'de', valid_until, invited_at
	FROM guest_before WHERE guest_id IS NULL
	ORDER BY group_id, coalesce(email, id::text), invited_at, id;
UPDATE guest_before SET guest_id = coalesce((
	SELECT guest.id FROM group_guest guest
	WHERE guest.group_id = guest_before.group_id AND guest.email = guest_before.email AND revoked_at IS NULL
	ORDER BY guest.invited_at, guest.id LIMIT 1), id)
	WHERE guest_id IS NULL;
UPDATE group_guest SET valid_until = greatest(group_guest.valid_until, known.valid_until)
	FROM (SELECT guest_id, max(valid_until) AS valid_until FROM guest_before GROUP BY guest_id) known
	WHERE known.guest_id = group_guest.id;
UPDATE meeting_invitation SET guest_id = guest_before.guest_id FROM guest_before WHERE guest_before.id = meeting_invitation.id;
UPDATE date_poll_invitee SET guest_id = guest_before.guest_id FROM guest_before WHERE guest_before.id = date_poll_invitee.id;
DROP TABLE guest_before;
-- AlterTable
ALTER TABLE "date_poll_invitee" DROP COLUMN "guest_email",
DROP COLUMN "guest_name";

-- AlterTable
ALTER TABLE "meeting_invitation" DROP COLUMN "guest_email",
DROP COLUMN "guest_name";

-- a guest of an item is a guest of its meeting, unless that is over
INSERT INTO meeting_invitation (id, meeting_id, guest_id, invited_at)
	SELECT gen_random_uuid(), meeting.id, guest.id, min(guest.invited_at)
	FROM group_guest guest
	JOIN group_guest_item item ON item.guest_id = guest.id
	JOIN agenda_item ON agenda_item.id = item.agenda_item_id
	JOIN meeting ON meeting.id = agenda_item.meeting_id
	WHERE guest.revoked_at IS NULL AND meeting.held_at IS NULL AND meeting.cancelled_at IS NULL AND meeting.format <> 'circular'
		AND NOT EXISTS (SELECT FROM meeting_invitation known WHERE known.meeting_id = meeting.id AND known.guest_id = guest.id)
	GROUP BY meeting.id, guest.id;

-- CreateIndex
CREATE INDEX "date_poll_invitee_guest_id_idx" ON "date_poll_invitee"("guest_id");

-- CreateIndex
CREATE UNIQUE INDEX "date_poll_invitee_poll_id_guest_id_key" ON "date_poll_invitee"("poll_id", "guest_id");

-- CreateIndex
CREATE INDEX "meeting_invitation_guest_id_idx" ON "meeting_invitation"("guest_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_invitation_meeting_id_guest_id_key" ON "meeting_invitation"("meeting_id", "guest_id");

-- AddForeignKey
ALTER TABLE "date_poll_invitee" ADD CONSTRAINT "date_poll_invitee_guest_id_fkey" FOREIGN KEY ("guest_id") REFERENCES "group_guest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_invitation" ADD CONSTRAINT "meeting_invitation_guest_id_fkey" FOREIGN KEY ("guest_id") REFERENCES "group_guest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE date_poll_invitee
	ADD CONSTRAINT date_poll_invitee_member_or_guest CHECK ((membership_id IS NULL) = (guest_id IS NOT NULL));
ALTER TABLE meeting_invitation
	ADD CONSTRAINT meeting_invitation_member_or_guest CHECK ((membership_id IS NULL) = (guest_id IS NOT NULL));

-- AlterTable
ALTER TABLE "group_document_return" ADD COLUMN     "remarks" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "group_document_credit" (
    "version_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,

    CONSTRAINT "group_document_credit_pkey" PRIMARY KEY ("version_id","kind","subject_id")
);

-- AddForeignKey
ALTER TABLE "group_document_credit" ADD CONSTRAINT "group_document_credit_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "group_document_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- what was said to have gone into a version stands with it
CREATE TRIGGER group_document_credit_kept BEFORE UPDATE OR DELETE ON group_document_credit
	FOR EACH ROW EXECUTE FUNCTION keep_group_document_version();
