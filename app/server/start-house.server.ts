import { createServer } from "node:net";
import { startLocalMailbox } from "~/domains/notifications/index.server";
import { now } from "~/platform/clock.server";
import { database } from "~/platform/database/client.server";
import { env } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { StartRefusal } from "~/platform/start-refusal";
import { demoAccounts, demoPassword } from "~tests/factories/accounts";
import { developmentServer } from "./development";
import { endOnSignal } from "./ending.server";
import { demonstrationAge } from "./first-start.server";
import { openHouse } from "./house.server";
import { type Http, shownHost, startHttp } from "./http.server";
import { checkGivenSeal, checkOwnSeal } from "./seal-check.server";
import { startWorker, type Worker } from "./worker.server";

/**
 * Opens the house, serves until a signal comes and closes in the order: no new requests, worker, connections, database.
 * @returns the exit code: 0 after a signal, 1 when the database ended by itself
 * @throws StartRefusal when the port is taken or the house cannot open
 */
export async function startHouse(): Promise<number> {
	const began = performance.now();
	const settings = env();
	const ending = endOnSignal();
	await probePort(settings.HOST, settings.PORT);
	await checkGivenSeal(); // a wrong passphrase is said now and not after the last signature
	const house = await openHouse(settings, {
		purpose: "house",
		onDatabaseEnd: () =>
			ending.end(1, "Die Datenbank wurde unerwartet beendet; Gemeinwerk endet auch und kann neu gestartet werden."),
	});
	let http: Http | undefined;
	let worker: Worker | undefined;
	let mailbox: { close(): Promise<void> } | undefined;
	try {
		if (!ending.requested()) {
			await checkOwnSeal();
			if (settings.DEMO && !settings.SMTP_URL) mailbox = await startLocalMailbox(database());
			http = await startHttp(settings, developmentServer()).catch((error: unknown) => {
				throw explained(error, settings.HOST, settings.PORT);
			});
			// whoever only reads shall find what they read a minute ago
			if (settings.MAINTENANCE === "off") worker = await startWorker();
			if (settings.DEMO) await sayHowToSignIn();
			if (house.elsewhere) console.log(`Die Datenbank liegt in ${house.elsewhere}.`);
			console.log(
				`Gemeinwerk läuft: ${settings.BASE_URL ?? `http://${shownHost(settings.HOST)}:${http.port}`} (Start in ${((performance.now() - began) / 1000).toFixed(1)} s)`,
			);
		}
		return await ending.asked;
	} finally {
		await http?.close();
		// with the database gone there is nothing left to give back
		await worker?.stop().catch((error: unknown) => log.error({ err: error }, "the worker stopped in disorder"));
		await mailbox?.close();
		await house.close();
	}
}

/** The accounts of the demonstration, one of each role; its age when it has grown stale. */
async function sayHowToSignIn(): Promise<void> {
	const accounts = await demoAccounts(database(), now());
	if (accounts.length === 0) return;
	const first = [...new Map(accounts.toReversed().map((account) => [account.role, account])).values()].reverse();
	console.log(`Konten der Vorführung (Passwort für alle: ${demoPassword}; mehr mit npm run demo:accounts):`);
	for (const { role, email, totpSecret } of first) {
		console.log(
			`  ${role.padEnd(22)} ${email.padEnd(28)} ${totpSecret ? `zweiter Faktor: ${totpSecret}` : ""}`.trimEnd(),
		);
	}
	const age = await demonstrationAge();
	if (age !== null && age > 7) {
		console.log(`Die Vorführung ist ${age} Tage alt. Mit dem heutigen Tag neu laden: npm run demo:refresh`);
	}
}

/** Finds a taken port before the first start spends half a minute on its database. */
async function probePort(host: string, port: number): Promise<void> {
	const probe = createServer();
	await new Promise<void>((resolve, reject) => {
		probe.once("error", (error) => reject(explained(error, host, port)));
		probe.listen(port, host, () => probe.close(() => resolve()));
	});
}

function explained(error: unknown, host: string, port: number): unknown {
	const { code } = error as NodeJS.ErrnoException;
	if (code === "EADDRINUSE") {
		return new StartRefusal(
			`Der Port ${port} ist schon belegt; bitte das andere Programm beenden oder einen anderen angeben: PORT=${port === 65535 ? 3000 : port + 1} npm start`,
		);
	}
	if (code === "EACCES") {
		return new StartRefusal(`Der Port ${port} ist diesem Benutzer nicht erlaubt; bitte einen Port ab 1024 angeben.`);
	}
	if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN") {
		return new StartRefusal(`Die Adresse HOST=${host} gibt es auf diesem Rechner nicht; bitte HOST ändern.`);
	}
	return error;
}
