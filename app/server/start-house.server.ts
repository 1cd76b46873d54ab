import { createServer } from "node:net";
import { startLocalMailbox } from "~/domains/notifications/index.server";
import { database } from "~/platform/database/client.server";
import { env } from "~/platform/env.server";
import { StartRefusal } from "~/platform/start-refusal";
import { developmentServer } from "./development";
import { endOnSignal } from "./ending.server";
import { openHouse } from "./house.server";
import { type Http, shownHost, startHttp } from "./http.server";
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
			if (settings.DEMO && !settings.SMTP_URL) mailbox = await startLocalMailbox(database());
			http = await startHttp(settings, developmentServer()).catch((error: unknown) => {
				throw explained(error, settings.HOST, settings.PORT);
			});
			worker = await startWorker();
			if (house.elsewhere) console.log(`Die Datenbank liegt in ${house.elsewhere}.`);
			console.log(
				`Gemeinwerk läuft: ${settings.BASE_URL ?? `http://${shownHost(settings.HOST)}:${http.port}`} (Start in ${((performance.now() - began) / 1000).toFixed(1)} s)`,
			);
		}
		return await ending.asked;
	} finally {
		await http?.close();
		await worker?.stop();
		await mailbox?.close();
		await house.close();
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
