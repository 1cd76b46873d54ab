import { createHash } from "node:crypto";
import { z } from "zod";
import { resolutionsAbout } from "~/domains/council/index.server";
import type { ActWorld } from "~/platform/act.server";
import { textFor } from "~/platform/i18n";
import type { View } from "~/platform/world.server";
import { waitingForAnswers } from "./answers/index.server";
import { announceBoxes } from "./ballots/index.server";
import { budgetMessages } from "./budgets/index";
import {
	beginBudget,
	budgetContent,
	copyBudgets,
	loadBudgetsPart,
	missingForBudgets,
	waitingInBudgets,
} from "./budgets/index.server";
import { staffMessages as budgetStaffMessages } from "./budgets/staff-messages";
import { loadOrigin } from "./consul-import/index.server";
import { contributionContent, copyContributionRules } from "./contributions/index.server";
import {
	announceEvents,
	copyEvents,
	eventContent,
	loadEventsPart,
	missingForEvents,
	waitingInEvents,
} from "./events/index.server";
import { messages as eventMessages } from "./events/messages";
import { staffMessages as eventStaffMessages } from "./events/staff-messages";
import { paperStaffPage } from "./paper/index.server";
import {
	beginPlanning,
	copyPlanning,
	hasPlanning,
	loadPlanningPart,
	missingForPlanning,
	planningContent,
	waitingInPlanning,
} from "./planning/index.server";
import { messages as planningMessages } from "./planning/messages";
import { staffMessages as planningStaffMessages } from "./planning/staff-messages";
import { type PartKind, partKinds } from "./processes/part";
import { projectOfProcess } from "./project-list/index.server";
import { presentParts } from "./queries/present-parts.server";
import { surveyMessages } from "./surveys/index";
import {
	announceSurveys,
	beginSurvey,
	copySurveys,
	loadSurveysPart,
	missingForSurveys,
	surveyContent,
	waitingInSurveys,
} from "./surveys/index.server";
import { staffMessages as surveyStaffMessages } from "./surveys/staff-messages";
import { beginTexts, copyTexts, loadTextsPart, missingForTexts, textContent } from "./texts/index.server";
import { messages as textMessages } from "./texts/messages";
import { staffMessages as textStaffMessages } from "./texts/staff-messages";
import { voteMessages } from "./votes/index";
import {
	beginVote,
	copyVotes,
	loadVotesPart,
	missingForVotes,
	voteContent,
	waitingInVotes,
} from "./votes/index.server";
import { staffMessages as voteStaffMessages } from "./votes/staff-messages";

/** What must still be set up in a part before its process may be published: the sentence, and the page where it is mended. */
export type MissingInPart = { part: PartKind; sentence: string; path: string };
/** How many things of a part still want an answer. */
export type WaitingInPart = { part: PartKind; count: number };

type StaffPage = { title: string; path: string };

/** A sub-domain as the process sees it; the public block is joined in `loadParts` below and in `parts.tsx`. */
type Part = {
	/** Makes the part of a new process, inside the act that makes the process. */
	begin?(world: ActWorld, processId: string): Promise<void>;
	/** Lays the part of another process out again, inside the act that makes the process; false where that one has none. */
	copy?(world: ActWorld, processes: { from: string; to: string }): Promise<boolean>;
	/** Everything of it that is read before a release and can be changed after it was asked for; null where there is none. */
	content?(view: Pick<View, "db">, processId: string): Promise<unknown>;
	/** Codes become sentences here, from the messages of the part; `path` is the last piece of the staff page. */
	missing?(view: View, processId: string): Promise<{ sentence: string; path: string }[]>;
	waiting?(view: View, processId: string): Promise<number>;
	/** What has to be said of the part when its process appears, inside the act that publishes it. */
	published?(world: ActWorld, processId: string): Promise<void>;
	/** The name of its staff page, and the last piece of the address. */
	staffPage?(view: View, processId: string): StaffPage | Promise<StaffPage | null>;
};

