import { houseAddress } from "~/platform/address.server";
import { dayOf, fromStored } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import type { View } from "~/platform/world.server";
import { daysOf } from "../../processes/phase";
import { stateOf } from "../../processes/process";
import type { FoundProcess } from "../../processes/queries/find-process.server";
import { messages as surveyMessages } from "../../surveys/messages";
import { mayReadResults } from "../../surveys/policy.server";
import { surveyResults } from "../../surveys/queries/survey-pages.server";
import type { Cell } from "../data-set";
import { batch } from "./contribution-rows.server";

/** The process itself: one row. */
export async function* processRows(view: View, process: FoundProcess): AsyncGenerator<Cell[][]> {
	const days = process.phases.map(daysOf);
	yield [
		[
			process.code,
			process.title,
			process.organisation.space?.name ?? process.organisation.shortName,
			stateOf(process, view.now),
			process.level,
			process.decidedBy,
			days.map(({ firstDay }) => firstDay).sort()[0] ?? null,
			days
				.map(({ lastDay }) => lastDay)
				.sort()
				.at(-1) ?? null,
			process.answeredUntil ? fromStored(process.answeredUntil).toString() : null,
			process.archivedAt ? dayOf(process.archivedAt).toString() : null,
			houseAddress(`/v/${process.code}`),
		],
	];
}

/** The results of the surveys as their pages publish them, with the same numbers withheld; nothing before they are public. */
export async function* surveyRows(view: View, process: FoundProcess): AsyncGenerator<Cell[][]> {
	if (!mayReadResults(view.actor, process, view.now)) return;
	const surveys = await view.db.survey.findMany({
		where: { processId: process.id },
		orderBy: { position: "asc" },
		select: { position: true },
	});
	const at = { place: process.organisation.space?.slug ?? "", process: process.slug };
	for (const { position } of surveys) {
		const other = textFor(view.locale, surveyMessages)("other");
		const { title, results } = await surveyResults(view, { ...at, survey: String(position) }, other);
		yield results.flatMap((result): Cell[][] => {
			const { figures, answered } = result;
			const head: Cell[] = [position, title, result.key, result.title, result.kind];
			const row = (
				line: Cell,
				answer: Cell,
				count: Cell,
				more: { mean?: Cell; median?: Cell; withheld?: boolean } = {},
			) => [
				...head,
				line,
				answer,
				count,
				more.mean ?? null,
				more.median ?? null,
				answered,
				more.withheld ? "ja" : "nein",
			];
			if (answered === null) return [row(null, null, null, { withheld: true })];
			return [
				...(figures ? [row(null, null, null, { mean: figures.mean, median: figures.median })] : []),
				...result.charts.flatMap(({ label, cells }) =>
					cells.map((cell) => row(label, cell.label, cell.count, { withheld: cell.count === null })),
				),
				...result.ranks.map(({ label, place }) => row(null, label, null, { mean: place })),
				...result.texts.map((text) => row(null, text, null)),
				...(!figures && result.charts.length + result.ranks.length + result.texts.length === 0
					? [row(null, null, null)]
					: []),
			];
		});
	}
}

/** The events with what everybody reads of them; who was registered is nowhere. */
export async function* eventRows(view: View, { id }: FoundProcess): AsyncGenerator<Cell[][]> {
	const events = await view.db.processEvent.findMany({
		where: { processId: id },
		orderBy: [{ startsAt: "asc" }, { id: "asc" }],
		take: batch,
	});
	yield events.map((event) => [
		event.code,
		event.title,
		event.mode,
		event.startsAt.toISOString(),
		event.endsAt.toISOString(),
		event.place,
		event.accessibility,
		event.seats,
		event.attendedRegistered === null ? null : event.attendedRegistered + (event.attendedBesides ?? 0),
		event.cancelledAt ? dayOf(event.cancelledAt).toString() : null,
		event.minutesPublishedAt ? event.minutesText : null,
		houseAddress(`/termin/${event.code}`),
	]);
}

type OriginRow = {
	id: string;
	source: string;
	kind: string;
	original_id: string;
	votes: number | null;
	number: number | null;
	comment: number | null;
	address: string;
};

/** Where what was taken over from another platform came from; only what still stands in public. */
export async function* originRows(view: View, { id, code }: FoundProcess): AsyncGenerator<Cell[][]> {
	for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
		const rows = await view.db.$queryRaw<OriginRow[]>`
			SELECT i.id, i.source, i.kind, i.original_id, i.votes, coalesce(c.number, kc.number) AS number, k.number AS comment,
				CASE WHEN k.id IS NOT NULL THEN '/k/' || k.code WHEN c.id IS NOT NULL THEN '/b/' || c.code
					ELSE '/v/' || ${code} END AS address
			FROM imported_thing i
			LEFT JOIN contribution c ON i.subject_kind = 'contribution' AND c.id = i.subject_id
			LEFT JOIN comment k ON i.subject_kind = 'comment' AND k.id = i.subject_id
			LEFT JOIN contribution kc ON kc.id = k.contribution_id
			WHERE i.process_id = ${id}::uuid AND i.id > ${after}::uuid
				AND (i.subject_kind = 'process'
					OR (c.published_at IS NOT NULL AND c.hidden_at IS NULL AND c.withdrawn_at IS NULL)
					OR (k.published_at IS NOT NULL AND k.hidden_at IS NULL AND k.withdrawn_at IS NULL
						AND kc.published_at IS NOT NULL AND kc.hidden_at IS NULL AND kc.withdrawn_at IS NULL))
			ORDER BY i.id LIMIT ${batch}`;
		yield rows.map((row) => [
			row.source,
			row.kind,
			row.original_id,
			row.votes,
			row.number,
			row.comment,
			houseAddress(row.address),
		]);
		const last = rows.at(-1);
		if (!last || rows.length < batch) return;
		after = last.id;
	}
}
