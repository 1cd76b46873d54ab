import { hashToken } from "~/platform/tokens.server";
import type { View } from "~/platform/world.server";

/** The slug of the place whose ballot paper this path opens, or null; the address names none itself. */
export async function placeOfPaper({ db }: Pick<View, "db">, path: string): Promise<string | null> {
	const token = /^\/(?:stimmzettel|abstimmen)\/([\w-]{20,100})(?:\/|$)/.exec(path)?.[1];
	if (!token) return null;
	const voter = await db.ballotVoter.findUnique({
		where: { tokenHash: hashToken(token) },
		select: {
			box: { select: { process: { select: { organisation: { select: { space: { select: { slug: true } } } } } } } },
		},
	});
	return voter?.box.process.organisation.space?.slug ?? null;
}
