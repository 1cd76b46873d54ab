import { dayOf } from "~/platform/calendar.server";
import type { World } from "~/platform/world.server";
import { keyPerson, networkOrganisation, networkPerson, tie } from "~tests/factories/network";
import type { PersonKey } from "./people";

type Given = {
	organisations: Record<"county" | "mendig" | "andernach", string>;
	guidePostId: string;
	as(key: PersonKey, daysAgo: number): Promise<World>;
};

const organisations = [
	["verkehr", "Verkehrsverbund Osteifel", "business", "county"],
	["stadtwerke", "Stadtwerke Osteifel GmbH", "business", "association"],
	["hochschule", "Hochschule Laacher See", "research", "state"],
	["rad", "Radinitiative Pellenz", "civil-society", "association"],
	["heimat", "Heimatverein Thür", "civil-society", "local"],
	["feuerwehr", "Förderverein Feuerwehr Mendig", "civil-society", "local"],
	["pflege", "Pflegestützpunkt Maifeld", "health", "county"],
	["tourismus", "Tourismusverband Nette und Laacher See", "business", "county"],
	["kreistag", "Kreistag Mayen-Koblenz (erfundene Mitglieder)", "politics", "county"],
	["zeitung", "Eifelbote", "media", "county"],
] as const;

const people = [
	["busch", "Ruth", "Steinbach"],
	["kranz", "Dieter", "Kranz"],
	["yilmaz", "Emre", "Yılmaz"],
	["becker", "Annika", "Becker"],
	["schuetz", "Gisela", "Schütz"],
	["roth", "Tobias", "Roth"],
	["vogt", "Ingrid", "Vogt"],
	["lang", "Peter", "Langscheid"],
] as const;

type OrganisationKey = (typeof organisations)[number][0] | "county" | "mendig" | "andernach";
type PersonName = (typeof people)[number][0];

/** Who does what where: person, type, organisation, and since how many years (until how many years ago). */
const ties: [PersonName, string, OrganisationKey, number, number?][] = [
	["busch", "head", "verkehr", 6],
	["busch", "mandate", "kreistag", 2],
	["kranz", "chair", "heimat", 12, 3],
	["kranz", "member", "heimat", 20],
	["yilmaz", "office", "hochschule", 4],
	["yilmaz", "board", "rad", 2],
	["becker", "chair", "rad", 3],
	["becker", "mandate", "kreistag", 2],
	["schuetz", "chair", "heimat", 3],
	["schuetz", "volunteer", "feuerwehr", 9],
	["roth", "head", "stadtwerke", 5],
	["vogt", "head", "pflege", 7],
	["lang", "office", "county", 8],
	["lang", "board", "tourismus", 4],
];

/** A network of some twenty organisations and people, all invented; a part of it nobody has confirmed for more than a year. */
export async function loadNetwork({ organisations: bodies, guidePostId, as }: Given): Promise<void> {
	const ownerId = bodies.county;
	const [old, recent] = [await as("guide", 378), await as("guide", 70)];
	const ids = new Map<string, string>();
	const own = [
		["county", "Landkreis Mayen-Koblenz"],
		["mendig", "Verbandsgemeinde Mendig"],
		["andernach", "Stadt Andernach"],
	] as const;
	for (const [key, name] of own) {
		const given = {
			ownerId,
			name,
			organisationId: bodies[key],
			sector: "administration",
			visibility: "PUBLIC",
		} as const;
		ids.set(key, await networkOrganisation(recent, { ...given, keeperPostId: guidePostId, source: "Hauptsatzung" }));
	}
	for (const [place, [key, name, sector, level]] of organisations.entries()) {
		const world = place % 3 === 2 ? old : recent;
		const visibility = place < 8 ? "PUBLIC" : "STAFF";
		const given = { name, sector, level, visibility, ownKey: key, source: "Webseite der Organisation" } as const;
		ids.set(key, await networkOrganisation(world, { ownerId, ...given, keeperPostId: guidePostId }));
	}
	for (const [place, [key, givenName, familyName]] of people.entries()) {
		const world = place % 3 === 2 ? old : recent;
		const email = place === 5 ? null : `${key}@netz.example`;
		const keepUntil = dayOf(recent.now).add({ years: 4 }).toString();
		const given = { givenName, familyName, email, keepUntil, ownKey: key, source: "Gespräch am Sprechtag" };
		ids.set(key, await networkPerson(world, { ownerId, ...given, keeperPostId: guidePostId }));
	}
	const id = (key: string) => {
		const found = ids.get(key);
		if (!found) throw new Error(`${key} is not in the network`);
		return found;
	};
	const years = (count: number) => dayOf(recent.now).subtract({ years: count }).toString();
	const made = new Map<string, string>();
	for (const [who, type, where, since, until] of ties) {
		const given = { fromId: id(who), toId: id(where), type, firstDay: years(since) };
		const lastDay = until === undefined ? null : dayOf(recent.now).subtract({ years: until, days: 1 }).toString();
		made.set(`${who} ${where}`, await tie(recent, { ...given, lastDay, source: "Treffen im Mai" }));
	}
	const among = [
		["county", "owner", "verkehr"],
		["stadtwerke", "cooperates", "hochschule"],
		["county", "funds", "tourismus"],
		["mendig", "part", "county"],
		["county", "cooperates", "pflege"],
		["rad", "cooperates", "andernach"],
	] as const;
	for (const [from, type, to] of among) {
		const ends = { fromId: id(from), toId: id(to) };
		await tie(recent, { ...ends, type, firstDay: years(3), source: "Jahresbericht", visibility: "STAFF" });
	}
	const mobility = await recent.db.topic.findFirst({ where: { ownerId, name: "Mobilität" }, select: { id: true } });
	const capacity = made.get("busch verkehr");
	if (mobility && capacity) {
		const why = "Kennt die Fahrpläne und die Busunternehmen und sagt früh, was geht.";
		await keyPerson(recent, { partyId: id("busch"), tieId: capacity, topicId: mobility.id, why });
	}
}
