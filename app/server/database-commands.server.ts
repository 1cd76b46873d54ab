import { writeMigration } from "~/platform/database/migrate.server";
import { env } from "~/platform/env.server";
import { emptyDatabase } from "./empty-database.server";
import { completeFirstStart } from "./first-start.server";
import { type House, type Opening, openHouse, openTables } from "./house.server";

/**
 * Opens the house for one piece of work (joining a running one) and closes it again.
 * @param until how far to open it, see `openHouse`
 */
export async function inHouse<T>(work: (house: House) => Promise<T>, until?: Opening["until"]): Promise<T> {
	const house = await openHouse(env(), {
		purpose: "command",
		until,
		onDatabaseEnd: () => {
			console.error("Die Datenbank wurde unerwartet beendet.");
			process.exit(1);
		},
	});
	try {
		return await work(house);
	} finally {
		await house.close();
	}
}

/** Brings the database to this version and says so. */
export async function migrateCommand(): Promise<number> {
	await inHouse(async () => console.log("Die Datenbank ist auf dem Stand dieser Fassung."), "migrated");
	return 0;
}

/** Completes what a first start loads. */
export async function seedCommand(): Promise<number> {
	await inHouse(async () => console.log("Die Anfangsdaten sind geladen."));
	return 0;
}

/** Deletes every table of the house, migrates and loads the initial data again; with DATABASE_URL only after `--ja`. */
export async function resetCommand(args: string[]): Promise<number> {
	const settings = env();
	if (settings.DATABASE_URL && !args.includes("--ja")) {
		console.error(
			"Das löscht alle Daten der Datenbank aus DATABASE_URL; wenn das gewollt ist: npm run db:reset -- --ja",
		);
		return 1;
	}
	await inHouse(async ({ urls }) => {
		await emptyDatabase(urls);
		await openTables(urls);
		await completeFirstStart(settings, urls);
		console.log("Die Datenbank ist neu angelegt.");
	}, "database");
	return 0;
}

/** `db:new-migration <name>`: works on files only, no database is started. */
export async function newMigrationCommand([name = ""]: string[]): Promise<number> {
	const file = await writeMigration(name, new Date());
	console.log(
		file ? `Geschrieben: ${file}` : "Das Schema ist seit der letzten Migration unverändert; nichts geschrieben.",
	);
	return 0;
}