/** The parts that exist in this house; to add one, follow `texts`. */
const parts: Partial<Record<PartKind, Part>> = {
	contributions: {
		copy: copyContributionRules,
		content: contributionContent,
		waiting: waitingForAnswers,
	},
	// what is said about texts are contributions: they are counted there
	texts: {
		begin: beginTexts,
		copy: copyTexts,
		content: textContent,
		async missing(view, processId) {
			const codes = await missingForTexts(view, processId);
			const t = textFor(view.locale, textMessages);
			return codes.map((code) => ({ sentence: t(`missing.${code}`), path: "texte" }));
		},
		staffPage: (view) => ({ title: textFor(view.locale, textStaffMessages)("list.title"), path: "texte" }),
	},
	surveys: {
		begin: beginSurvey,
		copy: copySurveys,
		content: surveyContent,
		published: announceSurveys,
		waiting: waitingInSurveys,
		async missing(view, processId) {
			const codes = await missingForSurveys(view, processId);
			const t = textFor(view.locale, surveyMessages);
			return codes.map((code) => ({ sentence: t(`missing.${code}`), path: code === "phase" ? "phasen" : "umfrage" }));
		},
		staffPage: (view) => ({ title: textFor(view.locale, surveyStaffMessages)("staff.list"), path: "umfrage" }),
	},
	budgets: {
		published: (world, processId) => announceBoxes(world, processId, "budget"),
		begin: beginBudget,
		copy: copyBudgets,
		content: budgetContent,
		waiting: waitingInBudgets,
		missing: async (view, processId) =>
			(await missingForBudgets(view, processId)).map((code) => ({
				sentence: textFor(view.locale, budgetMessages)(`missing.${code}`),
				path: "budget",
			})),
		staffPage: (view) => ({ title: textFor(view.locale, budgetStaffMessages)("managed.list"), path: "budget" }),
	},
	votes: {
		published: (world, processId) => announceBoxes(world, processId, "vote"),
		begin: beginVote,
		copy: copyVotes,
		content: voteContent,
		waiting: waitingInVotes,
		missing: async (view, processId) =>
			(await missingForVotes(view, processId)).map((code) => ({
				sentence: textFor(view.locale, voteMessages)(`missing.${code}`),
				path: code === "voting" ? "phasen" : "abstimmung",
			})),
		staffPage: (view) => ({ title: textFor(view.locale, voteStaffMessages)("list.title"), path: "abstimmung" }),
	},
	events: {
		copy: copyEvents,
		content: eventContent,
		published: announceEvents,
		waiting: waitingInEvents,
		missing: async (view, processId) =>
			(await missingForEvents(view, processId)).map((code) => ({
				sentence: textFor(view.locale, eventMessages)(`missing.${code}`),
				path: "termine",
			})),
		staffPage: (view) => ({ title: textFor(view.locale, eventStaffMessages)("list.title"), path: "termine" }),
	},
	planning: {
		begin: beginPlanning,
		copy: copyPlanning,
		content: planningContent,
		waiting: waitingInPlanning,
		async missing(view, processId) {
			const codes = await missingForPlanning(view, processId);
			const t = textFor(view.locale, planningMessages);
			return codes.map((code) => ({
				sentence: t(`missing.${code}`),
				path: code === "details" ? "bauleitplanung/angaben" : "bauleitplanung/auslegung",
			}));
		},
		staffPage: async (view, processId) =>
			(await hasPlanning(view, processId))
				? { title: textFor(view.locale, planningStaffMessages)("title"), path: "bauleitplanung" }
				: null,
	},
};

/** The kinds whose sub-domain is registered: recipes that need another one are not offered. */
export const partsThatExist: readonly PartKind[] = partKinds.filter((kind) => kind in parts);

