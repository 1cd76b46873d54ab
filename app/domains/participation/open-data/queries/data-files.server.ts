import { guest } from "~/platform/actor";
import { houseAddress } from "~/platform/address.server";
import { textFor } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { fewestPublished } from "../../ballots/ballot";
import { type FoundProcess, processAt } from "../../processes/queries/find-process.server";
import { mayReadResults } from "../../surveys/policy.server";
import {
	type Cell,
	type DataSetKey,
	dataSetKeys,
	dataSets,
	type Field,
	type FileFormat,
	fileNamed,
	ownLicence,
} from "../data-set";
import { bodyOf, csvPieces, jsonPieces } from "../file-stream";
import { messages } from "../messages";
import { commentRows, contributionRows } from "./contribution-rows.server";
import { eventRows, originRows, processRows, surveyRows } from "./other-rows.server";
import { annotationRows, textRows } from "./text-rows.server";

type At = { place: string; process: string };

const rowsOf: Record<DataSetKey, (view: View, process: FoundProcess) => AsyncGenerator<Cell[][]>> = {
	verfahren: processRows,
	beitraege: (view, { id }) => contributionRows(view, id),
	kommentare: (view, { id }) => commentRows(view, id),
	texte: (view, { id }) => textRows(view, id),
	anmerkungen: (view, { id }) => annotationRows(view, id),
	umfragen: surveyRows,
	termine: eventRows,
	herkunft: originRows,
};

/** Files hold what a guest can read at this moment, whoever downloads them. */
const asGuest = (view: View): View => ({ ...view, actor: guest });

/** How many public rows stand behind each file, in one statement; files without any are not offered. */
async function countsOf(view: View, { id }: FoundProcess): Promise<Record<DataSetKey, number>> {
	const [counted] = await view.db.$queryRaw<[Record<DataSetKey, number>]>`
		WITH standing AS (
			SELECT id FROM contribution WHERE process_id = ${id}::uuid AND published_at IS NOT NULL AND hidden_at IS NULL
				AND withdrawn_at IS NULL
		)
		SELECT 1 AS verfahren,
			(SELECT count(*) FROM standing)::int AS beitraege,
			(SELECT count(*) FROM comment JOIN standing ON standing.id = contribution_id WHERE published_at IS NOT NULL
				AND hidden_at IS NULL AND withdrawn_at IS NULL)::int AS kommentare,
			(SELECT count(*) FROM text_version v JOIN process_text t ON t.id = v.text_id
				WHERE t.process_id = ${id}::uuid AND v.published_at IS NOT NULL)::int AS texte,
			(SELECT count(*) FROM annotation JOIN standing ON standing.id = contribution_id)::int AS anmerkungen,
			(SELECT count(*) FROM survey WHERE process_id = ${id}::uuid)::int AS umfragen,
			(SELECT count(*) FROM process_event WHERE process_id = ${id}::uuid)::int AS termine,
			(SELECT count(*) FROM imported_thing WHERE process_id = ${id}::uuid)::int AS herkunft`;
	return counted;
}

/** Under which licence the files stand, and who is to be named. */
async function termsOf(view: View, process: FoundProcess) {
	const imported = await view.db.importedProcess.findUnique({ where: { processId: process.id } });
	return {
		licence: imported ? { name: imported.licence, short: null, address: null } : ownLicence,
		source: {
			place: process.organisation.space?.name ?? process.organisation.shortName,
			title: process.title,
			address: houseAddress(`/v/${process.code}`),
		},
	};
}

/** What the page of the open data of a process lists. @throws NotFound for everything that is not public */
export async function dataPage(view: View, at: At) {
	const reader = asGuest(view);
	const process = await processAt(reader, at);
	const [counts, terms, boxes] = await Promise.all([
		countsOf(reader, process),
		termsOf(reader, process),
		// the ballots are published by their own part, with their own files
		reader.db.ballotBox.findMany({
			where: { processId: process.id, count: { finishedAt: { not: null }, voters: { gte: fewestPublished } } },
			orderBy: [{ kind: "asc" }, { position: "asc" }],
			select: { kind: true, position: true, title: true },
		}),
	]);
	const offered = dataSetKeys.filter(
		(key) => counts[key] > 0 && (key !== "umfragen" || mayReadResults(reader.actor, process, reader.now)),
	);
	return {
		process: { slug: process.slug, title: process.title },
		place: { slug: at.place, name: terms.source.place },
		...terms,
		files: offered.map((key) => ({ key, fields: [...dataSets[key]] as Field[] })),
		ballots: boxes.map(({ kind, position, title }) => ({
			title,
			path: `${kind === "vote" ? "abstimmung" : "budget"}/${position}`,
			formats: kind === "vote" ? (["csv", "json"] as const) : (["csv", "json", "pb"] as const),
		})),
	};
}

const types = { csv: "text/csv; charset=utf-8", json: "application/json; charset=utf-8" } as const;

/**
 * One file of a process as a stream: what everybody can read at this moment, in batches.
 * @param name "beitraege.csv"
 * @throws NotFound for names that are no file, and for processes that are not public
 */
export async function dataFile(view: View, { file, ...at }: At & { file: string }): Promise<Response> {
	const named = fileNamed(file);
	if (!named) throw new NotFound();
	const reader = asGuest(view);
	const process = await processAt(reader, at);
	const pieces = await piecesOf(reader, process, named);
	return new Response(bodyOf(pieces), {
		headers: {
			"Content-Type": types[named.format],
			"Content-Disposition": `attachment; filename="${process.slug}-${file}"`,
			"Cache-Control": "no-cache",
			"Access-Control-Allow-Origin": "*",
		},
	});
}

async function piecesOf(view: View, process: FoundProcess, { key, format }: { key: DataSetKey; format: FileFormat }) {
	const fields = dataSets[key];
	const rows = rowsOf[key](view, process);
	if (format === "csv") return csvPieces(fields, rows);
	const t = textFor(view.locale, messages);
	const { licence, source } = await termsOf(view, process);
	const head = {
		title: `${process.title}: ${t(`files.${key}.title`)}`,
		licence: licence.address ? { name: licence.name, address: licence.address } : { name: licence.name },
		source: `${source.place}, ${source.title}, ${source.address}`,
		asOf: view.now.toISOString(),
		fields: Object.fromEntries(fields.map((field) => [field, t(`fields.${field}`)])),
	};
	return jsonPieces(head, fields, rows);
}
