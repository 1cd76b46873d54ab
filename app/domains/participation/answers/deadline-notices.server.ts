import { inForce, today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { formatFor, type Locale, textFor } from "~/platform/i18n";
import type { Notice, Recipient, RecordedEvent } from "~/platform/manifest.server";
import { boardPath } from "./addresses";
import { stepFrom } from "./commands/remind-of-answers.server";
import { type Step, type Told, toldAt } from "./deadline";
import { staffMessages } from "./staff-messages";

type Db = Prisma.TransactionClient;
type Reached = {
	step: Step;
	open: number;
	process: { title: string; slug: string; answeredUntil: Date | null };
	posts: Record<Told, string | null>;
};
type Reader = { to: Recipient; locale: Locale; told: Told; reached: Reached[] };

/** Everybody who owes answers, once each, with all processes that concern them: work for the letter of the day. */
export async function noticesOfDueAnswers(db: Db, event: RecordedEvent): Promise<Notice[]> {
	const entries = Array.isArray(event.facts.steps) ? event.facts.steps.flatMap((entry) => stepFrom(entry) ?? []) : [];
	const space = await db.space.findUnique({
		where: { organisationId: event.ownerId },
		select: { slug: true, name: true },
	});
	if (!space) return [];
	const day = today(event.at);
	const head = await db.post.findFirst({
		where: { organisationId: event.ownerId, kind: "HEAD", ...inForce(day) },
		orderBy: { id: "asc" },
		select: { id: true },
	});
	const processes = await db.process.findMany({
		where: { id: { in: entries.map(({ processId }) => processId) }, archivedAt: null },
		select: { id: true, title: true, slug: true, answeredUntil: true, responsiblePostId: true, deputyPostId: true },
	});
	const reached = entries.flatMap(({ processId, step, open }): Reached[] => {
		const process = processes.find(({ id }) => id === processId);
		if (!process) return [];
		const posts = { responsible: process.responsiblePostId, deputy: process.deputyPostId, lead: head?.id ?? null };
		return [{ step, open, process, posts }];
	});
	return (await readersOf(db, reached, day)).map((reader) => noticeFor(reader, space));
}

/** Whoever holds one of the posts today, or its mailbox where nobody with an account does; nobody twice. */
async function readersOf(db: Db, reached: readonly Reached[], day: Date): Promise<Reader[]> {
	const readers = new Map<string, Reader>();
	for (const one of reached) {
		for (const told of toldAt(one.step)) {
			const postId = one.posts[told];
			if (!postId) continue;
			for (const { key, to, locale } of await behind(db, postId, day)) {
				const reader = readers.get(key) ?? { to, locale, told, reached: [] };
				if (!reader.reached.includes(one)) reader.reached.push(one);
				readers.set(key, reader);
			}
		}
	}
	return [...readers.values()];
}

async function behind(db: Db, postId: string, day: Date): Promise<{ key: string; to: Recipient; locale: Locale }[]> {
	const post = await db.post.findUnique({
		where: { id: postId },
		select: {
			mailbox: true,
			holdings: {
				where: inForce(day),
				select: { person: { select: { id: true, account: { select: { locale: true } } } } },
			},
		},
	});
	if (!post) return [];
	const people = post.holdings.flatMap(({ person: { id, account } }) =>
		account
			? [{ key: id, to: { personId: id }, locale: account.locale === "en" ? ("en" as const) : ("de" as const) }]
			: [],
	);
	if (people.length > 0 || !post.mailbox) return people;
	return [{ key: post.mailbox.toLowerCase(), to: { email: post.mailbox, locale: "de" }, locale: "de" }];
}

function noticeFor({ to, locale, told, reached }: Reader, space: { slug: string; name: string }): Notice {
	const t = textFor(locale, staffMessages);
	const { dateLong } = formatFor(locale);
	const count = reached.reduce((sum, { open }) => sum + open, 0);
	const [only] = reached;
	return {
		to,
		kind: "digest",
		topic: "work",
		subject: t("deadline.subject", { count, place: space.name }),
		paragraphs: reached.map(({ step, open, process }) => {
			const date = process.answeredUntil ? dateLong(process.answeredUntil.toISOString().slice(0, 10)) : "";
			const words = step === "very-late" ? "late" : step;
			return t(`deadline.${words}`, { process: process.title, count: open, date });
		}),
		action: {
			path: only && reached.length === 1 ? boardPath(space.slug, only.process.slug) : "/heute",
			label: t("deadline.button"),
		},
		because: t(`deadline.because.${told}`),
	};
}
