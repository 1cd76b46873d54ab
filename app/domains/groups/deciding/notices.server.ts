import { inForce, today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { formatFor, type Locale, textFor } from "~/platform/i18n";
import type { Manifest, Notice, RecordedEvent } from "~/platform/manifest.server";
import { standsInFor } from "../group";
import { managedPath } from "../ui/group-crumbs";
import { ballotMode } from "./ballot";
import { voteLetterMessages } from "./letter-messages";

type Db = Prisma.TransactionClient;

const personSelection = {
	id: true,
	erasedAt: true,
	account: { select: { locale: true } },
} as const;

type Person = { id: string; erasedAt: Date | null; account: { locale: string } | null };

async function voteOf(db: Db, event: RecordedEvent) {
	const row = await db.recommendation.findUnique({
		where: { id: event.subject.id },
		select: {
			id: true,
			code: true,
			title: true,
			cancelledAt: true,
			votesRecordedAt: true,
			ballot: true,
			meeting: { select: { day: true } },
			group: {
				select: { id: true, name: true, slug: true, organisation: { select: { space: { select: { slug: true } } } } },
			},
			electorate: {
				where: { biased: false },
				select: {
					membershipId: true,
					substituteId: true,
					vote: { select: { actingId: true } },
					secretVoter: { select: { hasVoted: true, onPaper: true } },
					membership: { select: { id: true, onBehalfOf: true, person: { select: personSelection } } },
				},
				orderBy: { membershipId: "asc" },
				take: 1000,
			},
		},
	});
	if (!row?.ballot) return null;
	const substitutes = await db.groupMembership.findMany({
		where: { groupId: row.group.id, function: "substitute" },
		select: {
			id: true,
			substituteForId: true,
			onBehalfOf: true,
			validFrom: true,
			validUntil: true,
			person: { select: personSelection },
		},
		orderBy: { id: "asc" },
		take: 1000,
	});
	const place = row.group.organisation.space?.slug ?? "";
	return {
		...row,
		electorate: row.electorate.map((entry) => ({
			...entry,
			substitutes: substitutes.filter((one) => standsInFor(one, entry.membership)),
		})),
		mode: ballotMode(row.ballot.mode),
		closesAt: row.ballot.closesAt,
		groupPath: `/o/${place}/arbeitskreise/${row.group.slug}`,
		ballotPath: `/o/${place}/arbeitskreise/${row.group.slug}/abstimmungen/${row.code}`,
		managedPath: `${managedPath(place, row.group.slug)}/empfehlungen/${row.code}`,
	};
}

type Vote = NonNullable<Awaited<ReturnType<typeof voteOf>>>;
type Entry = Vote["electorate"][number];

function hasVoted({ vote, secretVoter }: Entry): boolean {
	return vote !== null || secretVoter?.hasVoted === true || secretVoter?.onPaper === true;
}

/** Who speaks for a seat: its holder, or the substitute who was acting when the vote was opened. */
function speaker({ membership, substitutes, substituteId }: Entry): Person {
	return substitutes.find(({ id }) => id === substituteId)?.person ?? membership.person;
}

/** One message each, also for who speaks for several seats; nobody who was erased. */
function once(people: readonly Person[], write: (person: Person, locale: Locale) => Notice): Notice[] {
	const living = new Map(people.filter(({ erasedAt }) => !erasedAt).map((person) => [person.id, person]));
	return [...living.values()].map((person) => write(person, person.account?.locale === "en" ? "en" : "de"));
}

/** Whom votes tell what; who has voted, and how, stands in none of it. */
export const voteNotices: NonNullable<Manifest["notices"]> = {
	"groups.recommendation.opened": async (db, event) => {
		const vote = await voteOf(db, event);
		if (!vote || vote.mode === "hands" || vote.cancelledAt) return [];
		const { mode, closesAt } = vote;
		const letter = (isSubstitute: boolean) => (person: Person, locale: Locale) => {
			const t = textFor(locale, voteLetterMessages);
			return notice(person, {
				subject: t("opened.subject", { title: vote.title }),
				paragraphs: [
					t("opened.text", { group: vote.group.name, title: vote.title, mode: t(`opened.mode.${mode}`) }),
					...(closesAt ? [t("opened.until", { until: formatFor(locale).dateTime(closesAt) })] : []),
					...(isSubstitute ? [t("opened.substitute")] : []),
				],
				action: { path: vote.ballotPath, label: t("opened.button") },
				because: t("opened.because"),
			});
		};
		const speakers = vote.electorate.map(speaker);
		const known = new Set(speakers.map(({ id }) => id));
		const standIns =
			mode === "named"
				? vote.electorate.filter(({ substituteId }) => substituteId === null).flatMap(inForceOn(vote))
				: [];
		return [
			...once(speakers, letter(false)),
			...once(
				standIns.filter(({ id }) => !known.has(id)),
				letter(true),
			),
		];
	},

	"groups.vote.reminded": async (db, event) => {
		const vote = await voteOf(db, event);
		// who has voted since then, or after the end, gets none
		if (!vote?.closesAt || vote.votesRecordedAt || vote.cancelledAt) return [];
		const { closesAt } = vote;
		return once(vote.electorate.filter((entry) => !hasVoted(entry)).map(speaker), (person, locale) => {
			const t = textFor(locale, voteLetterMessages);
			const until = formatFor(locale).dateTime(closesAt);
			return notice(person, {
				subject: t("reminded.subject", { until }),
				paragraphs: [t("reminded.text", { group: vote.group.name, title: vote.title }), t("opened.until", { until })],
				action: { path: vote.ballotPath, label: t("opened.button") },
				because: t("reminded.because"),
			});
		});
	},

	"groups.recommendation.cancelled": async (db, event) => {
		const vote = await voteOf(db, event);
		if (!vote || vote.mode === "hands") return [];
		const voters = vote.electorate.filter(hasVoted).flatMap((entry) => {
			const acting = entry.substitutes.find(({ id }) => id === entry.vote?.actingId);
			return acting ? [acting.person, entry.membership.person] : [speaker(entry)];
		});
		return once(voters, (person, locale) => {
			const t = textFor(locale, voteLetterMessages);
			return notice(person, {
				subject: t("cancelled.subject", { title: vote.title }),
				paragraphs: [t("cancelled.text", { group: vote.group.name, title: vote.title })],
				action: { path: vote.groupPath, label: t("cancelled.button") },
				because: t("cancelled.because"),
			});
		});
	},

	"groups.vote.recorded-on-behalf": async (db, event) => {
		const vote = await voteOf(db, event);
		const entry = vote?.electorate.find(({ membershipId }) => membershipId === event.facts.seat);
		if (!vote || !entry || vote.cancelledAt) return [];
		return once([entry.membership.person], (person, locale) => {
			const t = textFor(locale, voteLetterMessages);
			return notice(person, {
				subject: t("onBehalf.subject", { title: vote.title }),
				paragraphs: [t("onBehalf.text", { group: vote.group.name, title: vote.title })],
				action: { path: vote.ballotPath, label: t("onBehalf.button") },
				because: t("onBehalf.because"),
			});
		});
	},

	"groups.vote.closed": async (db, event) => {
		const vote = await voteOf(db, event);
		if (!vote) return [];
		const leaders = await db.groupMembership.findMany({
			where: { groupId: vote.group.id, function: { in: ["chair", "deputy"] }, ...inForce(today(event.at)) },
			select: { person: { select: personSelection } },
		});
		const others = leaders.map(({ person }) => person).filter(({ id }) => id !== event.actorPersonId);
		return once(others, (person, locale) => {
			const t = textFor(locale, voteLetterMessages);
			return notice(person, {
				subject: t("closed.subject", { title: vote.title }),
				paragraphs: [t("closed.text", { group: vote.group.name, title: vote.title })],
				action: { path: vote.managedPath, label: t("closed.button") },
				because: t("closed.because"),
			});
		});
	},
};

/** The substitutes of a seat who could vote for it on the day of the meeting. */
function inForceOn({ meeting: { day } }: Vote): (entry: Entry) => Person[] {
	return ({ substitutes }) =>
		substitutes
			.filter(({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || day < validUntil))
			.map(({ person }) => person);
}

function notice({ id }: Person, letter: Pick<Notice, "subject" | "paragraphs" | "action" | "because">): Notice {
	return { to: { personId: id }, kind: "service", ...letter };
}
