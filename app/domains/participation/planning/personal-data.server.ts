import type { PersonalData } from "~/platform/manifest.server";

/** Days after the end of the process for which names and addresses stay, to tell people the result and answer questions. */
const daysKept = 365;

const nameless = { name: null, email: null, address: null, authorId: null } as const;

/**
 * A statement belongs to the record of the statutory procedure, which is the office's; here the text stays for the weighing
 * table, the name and the addresses go with the person or a year after the process.
 */
export const personalData: PersonalData = {
	async export(db, personId) {
		return {
			planningStatements: await db.planningStatement.findMany({
				where: { authorId: personId },
				orderBy: { receivedAt: "asc" },
				select: {
					number: true,
					organisation: true,
					name: true,
					email: true,
					address: true,
					text: true,
					receivedAt: true,
				},
			}),
			planningPartsWeighed: await db.planningStatementPart.findMany({
				where: { weighedById: personId },
				orderBy: { weighedAt: "asc" },
				select: { vote: true, comment: true, weighedAt: true },
			}),
		};
	},

	async erase({ db, now }, personId) {
		const own = await db.planningStatement.findMany({ where: { authorId: personId }, select: { id: true } });
		await db.file.updateMany({
			where: { subjectKind: "planning-statement", subjectId: { in: own.map(({ id }) => id) }, removedAt: null },
			data: { removedAt: now },
		});
		await db.planningStatement.updateMany({ where: { enteredById: personId }, data: { enteredById: null } });
		await db.planningStatement.updateMany({ where: { authorId: personId }, data: nameless });
		await db.planningStatementPart.updateMany({ where: { weighedById: personId }, data: { weighedById: null } });
	},

	async retain({ db, now }) {
		const { count } = await db.planningStatement.updateMany({
			where: {
				OR: [{ name: { not: null } }, { email: { not: null } }, { address: { not: null } }],
				planning: { process: { archivedAt: { lt: new Date(now.getTime() - daysKept * 86_400_000) } } },
			},
			data: nameless,
		});
		return count;
	},
};
