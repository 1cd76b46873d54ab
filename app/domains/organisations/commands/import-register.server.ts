import { createHash } from "node:crypto";
import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { mayImportRegister } from "../policy.server";
import { parseRegister, type RegisterRefusal } from "../register";
import { bodiesOf, onlyCounties, type RegisterContent } from "../register-bodies";
import { countDifferences, endMissing, registerSource, stageRegister, writeStage } from "./register-tables.server";

export type RegisterInput = {
	bytes: Uint8Array;
	fileName: string;
	/** County keys of five digits; none: the whole of Germany. */
	only?: readonly string[];
	/** Key date of the inhabitants, YYYY-MM-DD. The file does not state it: needed for all editions that we do not know. */
	inhabitantsAsOf?: string;
	/** Ends the bodies that the register no longer lists, also where they are suspiciously many. */
	allowMissing?: boolean;
};

export type RegisterReport = {
	importId: string;
	sha256: string;
	asOf: string;
	inhabitantsAsOf: string;
	/** Lines taken from the file, after narrowing to counties. */
	counties: number;
	associations: number;
	municipalities: number;
	inhabitants: number;
	/** Bodies: one each, however many lines it has. */
	created: number;
	changed: number;
	renamed: number;
	ended: number;
	unchanged: number;
};

export type ImportRefusal =
	| RegisterRefusal
	| "register-county-unknown"
	| "register-inhabitants-date-missing"
	| "register-inhabitants-date-invalid"
	| "register-older"
	| "register-too-many-missing";

type Reading = {
	content: RegisterContent;
	sha256: string;
	fileName: string;
	scope: readonly string[];
	inhabitantsAsOf: string;
	allowMissing: boolean;
};

/** Key date of the inhabitants by date of the territory, as published. Editions carry figures one or two years old, so never guess. */
const keyDateOfEdition = new Map([["2023-11-30", "2022-12-31"]]);

/**
 * Imports the official register: new bodies appear, changed ones follow it, an old name stays in the history, and a body
 * that a newer register no longer lists ends on the register's date. A second run of the same file changes nothing.
 * Refuses, with line numbers and before anything is written: every damage that `parseRegister` knows, unknown counties,
 * a register older than the newest imported one, and one that lacks suspiciously many known bodies.
 * Two at once: the second waits for the first. Throws Forbidden to all but the operator and the house.
 */
export async function importRegister(
	world: World | ActWorld,
	{ bytes, fileName, only = [], inhabitantsAsOf, allowMissing = false }: RegisterInput,
): Promise<Outcome<RegisterReport, ImportRefusal>> {
	demand(mayImportRegister, world.actor, null);
	// Reading 3.5 MB takes no transaction; nothing below changes what the file says.
	const file = parseRegister(bytes);
	if (!file.done) return file;
	const scope = [...new Set(only)].sort();
	const content = onlyCounties(bodiesOf(file.value), scope);
	if (!content.done) return content;
	const keyDate = inhabitantsAsOf ?? keyDateOfEdition.get(file.value.asOf);
	if (keyDate === undefined) {
		return refused("register-inhabitants-date-missing", { values: { asOf: file.value.asOf } });
	}
	if (!isDate(keyDate) || keyDate > file.value.asOf) {
		return refused("register-inhabitants-date-invalid", { values: { found: keyDate, asOf: file.value.asOf } });
	}
	const sha256 = createHash("sha256").update(bytes).digest("hex");
	return storeRegister(world, {
		content: content.value,
		sha256,
		fileName,
		scope,
		inhabitantsAsOf: keyDate,
		allowMissing,
	});
}

const storeRegister = command(
	"organisations.import-register",
	async (world, reading: Reading): Promise<Outcome<RegisterReport, ImportRefusal>> => {
		const { db, now, actor } = world;
		const { content, sha256, scope, inhabitantsAsOf } = reading;
		// Held to the end of the transaction, so that the second import sees what the first has written.
		await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('organisations.import-register'))`;

		const [newest] = await db.$queryRaw<{ asOf: string | null }[]>`
			SELECT max(as_of)::text AS "asOf" FROM register_import`;
		if (newest?.asOf && newest.asOf > content.asOf) {
			return refused("register-older", { values: { asOf: content.asOf, newest: newest.asOf } });
		}

		await stageRegister(db, content, now);
		const differences = await countDifferences(db, scope);
		const { missing, known } = differences;
		// Reforms end a few hundred of 15,000 bodies a year; a file cut at a line end lacks thousands.
		if (!reading.allowMissing && missing > 20 && missing * 10 > known) {
			return refused("register-too-many-missing", { values: { missing, known } });
		}
		await writeStage(db, content, inhabitantsAsOf, scope);
		await endMissing(db, content.asOf, scope);

		const linesAt = (level: string) => content.lines.filter((line) => line.level === level).length;
		const facts = {
			counties: linesAt("COUNTY"),
			associations: linesAt("ASSOCIATION"),
			municipalities: linesAt("MUNICIPALITY"),
			inhabitants: content.bodies.reduce((sum, body) => sum + (body.summed ? 0 : body.inhabitants), 0),
			created: differences.created,
			changed: differences.changed,
			renamed: differences.renamed,
			ended: missing,
			unchanged: differences.unchanged,
		};
		const dates = { asOf: content.asOf, inhabitantsAsOf };
		const key = { sha256, scope: scope.join(",") };
		// The first import of a file is its proof of origin; that it was repeated stands in the audit log.
		const stored = await db.registerImport.upsert({
			where: { sha256_scope: key },
			update: {},
			create: {
				...key,
				id: newId(now),
				fileName: reading.fileName,
				source: registerSource,
				asOf: new Date(content.asOf),
				inhabitantsAsOf: new Date(inhabitantsAsOf),
				counts: facts,
				importedAt: now,
				importedById: actor.kind === "person" ? actor.personId : null,
			},
		});
		world.record({
			type: "organisations.register.imported",
			subject: { kind: "register-import", id: stored.id },
			ownerId: null,
			facts: { ...facts, ...dates, ...key },
		});
		return done({ importId: stored.id, sha256, ...dates, ...facts });
	},
);

function isDate(text: string): boolean {
	const moment = new Date(`${text}T00:00:00Z`);
	return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}
