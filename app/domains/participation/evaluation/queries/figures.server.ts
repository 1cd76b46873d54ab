import { guest } from "~/platform/actor";
import { resolveSubjects } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { dispositions } from "../../answers/disposition";
import { fewestPublished } from "../../ballots/ballot";
import { takesPart } from "../../processes/phase";
import type { FoundProcess } from "../../processes/queries/find-process.server";
import { shownParts, shownPeople } from "../../small-groups";
import { type CheckResult, checklist } from "../checklist";
import { countsOf } from "./counts.server";

const channels = ["online", "paper", "phone", "event", "counter"] as const;
type Part<Key extends string> = { key: Key; count: number | null };

/** Parts of a whole with small ones withheld; empty ones are left out when nothing is withheld. */
function parts<Key extends string>(keys: readonly Key[], counts: ReadonlyMap<string, number>): Part<Key>[] {
	const shown = shownParts(keys.map((key) => counts.get(key) ?? 0));
	return keys.map((key, index) => ({ key, count: shown[index] ?? null })).filter(({ count }) => count !== 0);
}

async function contributionsBy(view: View, processId: string, by: "channel" | "category") {
	const rows = await view.db.contribution.groupBy({
		by: [by],
		where: { processId, publishedAt: { not: null }, hiddenAt: null, withdrawnAt: null },
		_count: { _all: true },
	});
	return rows.map((row) => ({ key: row[by], count: row._count._all }));
}

/** Answers to surveys, by the way they came; who answered is not known here, and not looked for. */
async function surveyFigures(view: View, processId: string) {
	const surveys = await view.db.survey.findMany({
		where: { processId },
		orderBy: { position: "asc" },
		select: { id: true, title: true, firstAnswerAt: true, resultToldAt: true },
	});
	const rows = await view.db.surveyAnswer.groupBy({
		by: ["surveyId", "channel"],
		where: { survey: { processId }, handedInAt: { not: null } },
		_count: { _all: true },
	});
	return surveys.map(({ id, title, firstAnswerAt, resultToldAt }) => {
		const own = rows.filter(({ surveyId }) => surveyId === id);
		const answers = own.reduce((sum, row) => sum + row._count._all, 0);
		return {
			title,
			answers: shownPeople(answers),
			channels: parts(channels, new Map(own.map((row) => [row.channel, row._count._all]))),
			counted: answers,
			isAnswered: firstAnswerAt !== null,
			isTold: resultToldAt !== null,
		};
	});
}

/** Citizens' budgets and votes: how many ballots were counted. */
async function ballotFigures(view: View, processId: string) {
	const boxes = await view.db.ballotBox.findMany({
		where: { processId, count: { finishedAt: { not: null } } },
		orderBy: [{ kind: "asc" }, { position: "asc" }],
		select: {
			title: true,
			electorate: true,
			count: { select: { voters: true } },
			_count: { select: { letters: true } },
		},
	});
	return boxes.map(({ title, electorate, count, _count }) => {
		const ballots = count?.voters ?? 0;
		return {
			title,
			ballots: ballots > 0 && ballots < fewestPublished ? null : ballots,
			counted: ballots,
			/** How many could vote: known only where everybody had a letter. */
			eligible: electorate === "letter" && _count.letters > 0 ? _count.letters : null,
		};
	});
}

async function eventFigures(view: View, processId: string) {
	const events = await view.db.processEvent.findMany({
		where: { processId, cancelledAt: null, endsAt: { lte: view.now } },
		select: { attendedRegistered: true, attendedBesides: true, minutesPublishedAt: true, accessibility: true },
	});
	const attended = events.flatMap(({ attendedRegistered, attendedBesides }) =>
		attendedRegistered === null ? [] : [attendedRegistered + (attendedBesides ?? 0)],
	);
	return {
		held: events.length,
		/** At how many somebody counted, and how many were there; one person may have come to several. */
		counted: attended.length,
		attended: attended.reduce((sum, count) => sum + count, 0),
		minutes: events.filter(({ minutesPublishedAt }) => minutesPublishedAt !== null).length,
		accessible: events.filter(({ accessibility }) => accessibility).length,
	};
}

