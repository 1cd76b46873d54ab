import { constants, existsSync } from "node:fs";
import { chmod, copyFile } from "node:fs/promises";
import path from "node:path";
import { missingFiles } from "~/domains/files/index.server";
import { brokenChains } from "~/platform/audit.server";
import {
	type Contents,
	fingerprintOf,
	keyPath,
	migrationsOf,
	sealPath,
	verifiedContents,
} from "~/platform/backup/contents.server";
import { demandEmpty, restoreFiles, restoreTables } from "~/platform/backup/restore.server";
import { takeBackup } from "~/platform/backup/take.server";
import { dayOf } from "~/platform/calendar.server";
import { now } from "~/platform/clock.server";
import { database } from "~/platform/database/client.server";
import { knownMigrations, migrate } from "~/platform/database/migrate.server";
import { type Env, env } from "~/platform/env.server";
import { makeDataFolder, secretKey } from "~/platform/secrets.server";
import { StartRefusal } from "~/platform/start-refusal";
import { version } from "../../package.json";
import { inHouse } from "./database-commands.server";
import { emptyDatabase } from "./empty-database.server";
import { openHouse, openTables } from "./house.server";

const filesOf = ({ DATA_DIR }: Env) => path.join(DATA_DIR, "files");
const keyFileOf = ({ DATA_DIR }: Env) => path.join(DATA_DIR, keyPath);
const sealFileOf = ({ DATA_DIR }: Env) => path.join(DATA_DIR, sealPath);
const hasGivenSeal = ({ SEAL_P12, SEAL_SIGNER }: Env) => (SEAL_P12 ?? SEAL_SIGNER) !== undefined;

/** `npm run backup [-- FOLDER]`: one folder with everything that a restore needs; also while the house serves. */
export async function backupCommand([given]: string[]): Promise<number> {
	const settings = env();
	const moment = now();
	const stamp = `${dayOf(moment)}-${moment.toISOString().slice(11, 19).replaceAll(":", "")}`;
	const target = path.resolve(given ?? path.join(settings.DATA_DIR, "sicherungen", stamp));
	const [contents, missing] = await inHouse(async ({ urls }) => {
		const taken = await takeBackup({
			ownerUrl: urls.ownerUrl,
			filesFolder: filesOf(settings),
			key: secretKey(settings),
			keyFile: settings.SECRET_KEY ? null : keyFileOf(settings),
			sealKeyFile: hasGivenSeal(settings) ? null : sealFileOf(settings),
			version,
			now: moment,
			target,
		});
		return [taken, await missingFiles({ db: database() })] as const;
	}, "migrated");
	console.log(`Gesichert in ${target}: ${sumOf(contents)}.`);
	console.log(
		settings.SECRET_KEY
			? "SECRET_KEY ist nicht dabei; bitte getrennt davon aufbewahren, ohne ihn lässt sich die Sicherung nicht einspielen."
			: "Der Schlüssel des Hauses ist dabei: bitte wie ein Geheimnis aufbewahren, am besten auf einem anderen Rechner.",
	);
	return complaint(missing);
}

/** `npm run restore -- FOLDER`: into an empty house only; checks the result before it says that it is done. */
export async function restoreCommand([given]: string[]): Promise<number> {
	if (!given) {
		console.error("Bitte den Ordner der Sicherung angeben: npm run restore -- ORDNER");
		return 1;
	}
	const settings = env();
	const folder = path.resolve(given);
	const contents = await verifiedContents(folder);
	const migrations = migrationsOf(contents, knownMigrations());
	demandKey(settings, contents);
	const house = await openHouse(settings, {
		purpose: "house",
		until: "database",
		onDatabaseEnd: () => {
			console.error("Die Datenbank wurde unerwartet beendet; bitte den Befehl wiederholen.");
			process.exit(1);
		},
	});
	try {
		const { ownerUrl, appUrl } = house.urls;
		await demandEmpty(ownerUrl, filesOf(settings), contents);
		await bringKeys(settings, folder, contents);
		await restoreFiles(folder, filesOf(settings), contents);
		await emptyDatabase(house.urls); // tables without rows, from a start or a restore that was killed
		await migrate(ownerUrl, appUrl, migrations);
		await restoreTables(ownerUrl, folder, contents);
		await openTables(house.urls); // and what this version has added since
		const { events, broken } = await brokenChains(database());
		if (broken.length > 0) {
			console.error("Die Daten sind eingespielt, aber das Protokoll hält nicht; genauer: npm run audit:verify");
			return 1;
		}
		console.log(`Eingespielt: ${sumOf(contents)}, Stand ${contents.takenAt}.`);
		console.log(`Das Protokoll ist unversehrt: ${events} Einträge. Starten mit: npm start`);
		return complaint(await missingFiles({ db: database() }));
	} finally {
		await house.close();
	}
}

function sumOf({ tables, files }: Contents): string {
	const rows = tables.reduce((sum, table) => sum + table.rows, 0);
	const kept = files.filter(({ path: name }) => name.startsWith("files/")).length;
	return `${rows} Zeilen aus ${tables.length} Tabellen, ${kept} Dateien`;
}

function complaint(missing: readonly string[]): number {
	if (missing.length === 0) return 0;
	console.error(`Es fehlen ${missing.length} Dateien auf der Platte, zum Beispiel ${missing[0]}.`);
	return 1;
}

/** Another key could not read what the backup's encrypted, and would call its signatures false. */
function demandKey(settings: Env, contents: Contents): void {
	const inside = contents.files.some(({ path: name }) => name === keyPath);
	const here = settings.SECRET_KEY ?? (existsSync(keyFileOf(settings)) ? secretKey(settings) : null);
	if (here === null && inside) return;
	if (here !== null && fingerprintOf(here) === contents.keyFingerprint) return;
	throw new StartRefusal(
		here === null
			? "Zu dieser Sicherung gehört der SECRET_KEY ihres Hauses; bitte ihn angeben."
			: "Der Schlüssel hier (SECRET_KEY oder die Datei secret-key) ist ein anderer als der dieser Sicherung.",
	);
}

/** The keys, as far as the house has none yet. */
async function bringKeys(settings: Env, folder: string, contents: Contents): Promise<void> {
	for (const [name, target, given] of [
		[keyPath, keyFileOf(settings), settings.SECRET_KEY !== undefined],
		[sealPath, sealFileOf(settings), hasGivenSeal(settings)],
	] as const) {
		if (given || existsSync(target) || !contents.files.some((file) => file.path === name)) continue;
		makeDataFolder(settings.DATA_DIR);
		await copyFile(path.join(folder, name), target, constants.COPYFILE_EXCL);
		await chmod(target, 0o600);
	}
}
