import { dayOf } from "~/platform/calendar.server";
import { givenId } from "~/platform/http/given-id.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { headOf } from "../../processes/queries/process-work.server";
import { storedMapping } from "../import-table";
import { isPaperChannel } from "../paper";
import { takesPaper } from "../policy.server";
import { checkedImport } from "./check-import.server";
import { processForLetters } from "./enter-page.server";

type At = { place: string; process: string };

/** The uploaded tables of a process, newest first. @throws NotFound, Forbidden, SignInNeeded */
export async function importsPage(view: View, at: At) {
	const process = await processForLetters(view, at);
	const imports = await view.db.paperImport.findMany({
		where: { processId: process.id },
		orderBy: [{ uploadedAt: "desc" }, { id: "asc" }],
		take: 50,
		select: { id: true, fileName: true, rows: true, uploadedAt: true, confirmedAt: true, finishedAt: true },
	});
	return {
		...headOf(view, process, at.place),
		categories: process.categories,
		takes: takesPaper(process, "idea", view.now),
		imports: imports.map(({ confirmedAt, finishedAt, ...one }) => ({
			...one,
			state: stateOf({ confirmedAt, finishedAt }),
		})),
	};
}

type ImportState = "checking" | "writing" | "finished";

function stateOf({ confirmedAt, finishedAt }: { confirmedAt: Date | null; finishedAt: Date | null }): ImportState {
	if (finishedAt) return "finished";
	return confirmedAt ? "writing" : "checking";
}

/**
 * One uploaded table: while it is checked its columns, first rows and errors, afterwards how far it is.
 * @throws NotFound, Forbidden, SignInNeeded
 */
export async function importPage(view: View, at: At & { import: string }) {
	const process = await processForLetters(view, at);
	const found = await view.db.paperImport.findFirst({ where: { id: givenId(at.import), processId: process.id } });
	if (!found) throw new NotFound();
	const state = stateOf(found);
	const mapping = storedMapping.parse(found.mapping);
	const given = { categories: process.categories, today: dayOf(view.now).toString() };
	return {
		...headOf(view, process, at.place),
		importId: found.id,
		fileName: found.fileName,
		columns: found.columns,
		rows: found.rows,
		written: found.written,
		skipped: found.skipped,
		mapping,
		channel: isPaperChannel(found.channel) ? found.channel : ("paper" as const),
		importState: state,
		takes: takesPaper(process, "idea", view.now),
		checked: state === "checking" && mapping.text !== undefined ? await checkedImport(view, found, given) : null,
	};
}

export type ImportPage = Awaited<ReturnType<typeof importPage>>;