/** Things that came of contributions, as far as the house knows them. */
const becoming = ["became", "taken-up-by", "decided-in", "voted-on-in", "agreed-in"];
const effectsMost = 100;

/** What came of the contributions, as a guest may see it. SQL: the ends of the trace of a whole process in one statement. */
async function effectsOf(view: View, processId: string) {
	const links = await view.db.$queryRaw<{ kind: string; id: string }[]>`
		SELECT DISTINCT l.to_kind AS kind, l.to_id AS id FROM trace_link l
		WHERE l.relation = ANY (${becoming}::text[]) AND (
			(l.from_kind = 'process' AND l.from_id = ${processId}::uuid)
			OR (l.from_kind = 'contribution' AND EXISTS (SELECT FROM contribution c WHERE c.id = l.from_id
				AND c.process_id = ${processId}::uuid AND c.published_at IS NOT NULL AND c.hidden_at IS NULL AND c.withdrawn_at IS NULL)))
		ORDER BY l.to_kind, l.to_id LIMIT ${effectsMost}`;
	const found = await resolveSubjects({ ...view, actor: guest }, links);
	return links
		.flatMap(({ kind, id }) => found.get(`${kind}:${id}`) ?? [])
		.map(({ title, href, kindLabel, state }) => ({ title, href, kindLabel, state }));
}

/** The share of the contributions that came from the most active 5 %; only where these are five people at least. */
async function concentrationOf(view: View, processId: string): Promise<number | null> {
	const rows = await view.db.contribution.groupBy({
		by: ["authorId"],
		where: { processId, authorId: { not: null }, publishedAt: { not: null }, hiddenAt: null, withdrawnAt: null },
		_count: { _all: true },
	});
	const counts = rows.map((row) => row._count._all).sort((one, other) => other - one);
	const most = Math.floor(counts.length / 20);
	if (shownPeople(most) === null || most === 0) return null;
	const sum = (list: readonly number[]) => list.reduce((total, count) => total + count, 0);
	return sum(counts.slice(0, most)) / sum(counts);
}

async function inhabitantsOf(view: View, organisationId: string) {
	const figure = await view.db.organisationFigure.findFirst({
		where: { organisationId, figure: "INHABITANTS" },
		orderBy: [{ asOf: "desc" }, { source: "asc" }],
		select: { value: true, source: true, asOf: true },
	});
	return figure && { ...figure, asOf: figure.asOf.toISOString().slice(0, 10) };
}

async function checklistOf(
	view: View,
	process: FoundProcess,
	given: {
		counts: { contributions: number; answered: number };
		ways: number;
		surveys: Awaited<ReturnType<typeof surveyFigures>>;
		events: Awaited<ReturnType<typeof eventFigures>>;
	},
): Promise<CheckResult[]> {
	const where = { processId: process.id };
	const [checked, assessed, report, imported] = await Promise.all([
		view.db.processCheck.count({ where }),
		view.db.processAssessment.count({ where }),
		view.db.processReport.count({ where: { ...where, publishedAt: { not: null } } }),
		view.db.importedProcess.count({ where }),
	]);
	const opens = process.phases.filter(takesPart).map(({ opensAt }) => opensAt.getTime());
	const answered = given.surveys.filter(({ isAnswered }) => isAnswered);
	return checklist({
		isImported: imported > 0,
		publishedAt: process.publishedAt,
		opensAt: opens.length > 0 ? new Date(Math.min(...opens)) : null,
		hasDeputy: process.deputyPostId !== null,
		guestsWelcome: process.guestsWelcome,
		ways: given.ways,
		hasEasyLanguage: Boolean(process.easyLanguage),
		published: given.counts.contributions,
		answered: given.counts.answered,
		surveys: { answered: answered.length, told: answered.filter(({ isTold }) => isTold).length },
		events: given.events,
		checked,
		assessed,
		reportPublished: report > 0,
	});
}

