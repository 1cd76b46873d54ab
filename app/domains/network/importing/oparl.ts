import { z } from "zod";
import { isDay } from "~/platform/day";

/** What we need of OParl 1.0 and 1.1 (oparl.org): people, bodies of the council, and who belongs to which. */
export type OparlPerson = {
	id: string;
	givenName: string;
	familyName: string;
	name: string;
	email: string | null;
	phone: string | null;
};
export type OparlBody = { id: string; name: string };
export type OparlMembership = {
	id: string;
	personId: string;
	bodyId: string;
	role: string;
	votingRight: boolean | null;
	/** `YYYY-MM-DD`; the last one is included, as in OParl. */
	firstDay: string | null;
	lastDay: string | null;
	deleted: boolean;
};
export type Oparl = {
	people: OparlPerson[];
	bodies: OparlBody[];
	memberships: OparlMembership[];
	problems: OparlProblem[];
};
export type OparlProblem = {
	code: "oparl-id-missing" | "oparl-name-missing" | "oparl-ends-missing" | "oparl-day-wrong";
	what: string;
};

const most = 20_000;
const text = z.string().trim().catch("");
const texts = z.array(z.string()).catch([]);
const object = z.record(z.string(), z.unknown());
type Thing = z.output<typeof object>;

/**
 * Reads people, bodies and memberships out of any JSON that an OParl system gives: one object, a list with `data`, several
 * lists, objects inside objects. What is twice counts once. Returns null for what is no JSON or holds no such object.
 */
export function readOparl(json: string): Oparl | null {
	let root: unknown;
	try {
		root = JSON.parse(json);
	} catch {
		return null;
	}
	const found: Oparl = { people: [], bodies: [], memberships: [], problems: [] };
	const seen = new Set<string>();
	const queue: { thing: unknown; within: { id: string; kind: string } | null }[] = [{ thing: root, within: null }];
	for (let next = queue.shift(); next && seen.size < most; next = queue.shift()) {
		const { thing, within } = next;
		if (Array.isArray(thing)) {
			for (const one of thing) queue.push({ thing: one, within });
			continue;
		}
		const read = object.safeParse(thing);
		if (!read.success) continue;
		const kind = kindOf(read.data);
		const id = text.parse(read.data.id);
		for (const [name, value] of Object.entries(read.data)) {
			if (value && typeof value === "object")
				queue.push({ thing: value, within: name === "membership" ? { id, kind } : null });
		}
		if (!kind) continue;
		if (!id) found.problems.push({ code: "oparl-id-missing", what: text.parse(read.data.name) || kind });
		else if (!seen.has(`${kind} ${id}`)) {
			seen.add(`${kind} ${id}`);
			keep(found, { thing: read.data, id, kind, within });
		}
	}
	const { people, bodies, memberships, problems } = found;
	return people.length + bodies.length + memberships.length + problems.length > 0 ? found : null;
}

/** "https://schema.oparl.org/1.1/Person" → "Person", for the kinds that count here. */
function kindOf(thing: Thing): string {
	const kind = /^https:\/\/schema\.oparl\.org\/1\.\d\/(Person|Organization|Membership)$/.exec(text.parse(thing.type));
	return kind?.[1] ?? "";
}

type Kept = { thing: Thing; id: string; kind: string; within: { id: string; kind: string } | null };

function keep(found: Oparl, { thing, id, kind, within }: Kept): void {
	if (kind === "Membership") keepMembership(found, { thing, id, kind, within });
	else if (kind === "Organization") {
		const name = text.parse(thing.name) || text.parse(thing.shortName);
		if (name) found.bodies.push({ id, name: name.slice(0, 160) });
		else found.problems.push({ code: "oparl-name-missing", what: id });
	} else {
		const name = text.parse(thing.name);
		const familyName = text.parse(thing.familyName) || name.split(/\s+/).at(-1) || "";
		const givenName = text.parse(thing.givenName) || name.split(/\s+/).slice(0, -1).join(" ");
		// Of somebody deleted there OParl leaves no name; their memberships say how they ended.
		if (!familyName) {
			if (thing.deleted !== true) found.problems.push({ code: "oparl-name-missing", what: id });
			return;
		}
		const mail = texts.parse(thing.email).find((one) => z.email().safeParse(one.trim()).success);
		found.people.push({
			...{ id, givenName: givenName.slice(0, 80), familyName: familyName.slice(0, 80) },
			name: [givenName, familyName].filter(Boolean).join(" ").slice(0, 160),
			email: mail?.trim().toLowerCase() ?? null,
			phone: texts.parse(thing.phone)[0]?.slice(0, 60) ?? null,
		});
	}
}

/** References are addresses, or whole objects. */
function referred(value: unknown): string {
	return text.parse(value) || text.parse(object.safeParse(value).data?.id);
}

function keepMembership(found: Oparl, { thing, id, within }: Kept): void {
	const personId = referred(thing.person) || (within?.kind === "Person" ? within.id : "");
	const bodyId = referred(thing.organization) || (within?.kind === "Organization" ? within.id : "");
	const [firstDay, lastDay] = [text.parse(thing.startDate).slice(0, 10), text.parse(thing.endDate).slice(0, 10)];
	const deleted = thing.deleted === true;
	if (!deleted && (!personId || !bodyId)) {
		found.problems.push({ code: "oparl-ends-missing", what: id });
		return;
	}
	if ([firstDay, lastDay].some((day) => day && !isDay(day)) || (firstDay && lastDay && lastDay < firstDay)) {
		found.problems.push({ code: "oparl-day-wrong", what: id });
		return;
	}
	found.memberships.push({
		...{ id, personId, bodyId, deleted, role: text.parse(thing.role).slice(0, 120) },
		votingRight: typeof thing.votingRight === "boolean" ? thing.votingRight : null,
		firstDay: firstDay || null,
		lastDay: lastDay || null,
	});
}

const line = z.string().max(1000);
const packed = z.object({
	people: z
		.array(
			z.object({
				...{ id: line, givenName: line, familyName: line.min(1), name: line.min(1) },
				...{ email: line.nullable(), phone: line.nullable() },
			}),
		)
		.max(most),
	bodies: z.array(z.object({ id: line, name: line.min(1) })).max(most),
	memberships: z
		.array(
			z.object({
				...{ id: line, personId: line, bodyId: line, role: line, votingRight: z.boolean().nullable() },
				...{ firstDay: line.refine(isDay).nullable(), lastDay: line.refine(isDay).nullable(), deleted: z.boolean() },
			}),
		)
		.max(most),
});

/** What was read, as the preview sends it back. */
export function packOparl({ people, bodies, memberships }: Oparl): string {
	return JSON.stringify({ people, bodies, memberships });
}

/** The same back, or null for what no page of ours sends. */
export function unpackOparl(text: string): Oparl | null {
	try {
		const read = packed.safeParse(JSON.parse(text));
		return read.success ? { ...read.data, problems: [] } : null;
	} catch {
		return null;
	}
}
