import { env } from "~/platform/env.server";
import { houseSeal } from "~/platform/sealing/seal.server";
import { endOnSignal } from "./ending.server";
import { openHouse } from "./house.server";
import { startWorker } from "./worker.server";

/** Runs one worker without a web server until a signal comes; joins the embedded database of a running house. */
export async function startWorkerAlone(): Promise<number> {
	const settings = env();
	const ending = endOnSignal();
	await houseSeal();
	const house = await openHouse(settings, {
		purpose: "command",
		onDatabaseEnd: () => ending.end(1, "Die Datenbank wurde beendet; der Arbeiter endet auch."),
	});
	try {
		const worker = await startWorker();
		console.log("Ein Arbeiter läuft.");
		const code = await ending.asked;
		await worker.stop();
		return code;
	} finally {
		await house.close();
	}
}
