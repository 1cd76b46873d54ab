import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Env } from "./env.server";
import { StartRefusal } from "./start-refusal";

/**
 * Makes the data folder if it is missing. Root leaves it passable (0711) so that the database's own user reaches its folder
 * inside; every file in it is 0600.
 * @throws StartRefusal when the folder cannot be made
 */
export function makeDataFolder(folder: string): void {
	try {
		mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
	} catch (error) {
		throw new StartRefusal(
			`Der Ordner DATA_DIR=${folder} lässt sich nicht anlegen (${(error as NodeJS.ErrnoException).code}); bitte einen beschreibbaren Ordner angeben.`,
		);
	}
}

/**
 * Reads a secret from `DATA_DIR/<name>`, or makes it once: 32 random bytes as base64url in a file only this user can read.
 * Two processes that ask at the same time get the same one.
 * @param make how to make the value, when it is not plain randomness
 */
export function secretFile(dataFolder: string, name: string, make = randomSecret): string {
	const file = path.join(dataFolder, name);
	try {
		return read(file);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw unreadable(file, error);
	}
	const draft = `${file}.${process.pid}`;
	try {
		writeFileSync(draft, `${make()}\n`, { mode: 0o600, flush: true });
		try {
			linkSync(draft, file); // unlike rename, link refuses when another process was faster
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
		} finally {
			unlinkSync(draft);
		}
		return read(file);
	} catch (error) {
		throw unreadable(file, error);
	}
}

/** The house's own key: SECRET_KEY if given, else made once in `DATA_DIR/secret-key`. */
export function secretKey(env: Pick<Env, "SECRET_KEY" | "DATA_DIR">): string {
	if (env.SECRET_KEY) return env.SECRET_KEY;
	makeDataFolder(env.DATA_DIR);
	return secretFile(env.DATA_DIR, "secret-key");
}

function read(file: string): string {
	const value = readFileSync(file, "utf8").trim();
	if (value.length < 32)
		throw new StartRefusal(
			`Die Datei ${file} enthält kein brauchbares Geheimnis; bitte aus der Sicherung zurückholen.`,
		);
	return value;
}

function randomSecret(): string {
	return randomBytes(32).toString("base64url");
}

function unreadable(file: string, error: unknown): Error {
	if (error instanceof StartRefusal) return error;
	return new StartRefusal(
		`Die Datei ${file} ist nicht les- oder schreibbar (${(error as NodeJS.ErrnoException).code}); bitte Rechte des Ordners prüfen oder DATA_DIR ändern.`,
	);
}
