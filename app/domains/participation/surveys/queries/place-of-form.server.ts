import { hashToken } from "~/platform/tokens.server";
import type { View } from "~/platform/world.server";

/** The slug of the place whose survey this path answers, or null; the address names none itself. */
export async function placeOfForm({ db }: Pick<View, "db">, path: string): Promise<string | null> {
	const token = /^\/umfrage\/([\w-]{20,100})(?:\/|$)/.exec(path)?.[1];
	if (!token) return null;
	const answer = await db.surveyAnswer.findUnique({
		where: { tokenHash: hashToken(token) },
		select: {
			survey: { select: { process: { select: { organisation: { select: { space: { select: { slug: true } } } } } } } },
		},
	});
	return answer?.survey.process.organisation.space?.slug ?? null;
}
