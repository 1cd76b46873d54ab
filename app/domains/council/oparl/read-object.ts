import { attributes, isOparlType, needed, type OparlType, partOf } from "./attributes";

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** An object as it is kept: its parts stand by themselves, here are their ids. */
export type ReadObject = {
	id: string;
	type: OparlType;
	deleted: boolean;
	/** Of a deleted object only what its system still says. */
	data: { [name: string]: Json };
};

export type ProblemCode =
	/** No JSON object where one must be. */
	| "not-an-object"
	| "id-missing"
	| "type-unknown"
	/** Of another kind than the place where it stands. */
	| "type-unexpected"
	/** A must of the specification is missing. */
	| "attribute-missing"
	/** An attribute that holds something else than it may; it is left out, the object is kept. */
	| "attribute-unreadable";

/** `address`: the object's id, or where it stands; `detail`: the attribute or type meant. */
export type ReadProblem = { address: string; code: ProblemCode; detail: string };

/** Deep enough for a paper's consultation, not for a trap. */
const deepest = 6;

/**
 * Reads one object of an OParl interface, of version 1.0 or 1.1, with all that is embedded in it. Attributes of vendors are left
 * out; what breaks the rules is told and skipped, and the rest kept.
 * @param at address of the page it came from, to name what has no id
 * @param expected the only type that may stand here
 */
export function readObject(
	raw: unknown,
	at: string,
	expected?: OparlType,
	depth = 0,
): { id: string | null; objects: ReadObject[]; problems: ReadProblem[] } {
	const nothing = (address: string, code: ProblemCode, detail = "") => ({
		id: null,
		objects: [],
		problems: [{ address, code, detail }],
	});
	if (!isRecord(raw) || depth > deepest) return nothing(at, "not-an-object", expected);
	const id = addressIn(raw.id);
	if (id === null) return nothing(at, "id-missing", expected);
	const type = typeNamed(raw.type);
	if (type === null) return nothing(id, "type-unknown", String(raw.type ?? "").slice(0, 100));
	if (expected && type !== expected) return nothing(id, "type-unexpected", type);
	const deleted = raw.deleted === true;
	const lacking = deleted ? undefined : needed[type]?.find((name) => raw[name] === undefined);
	if (lacking) return nothing(id, "attribute-missing", lacking);

	const problems: ReadProblem[] = [];
	const objects: ReadObject[] = [];
	const data: { [name: string]: Json } = {};
	const take = (part: unknown, kind: OparlType): string | null => {
		const address = addressIn(part);
		if (address !== null) return address;
		const belongs = partOf[kind];
		const whole = isRecord(part) && belongs && part[belongs] === undefined ? { ...part, [belongs]: id } : part;
		const read = readObject(whole, id, kind, depth + 1);
		objects.push(...read.objects);
		problems.push(...read.problems);
		return read.id;
	};
	for (const [name, kind] of Object.entries(attributes[type])) {
		const value = raw[name];
		if (value === undefined || value === null) continue;
		let read: Json | undefined;
		if (typeof kind !== "object") read = plain(value, kind);
		else if ("one" in kind) read = take(value, kind.one) ?? undefined;
		else if (Array.isArray(value)) read = value.flatMap((part) => take(part, kind.many) ?? []);
		if (read !== undefined) data[name] = read;
		// a part that could not be read has been told of already
		else if (typeof kind !== "object" || "many" in kind) {
			problems.push({ address: id, code: "attribute-unreadable", detail: name });
		}
	}
	return { id, objects: [{ id, type, deleted, data }, ...objects], problems };
}

function plain(value: unknown, kind: string): Json | undefined {
	const text = (one: unknown) => (typeof one === "string" && !one.includes("\0") ? one : undefined);
	const list = (read: (one: unknown) => string | null | undefined) =>
		Array.isArray(value) && value.every((one) => typeof read(one) === "string") ? (value as string[]) : undefined;
	switch (kind) {
		case "text":
			return text(value);
		case "url":
			return addressIn(value) ?? undefined;
		case "number":
			return typeof value === "number" && Number.isFinite(value) ? value : undefined;
		case "boolean":
			return typeof value === "boolean" ? value : undefined;
		case "texts":
			return list(text);
		case "urls":
			return list(addressIn);
		default:
			return JSON.stringify(value).includes("\\u0000") ? undefined : (value as Json);
	}
}

/** A web address as the system wrote it (an id is compared letter by letter), or null. */
function addressIn(value: unknown): string | null {
	if (typeof value !== "string" || value.length > 2000 || value.includes("\0")) return null;
	const url = URL.parse(value);
	return url && (url.protocol === "https:" || url.protocol === "http:") ? value : null;
}

function typeNamed(value: unknown): OparlType | null {
	const [, name = ""] = /^https?:\/\/schema\.oparl\.org\/1\.[01]\/(\w+)$/.exec(String(value ?? "")) ?? [];
	return isOparlType(name) ? name : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A page of an external list: what stands on it and where it goes on; null for what is no list. */
export function readPage(raw: unknown): { data: unknown[]; next: string | null } | null {
	if (Array.isArray(raw)) return { data: raw, next: null };
	if (!isRecord(raw) || !Array.isArray(raw.data)) return null;
	const next = isRecord(raw.links) ? addressIn(raw.links.next) : null;
	return { data: raw.data, next };
}

/** What the door of an interface says; null for what is no System of version 1.0 or 1.1. */
export function readSystem(
	raw: unknown,
): { name: string | null; version: "1.0" | "1.1"; bodies: string | string[] } | null {
	if (!isRecord(raw) || !/^https?:\/\/schema\.oparl\.org\/1\.[01]\/System$/.test(String(raw.type ?? ""))) return null;
	const [, version] = /^https?:\/\/schema\.oparl\.org\/(1\.[01])\/?$/.exec(String(raw.oparlVersion ?? "")) ?? [];
	const list = addressIn(raw.body);
	const bodies = list ?? (Array.isArray(raw.body) ? raw.body.flatMap((one) => addressIn(one) ?? []) : null);
	if (bodies === null || (version !== "1.0" && version !== "1.1")) return null;
	return { name: typeof raw.name === "string" ? raw.name.slice(0, 120) : null, version, bodies };
}
