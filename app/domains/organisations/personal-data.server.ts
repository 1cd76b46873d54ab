import type { PersonalData } from "~/platform/manifest.server";

/**
 * The names of a person are forgotten by accounts. Who held a public post and when stays, as "gelöschtes Konto": the record
 * of what was done in an office is the public's.
 */
export const personalData: PersonalData = {
	async export(db, personId) {
		const person = await db.person.findUnique({
			where: { id: personId },
			select: { givenName: true, familyName: true, displayName: true },
		});
		const holdings = await db.postHolding.findMany({
			where: { personId },
			select: {
				acting: true,
				validFrom: true,
				validUntil: true,
				post: { select: { label: true, organisation: { select: { name: true } } } },
			},
			orderBy: [{ validFrom: "asc" }, { id: "asc" }],
		});
		return {
			person,
			posts: holdings.map(({ post, acting, validFrom, validUntil }) => ({
				post: post.label,
				organisation: post.organisation.name,
				acting,
				validFrom,
				validUntil,
			})),
		};
	},
	async erase() {},
	async retain() {
		return 0;
	},
};
