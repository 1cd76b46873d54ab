import type { PersonalData } from "~/platform/manifest.server";

/** Staff who set up processes: what they did stays, without who did it. Nothing here is about citizens. */
export const personalData: PersonalData = {
	async export(db, personId) {
		const [processes, checks, hours, guidelines] = await Promise.all([
			db.process.findMany({
				where: { OR: [{ createdById: personId }, { releaseAskedById: personId }, { releasedById: personId }] },
				orderBy: { createdAt: "asc" },
				select: { title: true, createdAt: true, publishedAt: true, releasedHow: true },
			}),
			db.processCheck.findMany({
				where: { byId: personId },
				orderBy: { at: "asc" },
				select: { point: true, state: true, proof: true, at: true, process: { select: { title: true } } },
			}),
			db.helpHours.findMany({
				where: { byId: personId },
				orderBy: { at: "asc" },
				select: { day: true, minutes: true, what: true },
			}),
			db.participationGuidelines.findMany({
				where: { createdById: personId },
				orderBy: { createdAt: "asc" },
				select: { version: true, createdAt: true },
			}),
		]);
		return { processesSetUp: processes, processChecks: checks, helpHours: hours, guidelines };
	},

	/** `createdById` of processes is emptied with the contributions. */
	async erase({ db }, personId) {
		await db.process.updateMany({ where: { releaseAskedById: personId }, data: { releaseAskedById: null } });
		await db.process.updateMany({ where: { releasedById: personId }, data: { releasedById: null } });
		await db.processCheck.updateMany({ where: { byId: personId }, data: { byId: null } });
		await db.helpHours.updateMany({ where: { byId: personId }, data: { byId: null } });
		await db.ownRecipe.updateMany({ where: { createdById: personId }, data: { createdById: null } });
		await db.participationGuidelines.updateMany({ where: { createdById: personId }, data: { createdById: null } });
		for (const field of ["askedById", "acceptedById", "endedById"] as const) {
			await db.processHelp.updateMany({ where: { [field]: personId }, data: { [field]: null } });
		}
	},

	async retain() {
		return 0;
	},
};
