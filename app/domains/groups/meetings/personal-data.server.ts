import type { PersonalData } from "~/platform/manifest.server";

const day = 24 * 60 * 60 * 1000;
/** So long after a meeting, or the last day of a poll, it is kept which guests were asked and did not come. */
const guestsKept = 90 * day;

/**
 * Written answers and bias stay with the seat, because a certified result rests on them. Replies and answers to polls are
 * forgotten with the person, notes of workshops stay without their author. Names and addresses of guests: `guests/`.
 */
export const meetingPersonalData: PersonalData = {
	async export(db, personId) {
		const own = { membership: { personId } };
		const [invitations, polls, biases, written, notes, dots, motions] = await Promise.all([
			db.meetingInvitation.findMany({
				where: own,
				select: { invitedAt: true, reply: true, repliedAt: true, meeting: { select: { title: true, startsAt: true } } },
			}),
			db.datePollInvitee.findMany({
				where: own,
				select: {
					answeredAt: true,
					poll: { select: { title: true } },
					answers: { select: { answer: true, slot: { select: { startsAt: true } } } },
				},
			}),
			db.declaredBias.findMany({
				where: own,
				select: { declaredAt: true, agendaItem: { select: { title: true } } },
			}),
			db.writtenAnswer.findMany({
				where: { OR: [own, { answeredById: personId }] },
				select: { answer: true, reason: true, answeredAt: true, agendaItem: { select: { title: true } } },
			}),
			db.workshopNote.findMany({ where: { authorId: personId }, select: { text: true, createdAt: true } }),
			db.workshopDot.findMany({ where: { personId }, select: { givenAt: true, note: { select: { text: true } } } }),
			db.agendaMotion.findMany({
				where: own,
				select: { title: true, text: true, submittedAt: true, declineReason: true },
			}),
		]);
		return { meetings: { invitations, polls, biases, written, notes, dots, motions } };
	},
	async erase({ db }, personId) {
		const own = { membership: { personId } };
		await db.datePollAnswer.deleteMany({ where: { invitee: own } });
		await db.datePollInvitee.updateMany({ where: own, data: { answeredAt: null, writtenById: null } });
		await db.meetingInvitation.updateMany({
			where: own,
			data: { reply: null, repliedAt: null, repliedById: null },
		});
		await db.datePollInvitee.updateMany({ where: { writtenById: personId }, data: { writtenById: null } });
		await db.meetingInvitation.updateMany({ where: { repliedById: personId }, data: { repliedById: null } });
		await db.declaredBias.updateMany({ where: { writtenById: personId }, data: { writtenById: null } });
		await db.writtenAnswer.updateMany({ where: { answeredById: personId }, data: { answeredById: null } });
		await db.workshopNote.updateMany({ where: { authorId: personId }, data: { authorId: null } });
		await db.workshopDot.deleteMany({ where: { personId } });
	},
	async retain({ db, now }) {
		const before = new Date(now.getTime() - guestsKept);
		// guests of a date that was fixed are known by their invitation
		const oldPoll = { guestId: { not: null }, poll: { answerUntil: { lt: before } } };
		await db.datePollAnswer.deleteMany({ where: { invitee: oldPoll } });
		const asked = await db.datePollInvitee.deleteMany({ where: oldPoll });
		const absent = await db.meetingInvitation.deleteMany({
			where: { guestId: { not: null }, meeting: { startsAt: { lt: before } }, arrivedAt: null },
		});
		return asked.count + absent.count;
	},
};
