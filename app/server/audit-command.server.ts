import { brokenSealedHeads } from "~/domains/agreements/index.server";
import { brokenChains } from "~/platform/audit.server";
import { brokenAnchors } from "~/platform/audit-anchor.server";
import { database } from "~/platform/database/client.server";
import { inHouse } from "./database-commands.server";

const reasons = {
	hash: "der Inhalt passt nicht zu seiner Prüfsumme",
	gap: "davor fehlt mindestens eine Zeile",
	link: "sie schließt nicht an die Zeile davor an",
	head: "das Ende der Kette passt nicht zu ihrem Kopf",
};

const anchorReasons = {
	digest: "er selbst wurde verändert",
	missing: "Einträge von damals fehlen",
	changed: "Einträge von damals wurden geändert",
};

/**
 * `npm run audit:verify [-- KETTENKOPF …]`: walks every chain and holds against them every daily anchor, also those that
 * somebody kept from a mail, and what sealed protocols say; 0 when all hold, 1 and the first broken row of each chain when not.
 */
export async function verifyAuditCommand(kept: string[]): Promise<number> {
	const given = kept.map((digest) => digest.replace(/\s/g, "").toLowerCase());
	return inHouse(async () => {
		const { events, chains, broken } = await brokenChains(database());
		for (const { ownerId, position, reason } of broken) {
			console.error(`Kette ${ownerId}, Zeile ${position}: ${reasons[reason]}.`);
		}
		const found = await brokenAnchors(database(), given);
		for (const { day, reason } of found.broken) console.error(`Kettenkopf vom ${day}: ${anchorReasons[reason]}.`);
		for (const digest of found.unknown)
			console.error(`Kettenkopf ${digest}: hier unbekannt, er wurde geändert oder entfernt.`);
		const sealed = await brokenSealedHeads(database());
		for (const number of sealed.broken)
			console.error(`Vereinbarung ${number}: Ihre Ereignisse passen nicht zum Kettenkopf im Unterschriftsprotokoll.`);
		if (broken.length + found.broken.length + found.unknown.length + sealed.broken.length > 0) return 1;
		console.log(
			`Das Protokoll ist unversehrt: ${events} Einträge in ${chains} Ketten, ${found.anchors} Kettenköpfe, ${sealed.checked} Unterschriftsprotokolle.`,
		);
		return 0;
	}, "migrated");
}
