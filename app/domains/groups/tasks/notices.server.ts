import type { Prisma } from "~/platform/database/generated/client";
import { formatFor, type Locale, textFor } from "~/platform/i18n";
import type { Manifest, Notice, RecordedEvent } from "~/platform/manifest.server";
import { dayText } from "../queries/names.server";
import { toldAtPost } from "../queries/post-holders.server";
import { taskMessages } from "./messages";

type Db = Prisma.TransactionClient;

async function told(db: Db, id: string) {
	return db.actionItem.findUnique({
		where: { id },
		select: {
			id: true,
			title: true,
			dueOn: true,
			postId: true,
			post: { select: { label: true } },
			member: {
				select: {
					personId: true,
					person: { select: { erasedAt: true, account: { select: { locale: true } } } },
				},
			},
			group: { select: { name: true, slug: true, organisation: { select: { space: { select: { slug: true } } } } } },
		},
	});
}

type Told = NonNullable<Awaited<ReturnType<typeof told>>>;
type Letters = ReturnType<typeof textFor<typeof taskMessages>>;
type Written = { subject: string; paragraphs: string[] };

/** Tells those at the post, and the member who does it; nobody of what they did themselves. */
async function tell(
	db: Db,
	event: RecordedEvent,
	write: (t: Letters, task: Told & { day: string }, isMember: boolean) => Written,
	{ member: toMember = true }: { member?: boolean } = {},
): Promise<Notice[]> {
	const task = await told(db, event.subject.id);
	if (!task) return [];
	const people: { personId: string; locale: Locale; isMember: boolean }[] = [];
	if (toMember && task.member && !task.member.person.erasedAt) {
		const { personId, person } = task.member;
		people.push({ personId, locale: person.account?.locale === "en" ? "en" : "de", isMember: true });
	}
	for (const holder of await toldAtPost(db, task.postId, event.at)) {
		if (!people.some(({ personId }) => personId === holder.personId)) people.push({ ...holder, isMember: false });
	}
	return people
		.filter(({ personId }) => personId !== event.actorPersonId)
		.map(({ personId, locale, isMember }) => {
			const t = textFor(locale, taskMessages);
			const day = formatFor(locale).dateLong(dayText(task.dueOn));
			const { group } = task;
			return {
				to: { personId },
				kind: "service",
				topic: "work",
				...write(t, { ...task, day }, isMember),
				action: {
					path: `/o/${group.organisation.space?.slug ?? ""}/arbeitskreise/${group.slug}/aufgaben/${task.id}`,
					label: t("letters.open"),
				},
				because: t(isMember ? "letters.becauseMember" : "letters.becausePost"),
			};
		});
}

export const taskNotices: NonNullable<Manifest["notices"]> = {
	"groups.task.created": (db, event) =>
		tell(db, event, (t, { title, group, post, day }, isMember) => ({
			subject: t("letters.created.subject", { title }),
			paragraphs: [
				t(isMember ? "letters.created.member" : "letters.created.post", { title, group: group.name, post: post.label }),
				t("letters.created.due", { day }),
			],
		})),

	"groups.task.reminded": (db, event) =>
		tell(db, event, (t, { title, group, day }) => {
			const when = event.facts.when === "due" ? "due" : "soon";
			return {
				subject: t(`letters.${when}.subject`, { title }),
				paragraphs: [t(`letters.${when}.text`, { title, group: group.name, day })],
			};
		}),

	"groups.task.given-back": (db, event) =>
		tell(
			db,
			event,
			(t, { title, group, post }) => ({
				subject: t("letters.back.subject", { title }),
				paragraphs: [t("letters.back.text", { title, group: group.name, post: post.label })],
			}),
			{ member: false },
		),
};