/** The public blocks of a process beside its contributions, each null or empty when the process has none of it. */
export async function loadParts(view: View, process: { id: string }) {
	const present = await presentParts(view, process.id);
	const [texts, surveys, budgets, votes, events, planning, origin, project, resolutions] = await Promise.all([
		present.texts ? loadTextsPart(view, process) : null,
		present.surveys ? loadSurveysPart(view, process) : null,
		present.budgets ? loadBudgetsPart(view, process) : null,
		present.votes ? loadVotesPart(view, process) : null,
		present.events ? loadEventsPart(view, process) : null,
		present.planning ? loadPlanningPart(view, process) : null,
		present.origin ? loadOrigin(view, process) : null,
		present.project ? projectOfProcess(view, process.id) : null,
		present.resolutions ? resolutionsAbout(view, { kind: "process", id: process.id }) : [],
	]);
	return { texts, surveys, budgets, votes, events, planning, origin, project, resolutions };
}

export type LoadedParts = Awaited<ReturnType<typeof loadParts>>;

/** The staff pages of the parts that exist: of a plan where the process has one, of the others also to begin with. */
export async function staffPagesOfParts(view: View, processId: string): Promise<StaffPage[]> {
	const pages = await Promise.all(partsThatExist.map((part) => parts[part]?.staffPage?.(view, processId)));
	return [...pages, await paperStaffPage(view, processId)].flatMap((page) => page ?? []);
}

/** Makes the parts of a new process that need something of their own, inside the act that makes the process. */
export async function beginParts(world: ActWorld, processId: string, kinds: readonly PartKind[]): Promise<void> {
	for (const kind of kinds) await parts[kind]?.begin?.(world, processId);
}

/**
 * Lays the parts of a process out again in another, inside the act that makes it.
 * @returns the kinds that were copied
 */
export async function copyParts(world: ActWorld, processes: { from: string; to: string }): Promise<PartKind[]> {
	const copied: PartKind[] = [];
	for (const kind of partsThatExist) if (await parts[kind]?.copy?.(world, processes)) copied.push(kind);
	return copied;
}

const storedDigests = z.record(z.string(), z.string());

/** What the parts of a process hold now: kind → SHA-256; kinds that it does not have are left out. */
export async function digestsOfParts(view: Pick<View, "db">, processId: string): Promise<Record<string, string>> {
	const digests = await Promise.all(
		partsThatExist.map(async (kind): Promise<[string, string][]> => {
			const content = (await parts[kind]?.content?.(view, processId)) ?? null;
			return content === null ? [] : [[kind, digestOf(content)]];
		}),
	);
	return Object.fromEntries(digests.flat());
}

function digestOf(content: unknown): string {
	const text = JSON.stringify(content, (_, value: unknown) => (typeof value === "bigint" ? `${value}` : value));
	return createHash("sha256").update(text).digest("hex");
}

/** Which parts are no longer what they were when the release was asked for; none while nobody has asked. */
export async function changedSinceAsked(view: Pick<View, "db">, processId: string): Promise<PartKind[]> {
	const process = await view.db.process.findUnique({
		where: { id: processId },
		select: { releaseDigests: true, releaseAskedAt: true },
	});
	if (!process?.releaseAskedAt || process.releaseDigests === null) return [];
	const asked = storedDigests.parse(process.releaseDigests);
	const now = await digestsOfParts(view, processId);
	return partsThatExist.filter((kind) => asked[kind] !== now[kind]);
}

/** Says of the parts of a process that they are public from now on, inside the act that publishes it. */
export async function announceParts(world: ActWorld, processId: string): Promise<void> {
	for (const part of partsThatExist) await parts[part]?.published?.(world, processId);
}

/** What its parts lack before the process may be published, in the order of the kinds. */
export async function missingInParts(view: View, processId: string): Promise<MissingInPart[]> {
	const lists = await Promise.all(
		partsThatExist.map(async (part) =>
			((await parts[part]?.missing?.(view, processId)) ?? []).map((missing) => ({ part, ...missing })),
		),
	);
	return lists.flat();
}

/** What still wants an answer before the process may be closed; parts with nothing are left out. */
export async function waitingInParts(view: View, processId: string): Promise<WaitingInPart[]> {
	const waiting = await Promise.all(
		partsThatExist.map(async (part) => ({ part, count: (await parts[part]?.waiting?.(view, processId)) ?? 0 })),
	);
	return waiting.filter(({ count }) => count > 0);
}
