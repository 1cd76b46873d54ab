import { isDay } from "~/platform/day";
import { type Level, levels, type PartyKind, partyKinds, type Sector, sectors } from "./vocabulary";

/** What a view of the network shows: the same for list, drawing, table and export. */
export type NetworkFilter = {
	words: string;
	kind: PartyKind | null;
	sector: Sector | null;
	level: Level | null;
	topicId: string | null;
	areaId: string | null;
	/** Key of a type of tie, or id of an own one. */
	type: string | null;
	/** Only key persons; topic and area are then those they matter for. */
	keyPersons: boolean;
	/** Only what nobody has confirmed for twelve months. */
	uncertain: boolean;
	/** The day that is looked at (`YYYY-MM-DD`); null for today, whenever the address is opened. */
	day: string | null;
};

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const kinds: Record<string, PartyKind> = { person: "PERSON", organisation: "ORGANISATION" };

/** Reads a view from its address; what it does not know is as if it were not there. */
export function readFilter(query: URLSearchParams): NetworkFilter {
	const given = (name: string) => (query.get(name) ?? "").replaceAll("\0", "").trim().slice(0, 100);
	const idIn = (name: string) => (id.test(given(name)) ? given(name) : null);
	const kind = given("art");
	return {
		words: given("q"),
		kind: Object.hasOwn(kinds, kind) ? (kinds[kind] ?? null) : null,
		sector: sectors.find((one) => one === given("bereich")) ?? null,
		level: levels.find((one) => one === given("ebene")) ?? null,
		topicId: idIn("thema"),
		areaId: idIn("gebiet"),
		type: /^[a-z0-9-]{1,36}$/.test(given("beziehung")) ? given("beziehung") : null,
		keyPersons: given("schluessel") === "ja",
		uncertain: given("unsicher") === "ja",
		day: isDay(given("tag")) ? given("tag") : null,
	};
}

/** The view as it stands in an address, in a fixed order, so that equal views have equal addresses; empty for everything. */
export function writeFilter(filter: NetworkFilter): string {
	const entries = [
		["q", filter.words],
		["art", filter.kind && (partyKinds.find((one) => one === filter.kind) ?? "").toLowerCase()],
		["bereich", filter.sector],
		["ebene", filter.level],
		["thema", filter.topicId],
		["gebiet", filter.areaId],
		["beziehung", filter.type],
		["schluessel", filter.keyPersons ? "ja" : ""],
		["unsicher", filter.uncertain ? "ja" : ""],
		["tag", filter.day],
	] as const;
	return new URLSearchParams(entries.flatMap(([name, value]) => (value ? [[name, value]] : []))).toString();
}

/** A path with the view behind it. */
export function withFilter(path: string, filter: NetworkFilter): string {
	const query = writeFilter(filter);
	return query ? `${path}?${query}` : path;
}
