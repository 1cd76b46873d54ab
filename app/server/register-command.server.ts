import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { organisationMessages } from "~/domains/organisations";
import { importRegister, registerSource } from "~/domains/organisations/index.server";
import { house } from "~/platform/actor";
import { now } from "~/platform/clock.server";
import { database } from "~/platform/database/client.server";
import { textFor } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { inHouse } from "./database-commands.server";

/** The command as the operator calls it: on the running or the resting house. */
export function registerImportCommand(args: string[]): Promise<number> {
	return inHouse(() => registerImport(args, { db: database(), actor: house, now: now(), locale: "de" }, console.log));
}

/**
 * `npm run register:import -- FILE [--only 07137,07335] [--inhabitants-as-of YYYY-MM-DD] [--allow-missing]`
 * Imports the official register and prints its counts, or every reason why nothing was written.
 * @returns the exit code: 0 imported, 1 refused
 */
export async function registerImport(args: string[], world: World, print: (line: string) => void): Promise<number> {
	const t = textFor(world.locale, organisationMessages);
	const asked = read(args);
	if (asked === null) {
		print(t("registerImport.usage"));
		return 1;
	}
	let bytes: Buffer;
	try {
		bytes = await readFile(asked.file);
	} catch (error) {
		const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
		print(t("registerImport.fileUnreadable", { file: asked.file, reason }));
		return 1;
	}
	const fileName = path.basename(asked.file);
	const outcome = await importRegister(world, { ...asked, bytes, fileName });
	if (!outcome.done) {
		print(t("registerImport.nothingWritten", { file: fileName }));
		// Each code brings the values of its sentence; the union of all sentences has no type that says so.
		for (const { code, values } of outcome.refusals) print(`  ${t(`refusals.${code}`, values as never)}`);
		return 1;
	}
	const { value } = outcome;
	const day = new Intl.DateTimeFormat(world.locale, { dateStyle: "medium", timeZone: "UTC" });
	print(t("registerImport.done", { file: fileName, asOf: day.format(new Date(value.asOf)) }));
	print(`  ${t("registerImport.lines", value)}`);
	const date = day.format(new Date(value.inhabitantsAsOf));
	print(`  ${t("registerImport.inhabitants", { inhabitants: value.inhabitants, date })}`);
	print(`  ${t("registerImport.bodies", value)}`);
	print(`  ${t("registerImport.source", { source: registerSource })}`);
	return 0;
}

function read(args: string[]) {
	try {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				only: { type: "string", multiple: true },
				"inhabitants-as-of": { type: "string" },
				"allow-missing": { type: "boolean" },
			},
		});
		const [file, ...more] = positionals;
		if (file === undefined || more.length > 0) return null;
		return {
			file,
			only: (values.only ?? []).flatMap((keys) => keys.split(",")).filter((key) => key !== ""),
			inhabitantsAsOf: values["inhabitants-as-of"],
			allowMissing: values["allow-missing"] ?? false,
		};
	} catch {
		return null;
	}
}
