import { inForce, today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import type { Locale } from "~/platform/i18n";
import { coversOn, presentOf } from "../../organisations/index.server";

/**
 * Who is to be told of what lies with a post at a moment: those who hold it, and while none of them is there, whoever stands
 * in. With the language to write in; without who were erased.
 */
export async function toldAtPost(
	db: Prisma.TransactionClient,
	postId: string,
	at: Date,
): Promise<{ personId: string; locale: Locale }[]> {
	const day = today(at);
	const found = (await coversOn({ db, now: at }, [postId], day)).get(postId);
	const covering = found?.cover.by === "deputy" ? found.rows.get(found.cover.postId) : undefined;
	const cover = covering ? presentOf(covering) : [];
	const people = await db.person.findMany({
		where: {
			erasedAt: null,
			OR: [{ id: { in: cover } }, { holdings: { some: { postId, ...inForce(day) } } }],
		},
		select: { id: true, account: { select: { locale: true } } },
		orderBy: { id: "asc" },
		take: 50,
	});
	return people.map(({ id, account }) => ({ personId: id, locale: account?.locale === "en" ? "en" : "de" }));
}
