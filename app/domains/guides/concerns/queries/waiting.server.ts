import { today } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import type { Waiting } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { messages } from "../../messages";
import { guideRoles } from "../../policy.server";
import { heldPosts } from "../../queries/held-posts.server";
import { states } from "../concern";
import { handlingMessages } from "../handling-messages";
import { ownPosts } from "./find-concern.server";

/** States in which an act of ours is owed. */
const owed = states.filter((state) => state !== "ANSWERED" && state !== "CLOSED");

/** What waits for this reader: answers they owe to askers, and questions of guides to their posts. */
export async function waiting(view: View): Promise<Waiting[]> {
	return [...(await owing(view)), ...(await asked(view))];
}

/** „Rückmeldung schuldig“: open concerns of the posts that this person holds, by organisation. */
async function owing(view: View): Promise<Waiting[]> {
	const { db, actor, now, locale } = view;
	if (actor.kind !== "person") return [];
	const organisations = actor.grants.flatMap(({ role, scope }) =>
		guideRoles.some((one) => one === role) && scope.kind === "organisation" ? [scope.id] : [],
	);
	const posts = organisations.length > 0 ? await ownPosts(view) : [];
	if (posts.length === 0) return [];
	const rows = await db.concern.groupBy({
		by: ["ownerId"],
		where: {
			ownerId: { in: organisations },
			state: { in: owed },
			assignments: { some: { untilAt: null, postId: { in: posts } } },
		},
		_count: { _all: true },
		_min: { nextOn: true },
	});
	const spaces = await db.space.findMany({
		where: { organisationId: { in: rows.map(({ ownerId }) => ownerId) } },
		select: { organisationId: true, slug: true, name: true },
		orderBy: { name: "asc" },
	});
	const t = textFor(locale, messages);
	return spaces.flatMap(({ organisationId, slug, name }) => {
		const row = rows.find(({ ownerId }) => ownerId === organisationId);
		if (!row) return [];
		const urgent = row._min.nextOn !== null && row._min.nextOn <= today(now);
		const href = `/o/${slug}/verwaltung/anliegen?wer=ich`;
		return [{ label: t("waiting.owed"), about: name, count: row._count._all, href, urgent }];
	});
}

const questionsMost = 20;

/** „Fragen zu Anliegen“: open questions to the posts that this person holds or stands in for, each with its own page. */
async function asked(view: View): Promise<Waiting[]> {
	const posts = await heldPosts(view);
	if (posts.length === 0) return [];
	const rows = await view.db.concernForwarding.findMany({
		where: { postId: { in: posts }, endedAt: null },
		include: {
			concern: { select: { code: true, owner: { select: { space: { select: { slug: true, name: true } } } } } },
		},
		orderBy: [{ dueOn: "asc" }, { id: "asc" }],
		take: questionsMost,
	});
	const t = textFor(view.locale, handlingMessages);
	return rows.flatMap(({ id, dueOn, concern: { code, owner } }) =>
		owner.space
			? [
					{
						label: t("reply.waiting", { place: owner.space.name }),
						about: code,
						count: 1,
						href: `/o/${owner.space.slug}/verwaltung/anliegen/${code}/weitergabe/${id}`,
						urgent: dueOn <= today(view.now),
					},
				]
			: [],
	);
}
