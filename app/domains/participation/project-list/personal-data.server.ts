import type { PersonalData } from "~/platform/manifest.server";

/** Requests for participation are deleted with the person: the figure sinks, as with supports; an answer that was owed stays owed. */
export const personalData: PersonalData = {
	async export(db, personId) {
		const wishes = await db.participationWish.findMany({
			where: { personId },
			orderBy: [{ at: "asc" }, { projectId: "asc" }],
			select: { at: true, project: { select: { title: true, code: true } } },
		});
		return { participationWishes: wishes };
	},

	async erase({ db }, personId) {
		await db.participationWish.deleteMany({ where: { personId } });
	},

	/** A year after the answer, or after the end of the project, nobody needs to know who asked. */
	async retain({ db, now }) {
		const yearAgo = new Date(now.getTime() - 365 * 24 * 60 * 60 * 1000);
		const { count } = await db.participationWish.deleteMany({
			where: {
				project: {
					OR: [
						{ requestAnsweredAt: { lt: yearAgo } },
						{ stage: { in: ["done", "dropped"] }, confirmedAt: { lt: yearAgo } },
					],
				},
			},
		});
		return count;
	},
};
