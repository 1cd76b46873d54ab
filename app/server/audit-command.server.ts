import { brokenChains } from "~/platform/audit.server";
import { database } from "~/platform/database/client.server";
import { inHouse } from "./database-commands.server";

const reasons = {
	hash: "der Inhalt passt nicht zu seiner Prüfsumme",
	gap: "davor fehlt mindestens eine Zeile",
	link: "sie schließt nicht an die Zeile davor an",
	head: "das Ende der Kette passt nicht zu ihrem Kopf",
};

/** `npm run audit:verify`: walks every chain; 0 when all hold, 1 and the first broken row of each when not. */
export async function verifyAuditCommand(): Promise<number> {
	return inHouse(async () => {
		const { events, chains, broken } = await brokenChains(database());
		for (const { ownerId, position, reason } of broken) {
			console.error(`Kette ${ownerId}, Zeile ${position}: ${reasons[reason]}.`);
		}
		if (broken.length > 0) return 1;
		console.log(`Das Protokoll ist unversehrt: ${events} Einträge in ${chains} Ketten.`);
		return 0;
	}, "migrated");
}