/** The indicators of a process (participation-practice.md, 2.7), with small groups withheld. The caller has asked who may read them. */
export async function figuresOf(view: View, process: FoundProcess) {
	const { id } = process;
	const [[counts], byChannel, byCategory, byDisposition, surveys, votes, events, effects, concentration, inhabitants] =
		await Promise.all([
			countsOf(view, [id]),
			contributionsBy(view, id, "channel"),
			contributionsBy(view, id, "category"),
			dispositionsOf(view, id),
			surveyFigures(view, id),
			ballotFigures(view, id),
			eventFigures(view, id),
			effectsOf(view, id),
			concentrationOf(view, id),
			inhabitantsOf(view, process.organisationId),
		]);
	if (!counts) throw new Error(`process ${id} has gone`);
	const guestsMost = counts.guests_known + counts.guests_forgotten;
	const guestsLeast = Math.max(counts.guests_known, guestsMost > 0 ? 1 : 0);
	const accounts = shownPeople(counts.accounts);
	const guests = shownPeople(guestsMost) === null ? null : { least: guestsLeast, most: guestsMost };
	const [newcomers = null] = shownParts([counts.newcomers, counts.accounts - counts.newcomers]);
	const acts =
		counts.contributions +
		counts.comments +
		[...surveys, ...votes].reduce((sum, { counted }) => sum + counted, 0) +
		events.attended;
	const isWithheld = surveys.some(({ answers }) => answers === null) || votes.some(({ ballots }) => ballots === null);
	const ways = new Set([
		...byChannel.map(({ key }) => key ?? "online"),
		...(surveys.some(({ counted }) => counted > 0) || votes.some(({ counted }) => counted > 0) ? ["online"] : []),
		...(events.held > 0 ? ["event"] : []),
	]).size;
	return {
		people: {
			accounts,
			guests,
			newcomers,
			imported: counts.imported,
			concentration,
			inhabitants: accounts === null || guests === null ? null : inhabitants,
			least: accounts === null || guests === null ? null : accounts + guests.least,
		},
		contributions: {
			total: counts.contributions,
			comments: counts.comments,
			placed: counts.placed,
			channels: parts(channels, new Map(byChannel.map(({ key, count }) => [key ?? "", count]))),
			// everybody can filter the list by topic: nothing to withhold
			categories: byCategory.toSorted((one, other) => other.count - one.count),
			supports: counts.supports,
			supporters: shownPeople(counts.supporters),
			guestSupporters: shownPeople(counts.guest_supporters),
		},
		surveys: surveys.map(({ title, answers, channels: ofSurvey }) => ({ title, answers, channels: ofSurvey })),
		votes: votes.map(({ title, ballots, eligible }) => ({ title, ballots, eligible })),
		events,
		answers: {
			published: counts.contributions,
			answered: counts.answered,
			acknowledged: counts.acknowledged,
			adopted: counts.adopted,
			together: counts.together,
			medianDays: counts.median_days,
			dispositions: dispositions.flatMap((key) => {
				const count = byDisposition.get(key) ?? 0;
				return count > 0 ? [{ key, count }] : [];
			}),
		},
		moderation: {
			received: counts.received,
			hidden: counts.hidden,
			reversed: counts.reversed,
			medianHours: counts.median_hours,
		},
		effects,
		cost:
			process.costCents === null
				? null
				: {
						cents: process.costCents,
						// a share of a withheld number would give it away
						perAct: acts === 0 || isWithheld ? null : process.costCents / BigInt(acts),
					},
		checklist: await checklistOf(view, process, { counts, ways, surveys, events }),
	};
}

export type Figures = Awaited<ReturnType<typeof figuresOf>>;

/** How often each result was given, counting what was released last. */
async function dispositionsOf(view: View, processId: string): Promise<Map<string, number>> {
	const rows = await view.db.$queryRaw<{ disposition: string; count: number }[]>`
		SELECT latest.disposition, count(*)::int AS count
		FROM contribution c
		JOIN answered_contribution a ON a.contribution_id = c.id
		JOIN LATERAL (SELECT disposition FROM answer_revision r WHERE r.answer_id = a.answer_id
			ORDER BY r.revision DESC LIMIT 1) latest ON true
		WHERE c.process_id = ${processId}::uuid AND c.published_at IS NOT NULL AND c.hidden_at IS NULL AND c.withdrawn_at IS NULL
		GROUP BY latest.disposition`;
	return new Map(rows.map(({ disposition, count }) => [disposition, count]));
}
