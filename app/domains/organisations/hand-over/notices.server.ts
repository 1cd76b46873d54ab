import { today } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import type { Manifest, Notice, RecordedEvent } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { placesOf } from "../queries/bodies.server";
import { messages } from "./messages";
import { keptPrivateBy } from "./queries/kept-private.server";

type Db = View["db"];

async function found(db: Db, where: { id: string } | { toPostId: string; completedAt: null }, at: Date) {
	const row = await db.handOver.findFirst({
		where,
		include: {
			fromPerson: { select: { erasedAt: true } },
			_count: { select: { items: { where: { state: "OPEN" } } } },
			toPost: {
				select: {
					label: true,
					holdings: {
						where: { OR: [{ validUntil: null }, { validUntil: { gt: today(at) } }] },
						select: { personId: true },
						orderBy: { id: "asc" },
						take: 20,
					},
				},
			},
		},
		orderBy: { createdAt: "desc" },
	});
	if (!row) return null;
	const slug = (await placesOf({ db }, [row.ownerId])).get(row.ownerId);
	return slug ? { row, path: `/o/${slug}/verwaltung/uebergaben/${row.id}` } : null;
}

type Found = NonNullable<Awaited<ReturnType<typeof found>>>;

// The recipient's language is known to the house only where the message is read; German is its default.
const t = textFor("de", messages);

function notice(personId: string, what: "take" | "leave", { row, path }: Found, more: string[] = []): Notice {
	const post = row.toPost.label;
	return {
		to: { personId },
		kind: "service",
		subject: t(`notice.${what}Subject`, { post }),
		paragraphs: [t(`notice.${what}Text`, { post }), ...more],
		action: { path, label: t("notice.open") },
		because: t("notice.because"),
	};
}

/** Those who take over what is open, and who leaves unless they are forgotten; these hear how much nobody else can read. */
async function tellBoth(db: Db, event: RecordedEvent): Promise<Notice[]> {
	const about = await found(db, { id: event.subject.id }, event.at);
	if (!about) return [];
	const { fromPersonId, fromPostId, fromPerson, ownerId, toPost, _count } = about.row;
	const takers = new Set(toPost.holdings.map(({ personId }) => personId).filter((id) => id !== fromPersonId));
	const told = _count.items > 0 ? [...takers].map((personId) => notice(personId, "take", about)) : [];
	if (!fromPersonId || fromPerson?.erasedAt) return told;
	const count = await keptPrivateBy({ db, now: event.at }, { postId: fromPostId, personId: fromPersonId, ownerId });
	const kept = count > 0 ? [t("notice.leavePrivate", { count })] : [];
	return [...told, notice(fromPersonId, "leave", about, kept)];
}

/** Somebody new finds what was left. */
async function tellSuccessor(db: Db, event: RecordedEvent): Promise<Notice[]> {
	const about = await found(db, { toPostId: event.subject.id, completedAt: null }, event.at);
	const personId = String(event.facts.person);
	return about && about.row.fromPersonId !== personId ? [notice(personId, "take", about)] : [];
}

export const handOverNotices: NonNullable<Manifest["notices"]> = {
	"organisations.hand-over.opened": tellBoth,
	"organisations.holding.began": tellSuccessor,
};
