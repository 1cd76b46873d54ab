import {
	addContact,
	addFundingCondition,
	addInformationDuty,
	bindUntil,
	savePublicRelations,
} from "~/domains/agreements/particulars/commands/edit-particulars.server";
import { dayOf, parseDay } from "~/platform/calendar.server";
import type { World } from "~/platform/world.server";
import { must } from "./outcome";

/** What an agreement holds in lines beside its texts: a condition, a recurring duty, rules for the public, a contact. */
export async function particularsOf(world: World, code: string): Promise<void> {
	const party = await world.db.agreementParty.findFirstOrThrow({
		where: { agreement: { code }, role: "lead" },
		select: { id: true },
	});
	const later = (years: number) => parseDay(dayOf(world.now).add({ years }).toString());
	const partyId = party.id;
	must(await bindUntil(world, { code, boundUntil: later(7) }));
	must(
		await addFundingCondition(world, {
			code,
			partyId,
			text: "Förderschild an jedem Weg",
			evidence: "Fotos mit Datum",
			source: "Bescheid des Landes vom 3. November 2026",
			dueOn: later(1),
		}),
	);
	must(
		await addInformationDuty(world, {
			code,
			partyId,
			subject: "Stand des Vorhabens und der Kosten",
			recipient: "allen Parteien",
			rhythm: "half-yearly",
			firstOn: later(1),
		}),
	);
	const logoRule = "Alle Wappen und Logos stehen nebeneinander, gleich groß.";
	must(await savePublicRelations(world, { code, approval: "all", days: 5, logoRule, revision: 0 }));
	must(await addContact(world, { code, partyId, office: "Pressestelle", reach: "presse@vg-mendig.example" }));
}
