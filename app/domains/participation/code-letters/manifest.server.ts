import { Prisma } from "~/platform/database/generated/client";
import type { Manifest } from "~/platform/manifest.server";

/** Addresses of which nobody made letters are gone after so long, in milliseconds. */
const keptFor = 24 * 60 * 60 * 1000;

/** What the domain participation joins into its manifest. */
export const manifest: Manifest = {
	domain: "participation",
	/** Those who get letters have no account, and their addresses go when the letters are made; here is who made them. */
	personalData: {
		async export(db, personId) {
			return {
				codeLettersMade: await db.codeLetterRun.findMany({
					where: { OR: [{ uploadedById: personId }, { madeById: personId }] },
					orderBy: { id: "asc" },
					select: { kind: true, letters: true, uploadedAt: true, madeAt: true },
				}),
			};
		},

		async erase({ db }, personId) {
			await db.codeLetterRun.updateMany({ where: { uploadedById: personId }, data: { uploadedById: null } });
			await db.codeLetterRun.updateMany({ where: { madeById: personId }, data: { madeById: null } });
		},

		/** Addresses of which nobody made letters within a day. */
		async retain({ db, now }) {
			const { count } = await db.codeLetterRun.updateMany({
				where: { addresses: { not: Prisma.DbNull }, uploadedAt: { lte: new Date(now.getTime() - keptFor) } },
				data: { addresses: Prisma.DbNull, takenBackAt: now },
			});
			return count;
		},
	},
};
