import { mayRecordResolutions, resolutionsAbout } from "~/domains/council/index.server";
import { recommendationPage, ruleWords } from "~/domains/groups/index.server";
import { fromStored } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { plainText } from "~/platform/rich-text/render.server";
import type { View } from "~/platform/world.server";
import { processById, publicPost } from "../../processes/index.server";
import { daysOf } from "../../processes/phase";
import { storedText } from "../../stored-text.server";
import {
	budgetedWords,
	climateWords,
	counterFinancings,
	type FinanceBlock,
	type SheetKind,
	sheetKindIn,
	sheetKinds,
} from "../sheet";
import { processFigures } from "./process-figures.server";
import { ownerOf } from "./subject.server";

export type SheetAt = { place: string; kind: string; id: string };

/** What the sheet is about, as this reader may read it: facts of the house, and what its fields begin with. */
async function subjectOf(view: View, subject: { kind: SheetKind; id: string }) {
	if (subject.kind === "process") {
		const process = await processById(view, subject.id);
		const [figures, responsible] = await Promise.all([
			processFigures(view, process.id),
			publicPost(view, process.responsiblePostId),
		]);
		const days = process.phases.map(daysOf);
		return {
			title: process.title,
			code: process.code,
			path: `/v/${process.code}`,
			staffPath: `/o/${process.organisation.space?.slug ?? ""}/verwaltung/beteiligung/${process.slug}`,
			place: process.organisation.space?.name ?? process.organisation.shortName,
			slug: process.organisation.space?.slug ?? "",
			level: process.level,
			from: days.map(({ firstDay }) => firstDay).sort()[0] ?? null,
			until:
				days
					.map(({ lastDay }) => lastDay)
					.sort()
					.at(-1) ?? null,
			responsible: responsible?.label ?? null,
			figures,
			votes: null,
			begin: {
				body: process.decidedBy ?? "",
				about: process.purpose === null ? "" : plainText(storedText(process.purpose)),
				proposal: "",
			},
		};
	}
	const row = await view.db.recommendation.findUnique({
		where: { id: subject.id },
		select: { code: true, wordingText: true, meeting: { select: { startsAt: true } } },
	});
	if (!row) throw new NotFound();
	const page = await recommendationPage(view, row.code);
	return {
		title: page.title,
		code: page.code,
		path: `/empfehlung/${page.code}`,
		staffPath: `/empfehlung/${page.code}`,
		place: page.place.name,
		slug: page.place.slug,
		level: null,
		from: null,
		until: null,
		responsible: page.post.label,
		figures: null,
		votes: {
			group: page.group.name,
			meeting: page.meeting.title,
			on: row.meeting.startsAt,
			result: page.result,
			seats: page.seats,
			tallies: page.tallies,
			rule: ruleWords(view.locale, page.rule),
		},
		begin: { body: "", about: "", proposal: row.wordingText },
	};
}

/** Words of ours that were stored, or null. */
function word<Word extends string>(words: readonly Word[], stored: string | null): Word | null {
	return words.find((known) => known === stored) ?? null;
}

/**
 * A hand-over sheet for those who prepare the council's papers: facts, figures, and what staff has added so far.
 * @throws NotFound when there is nothing of this kind, Forbidden or SignInNeeded when they may not
 */
export async function councilSheet(view: View, at: SheetAt) {
	const kind = sheetKindIn(at.kind);
	if (!kind || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(at.id)) throw new NotFound();
	const subject = { kind, id: at.id };
	const organisationId = await ownerOf(view, subject);
	demand(mayRecordResolutions, view.actor, { organisationId });
	const [about, stored, resolutions] = await Promise.all([
		subjectOf(view, subject),
		view.db.councilSheet.findUnique({ where: { subjectKind_subjectId: { subjectKind: kind, subjectId: at.id } } }),
		resolutionsAbout(view, subject),
	]);
	if (about.slug !== at.place) throw new NotFound();
	const finance: FinanceBlock = {
		totalCents: stored?.totalCents ?? null,
		yearlyCents: stored?.yearlyCents ?? null,
		incomingCents: stored?.incomingCents ?? null,
		revenueCents: stored?.revenueCents ?? null,
		budgeted: word(budgetedWords, stored?.budgeted ?? null),
		counterFinancing: counterFinancings.filter((known) => stored?.counterFinancing.includes(known)),
		financeNote: stored?.financeNote ?? null,
		climate: word(climateWords, stored?.climate ?? null),
		climateNote: stored?.climateNote ?? null,
		companies: stored?.companies ?? null,
	};
	return {
		subject,
		path: `/o/${at.place}/verwaltung/uebergabe/${sheetKinds[kind]}/${at.id}`,
		about,
		resolutions,
		revision: stored?.revision ?? 0,
		changedAt: stored?.changedAt ?? null,
		body: stored?.body ?? about.begin.body,
		sessionOn: stored?.sessionOn ? fromStored(stored.sessionOn).toString() : null,
		paperNumber: stored?.paperNumber ?? null,
		what: stored?.about ?? about.begin.about,
		proposal: stored?.proposal ?? about.begin.proposal,
		deviation: stored?.deviation ?? null,
		finance,
	};
}

export type CouncilSheet = Awaited<ReturnType<typeof councilSheet>>;

/** What the form of the sheet begins with, as people type it. */
export function sheetValues(sheet: CouncilSheet): Record<string, string | string[]> {
	const { finance } = sheet;
	return {
		body: sheet.body,
		sessionOn: sheet.sessionOn ?? "",
		paperNumber: sheet.paperNumber ?? "",
		about: sheet.what,
		proposal: sheet.proposal,
		deviation: sheet.deviation ?? "",
		total: amountText(finance.totalCents),
		yearly: amountText(finance.yearlyCents),
		incoming: amountText(finance.incomingCents),
		revenue: amountText(finance.revenueCents),
		budgeted: finance.budgeted ?? "",
		counterFinancing: finance.counterFinancing,
		financeNote: finance.financeNote ?? "",
		climate: finance.climate ?? "",
		climateNote: finance.climateNote ?? "",
		companies: finance.companies ?? "",
		revision: String(sheet.revision),
	};
}

/** 123450n → "1234,50": what the field reads back. */
function amountText(cents: bigint | null): string {
	if (cents === null) return "";
	const digits = cents.toString().padStart(3, "0");
	return `${digits.slice(0, -2)},${digits.slice(-2)}`;
}
