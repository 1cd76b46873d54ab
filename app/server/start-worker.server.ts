import { env } from "~/platform/env.server";
import { endOnSignal } from "./ending.server";
import { openHouse } from "./house.server";
import { checkGivenSeal, checkOwnSeal } from "./seal-check.server";
import { startWorker } from "./worker.server";

/** Runs one worker without a web server until a signal comes; joins the embedded database of a running house. */
export async function startWorkerAlone(): Promise<number> {
	const settings = env();
	const ending = endOnSignal();
	await checkGivenSeal();
	const house = await openHouse(settings, {
		purpose: "command",
		onDatabaseEnd: () => ending.end(1, "Die Datenbank wurde beendet; der Arbeiter endet auch."),
	});
	try {
		await checkOwnSeal();
		const worker = await startWorker();
		console.log("Ein Arbeiter läuft.");
		const code = await ending.asked;
		await worker.stop();
		return code;
	} finally {
		await house.close();
	}
}
