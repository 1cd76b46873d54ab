import type { OrganisationKind } from "~/platform/database/generated/enums";
import { done, type Outcome, type Refusal } from "~/platform/outcome";
import type { RegisterFile, RegisterLevel, RegisterRecord } from "./register";

/** A body that can act, as the register describes it. */
export type RegisterBody = {
	/** AGS, or ARS where there is no AGS: the key by which the same body is found again in a later register. */
	key: string;
	parentKey: string | null;
	ars: string;
	ags: string | null;
	kind: OrganisationKind;
	name: string;
	shortName: string;
	typeCode: string | null;
	seat: string | null;
	postalCode: string | null;
	areaHectares: number;
	inhabitants: number;
	/** Area and inhabitants are added up from the municipalities below. */
	summed: boolean;
};

/** A line of the register and the body that it describes; regions and former districts are no bodies. */
export type RegisterLine = {
	level: RegisterLevel;
	key: string;
	bodyKey: string | null;
	name: string;
	typeCode: string | null;
};

export type RegisterContent = { asOf: string; bodies: RegisterBody[]; lines: RegisterLine[] };

/** Textkennzeichen 50: a municipality without association, listed on both levels. */
const withoutAssociation = "50";
/** Textkennzeichen 41 kreisfreie Stadt, 42 Stadtkreis. */
const independentCity = new Set(["41", "42"]);
/** Textkennzeichen 65 and 66: gemeindefreies Gebiet, inhabited or not. */
const unincorporated = new Set(["65", "66"]);

/**
 * Turns register lines into bodies: a kreisfreie Stadt (county, association and municipality) is one body, and so is a
 * town without association. Area and inhabitants of the levels above are sums over all municipalities of the file.
 */
export function bodiesOf(file: RegisterFile): RegisterContent {
	const recordAt = new Map(file.records.map((record) => [`${record.level} ${record.key}`, record]));
	const municipalityIn = new Map<string, string>();
	const sums = new Map<string, { areaHectares: number; inhabitants: number }>();
	for (const record of file.records) {
		if (record.level !== "MUNICIPALITY") continue;
		municipalityIn.set(record.key.slice(0, 5), record.ags);
		municipalityIn.set(record.key.slice(0, 9), record.ags);
		for (const length of [2, 3, 5, 9]) {
			const key = record.key.slice(0, length);
			const sum = sums.get(key) ?? { areaHectares: 0, inhabitants: 0 };
			sum.areaHectares += record.areaHectares;
			sum.inhabitants += record.inhabitants;
			sums.set(key, sum);
		}
	}

	const isBody = (record: RegisterRecord | undefined): record is RegisterRecord =>
		record !== undefined && isBodyOfItsOwn(record);
	const bodyKeyOf = (record: RegisterRecord): string | null => {
		if (record.level === "MUNICIPALITY") return record.ags;
		if (isBodyOfItsOwn(record)) return record.key;
		return (record.typeCode !== null && municipalityIn.get(record.key)) || null;
	};
	const parentKeyOf = (record: RegisterRecord): string | null => {
		const above: [RegisterLevel, number][] = [
			["ASSOCIATION", 9],
			["COUNTY", 5],
			["DISTRICT", 3],
			["STATE", 2],
		];
		for (const [level, length] of above) {
			const parent = recordAt.get(`${level} ${record.key.slice(0, length)}`);
			if (record.key.length > length && isBody(parent)) return parent.key;
		}
		return null;
	};

	const bodies = file.records.filter(isBodyOfItsOwn).map((record): RegisterBody => {
		const common = {
			parentKey: parentKeyOf(record),
			ars: record.key,
			name: record.name,
			shortName: record.name.split(",")[0]?.trim() || record.name,
			typeCode: record.typeCode,
			kind: kindOf(record),
		};
		if (record.level === "MUNICIPALITY") {
			const { ags, seat, postalCode, areaHectares, inhabitants } = record;
			return { ...common, key: ags, ags, seat, postalCode, areaHectares, inhabitants, summed: false };
		}
		const sum = sums.get(record.key) ?? { areaHectares: 0, inhabitants: 0 };
		const ags = record.level === "ASSOCIATION" ? null : record.key;
		return { ...common, ...sum, key: record.key, ags, seat: record.seat, postalCode: null, summed: true };
	});
	const lines = file.records.map((record): RegisterLine => {
		const { level, key, name, typeCode } = record;
		return { level, key, bodyKey: bodyKeyOf(record), name, typeCode };
	});
	return { asOf: file.asOf, bodies, lines };
}

/**
 * Keeps the named counties with everything below them, and the districts and Länder above them.
 * Refuses `register-county-unknown` for a key that the register does not list. No keys: everything.
 */
export function onlyCounties(
	content: RegisterContent,
	countyKeys: readonly string[],
): Outcome<RegisterContent, "register-county-unknown"> {
	if (countyKeys.length === 0) return done(content);
	const known = new Set(content.lines.filter((line) => line.level === "COUNTY").map((line) => line.key));
	const unknown: Refusal<"register-county-unknown">[] = countyKeys
		.filter((key) => !known.has(key))
		.map((key) => ({ code: "register-county-unknown", values: { key } }));
	if (unknown.length > 0) return { done: false, refusals: unknown };
	const wanted = new Set(countyKeys);
	const above = new Set(countyKeys.flatMap((key) => [key.slice(0, 2), key.slice(0, 3)]));
	const keeps = (key: string) => (key.length < 5 ? above.has(key) : wanted.has(key.slice(0, 5)));
	return done({
		asOf: content.asOf,
		bodies: content.bodies.filter((body) => keeps(body.ars)),
		lines: content.lines.filter((line) => keeps(line.key)),
	});
}

function isBodyOfItsOwn(record: RegisterRecord): boolean {
	switch (record.level) {
		case "DISTRICT":
			// Only the name tells: statistical regions (Niedersachsen) and dissolved districts keep their line for statistics.
			return !/^(früher:|Statistische Region)/.test(record.name);
		case "REGION":
			return false;
		case "COUNTY":
			return !independentCity.has(record.typeCode);
		case "ASSOCIATION":
			return record.typeCode !== withoutAssociation;
		default:
			return true;
	}
}

function kindOf(record: RegisterRecord): OrganisationKind {
	switch (record.level) {
		case "STATE":
			return "STATE";
		case "COUNTY":
			return "COUNTY";
		case "ASSOCIATION":
			return "MUNICIPAL_ASSOCIATION";
		case "MUNICIPALITY":
			if (unincorporated.has(record.typeCode)) return "UNINCORPORATED_AREA";
			return record.typeCode === "61" || record.typeCode === "62" ? "INDEPENDENT_CITY" : "MUNICIPALITY";
		default:
			return "DISTRICT";
	}
}
