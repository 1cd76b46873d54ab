import { inForce, today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { formatFor, type Locale, textFor } from "~/platform/i18n";
import type { Notice, Recipient, RecordedEvent } from "~/platform/manifest.server";
import { dayText } from "../days.server";
import type { EscalationStep } from "./escalation";
import { letterMessages } from "./letter-messages";

type Db = Prisma.TransactionClient;
type Reader = { key: string; to: Recipient; locale: Locale };

/** Whoever holds a post today and has an account; its mailbox where nobody does. */
async function readersOf(db: Db, postId: string, at: Date): Promise<Reader[]> {
	const post = await db.post.findUnique({
		where: { id: postId },
		select: {
			mailbox: true,
			holdings: {
				where: inForce(today(at)),
				orderBy: { id: "asc" },
				take: 20,
				select: { person: { select: { id: true, account: { select: { locale: true } } } } },
			},
		},
	});
	if (!post) return [];
	const people = post.holdings.flatMap(({ person: { id, account } }): Reader[] =>
		account ? [{ key: id, to: { personId: id }, locale: account.locale === "en" ? "en" : "de" }] : [],
	);
	if (people.length > 0 || !post.mailbox) return people;
	return [{ key: post.mailbox.toLowerCase(), to: { email: post.mailbox, locale: "de" }, locale: "de" }];
}

/** The post that is asked learns that a question waits; its words stay in the house, for mail is an open postcard. */
export async function tellAsked(db: Db, event: RecordedEvent): Promise<Notice[]> {
	const row = await db.concernForwarding.findUnique({
		where: { id: String(event.facts.forwarding) },
		include: { concern: { select: { code: true, owner: { select: { space: { select: { slug: true } } } } } } },
	});
	const slug = row?.concern.owner.space?.slug;
	if (!row || !slug || row.endedAt) return [];
	const { code } = row.concern;
	return (await readersOf(db, row.postId, event.at)).map(({ to, locale }) => {
		const t = textFor(locale, letterMessages);
		return {
			to,
			kind: "service",
			subject: t("forwarded.subject", { code }),
			paragraphs: [t("forwarded.text", { date: formatFor(locale).dateLong(dayText(row.dueOn)) })],
			action: {
				path: `/o/${slug}/verwaltung/anliegen/${code}/weitergabe/${row.id}`,
				label: t("forwarded.button"),
			},
			because: t("forwarded.because"),
		};
	});
}

/** What one entry of the event's `steps` says; null for something else. */
function stepFrom(entry: unknown): { concernId: string; step: EscalationStep } | null {
	const [concernId, step] = String(entry).split(" ");
	return concernId && (step === "DEPUTY" || step === "LEAD") ? { concernId, step } : null;
}

/** Who leads an organisation: its head, and those who administer it, by their posts or in person. */
async function leadsOf(db: Db, ownerId: string, at: Date): Promise<Reader[]> {
	const day = inForce(today(at));
	const [heads, grants] = await Promise.all([
		db.post.findMany({
			where: { organisationId: ownerId, kind: "HEAD", ...day },
			select: { id: true },
			orderBy: { id: "asc" },
			take: 3,
		}),
		db.roleGrant.findMany({
			where: { role: "organisation-admin", scopeKind: "organisation", scopeId: ownerId, ...day },
			select: { postId: true, person: { select: { id: true, account: { select: { locale: true } } } } },
			orderBy: { id: "asc" },
			take: 20,
		}),
	]);
	const posts = [...heads.map(({ id }) => id), ...grants.flatMap(({ postId }) => postId ?? [])];
	const byPost = await Promise.all([...new Set(posts)].map((postId) => readersOf(db, postId, at)));
	const inPerson = grants.flatMap(({ person }): Reader[] =>
		person?.account
			? [{ key: person.id, to: { personId: person.id }, locale: person.account.locale === "en" ? "en" : "de" }]
			: [],
	);
	return [...byPost.flat(), ...inPerson];
}

/** Deputies of the responsible posts, and who leads the county: one message each, with all concerns that are late for them. */
export async function tellOfOverdue(db: Db, event: RecordedEvent): Promise<Notice[]> {
	const entries = Array.isArray(event.facts.steps) ? event.facts.steps.flatMap((entry) => stepFrom(entry) ?? []) : [];
	const day = today(event.at);
	const [space, leads, concerns] = await Promise.all([
		db.space.findUnique({ where: { organisationId: event.ownerId }, select: { slug: true } }),
		leadsOf(db, event.ownerId, event.at),
		db.concern.findMany({
			where: { id: { in: entries.map(({ concernId }) => concernId) }, state: { notIn: ["ANSWERED", "CLOSED"] } },
			select: {
				id: true,
				code: true,
				nextOn: true,
				assignments: {
					where: { untilAt: null },
					take: 1,
					select: {
						post: {
							select: {
								label: true,
								deputies: {
									where: { acceptedAt: { not: null }, ...inForce(day) },
									orderBy: [{ standing: "asc" }, { rank: "asc" }],
									take: 1,
									select: { deputyPostId: true },
								},
							},
						},
					},
				},
			},
		}),
	]);
	if (!space) return [];
	const told = new Map<string, { reader: Reader; step: EscalationStep; late: Set<(typeof concerns)[number]> }>();
	for (const { concernId, step } of entries) {
		const concern = concerns.find(({ id }) => id === concernId);
		if (!concern) continue;
		const deputies = concern.assignments.flatMap(({ post }) => post.deputies.map((row) => row.deputyPostId));
		const readers =
			step === "LEAD" ? leads : (await Promise.all(deputies.map((postId) => readersOf(db, postId, event.at)))).flat();
		for (const reader of readers) {
			const one = told.get(reader.key) ?? { reader, step, late: new Set() };
			one.late.add(concern);
			told.set(reader.key, one);
		}
	}
	return [...told.values()].map(({ reader: { to, locale }, step, late }) => {
		const t = textFor(locale, letterMessages);
		const { dateLong } = formatFor(locale);
		return {
			to,
			kind: "digest",
			topic: "work",
			subject: t("overdue.subject", { count: late.size }),
			paragraphs: [...late].map(({ code, nextOn, assignments }) =>
				t("overdue.line", {
					code,
					post: assignments[0]?.post.label ?? "–",
					date: nextOn ? dateLong(dayText(nextOn)) : "–",
				}),
			),
			action: { path: `/o/${space.slug}/verwaltung/anliegen?stand=due`, label: t("overdue.button") },
			because: t(`overdue.${step}`),
		};
	});
}
