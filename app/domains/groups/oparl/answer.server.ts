import { z } from "zod";
import { houseAddress } from "~/platform/address.server";
import { readSetting } from "~/platform/settings.server";
import type { View } from "~/platform/world.server";
import {
	addressOf,
	bodiesAddress,
	bodyAddress,
	listAddress,
	type ServedType,
	served,
	servedTypes,
	systemAddress,
	termsAddress,
	typeAddress,
} from "./address.server";
import { listAsked, listPage, type Stamped } from "./list-page";
import { hashOf } from "./note-objects.server";
import { publicObjects } from "./objects.server";
import { versionDownload } from "./paper-objects.server";
import type { PublicObject } from "./public-object.server";

type Served = Stamped & { type: ServedType; organization: string | null; json: object };

export type OparlAnswer =
	| { status: 200; json: object }
	| { status: 200; text: string; name: string; mediaType: string }
	| { status: 400 | 404 };

const operator = z.object({ name: z.string(), email: z.string() });

/** The one System of this house: its own, not that of any council. */
async function system(view: Pick<View, "db">) {
	const named = await readSetting(view.db, "operator", operator);
	return {
		id: systemAddress(),
		type: typeAddress("System"),
		oparlVersion: "https://schema.oparl.org/1.1/",
		body: bodiesAddress(),
		name: "Gemeinwerk: öffentliche Arbeitskreise",
		...(named && { contactEmail: named.email, contactName: named.name }),
		website: houseAddress("/arbeitskreise"),
	};
}

/**
 * The one Body of this house: the working groups that are kept here. It is no county and no municipality, so it has neither AGS nor
 * RGS; each group names the body of its administration as `externalBody` where that has an OParl interface of its own.
 */
async function body(view: Pick<View, "db">) {
	const named = await readSetting(view.db, "operator", operator);
	return {
		id: bodyAddress(),
		type: typeAddress("Body"),
		system: systemAddress(),
		name: named ? `Arbeitskreise auf der Plattform von ${named.name}` : "Arbeitskreise auf dieser Plattform",
		shortName: "Arbeitskreise",
		website: houseAddress("/arbeitskreise"),
		classification: "Plattform für Arbeitskreise",
		organization: listAddress("Organization"),
		person: listAddress("Person"),
		meeting: listAddress("Meeting"),
		paper: listAddress("Paper"),
		agendaItem: listAddress("AgendaItem"),
		consultation: listAddress("Consultation"),
		file: listAddress("File"),
		locationList: listAddress("Location"),
		membership: listAddress("Membership"),
		legislativeTerm: [],
		legislativeTermList: termsAddress(),
	};
}

/**
 * Answers a request to our OParl interface. What is served is read anew each time, so that nothing closed is ever among it; the
 * stamps come from what was noted, and what is gone is a stump.
 * @param path behind /oparl/v1, e.g. "paper/…" or "" for the System
 */
export async function oparlAnswer(
	view: Pick<View, "db" | "now">,
	path: string,
	query: URLSearchParams,
): Promise<OparlAnswer> {
	const [word = "", key = "", further = "", ...rest] = path.replace(/\/$/, "").split("/");
	if (rest.length > 0) return { status: 404 };
	if (key === "") {
		if (word === "") return { status: 200, json: await system(view) };
		if (word === "body") return { status: 200, json: await body(view) };
		if (word === "bodies") return wholeList([await body(view)], bodiesAddress());
		if (word === "legislativeterms") return wholeList([], termsAddress());
		const type = servedTypes.find((one) => served[one].list === word);
		return type ? list(view, type, query) : { status: 404 };
	}
	if (word === "organization" && further === "meetings") {
		const found = await stamped(view, "Organization", key);
		return found && !found.deleted
			? list(view, "Meeting", query, {
					organization: addressOf("Organization", key),
					address: `${addressOf("Organization", key)}/meetings`,
				})
			: { status: 404 };
	}
	if (further !== "") return { status: 404 };
	if (word === "download") return download(view, key);
	const type = servedTypes.find((one) => served[one].one === word);
	const found = type && (await stamped(view, type, key));
	return found ? { status: 200, json: found.json } : { status: 404 };
}

const downloadable = z.object({ fileName: z.string(), mimeType: z.string(), text: z.string().optional() });

/** What a file says, as long as it is served; long texts are read only now. */
async function download(view: Pick<View, "db" | "now">, key: string): Promise<OparlAnswer> {
	const file = await stamped(view, "File", key);
	const found = file && !file.deleted ? downloadable.safeParse(file.json) : null;
	if (!found?.success) return { status: 404 };
	const { fileName, mimeType, text = await versionDownload(view.db, key) } = found.data;
	return text === null ? { status: 404 } : { status: 200, text, name: fileName, mediaType: mimeType };
}

function wholeList(data: object[], address: string): OparlAnswer {
	const pagination = { totalElements: data.length, elementsPerPage: 50, currentPage: 1, totalPages: 1 };
	return { status: 200, json: { data, pagination, links: { first: address, self: address, last: address } } };
}

async function list(
	view: Pick<View, "db" | "now">,
	type: ServedType,
	query: URLSearchParams,
	of: { organization: string; address: string } | null = null,
): Promise<OparlAnswer> {
	const asked = listAsked(query);
	if (!asked) return { status: 400 };
	const all = await allStamped(view, type);
	const those = of ? all.filter(({ organization }) => organization === of.organization) : all;
	const { items, ...rest } = listPage(those, asked, of?.address ?? listAddress(type));
	return { status: 200, json: { data: items.map(({ json }) => json), ...rest } };
}

async function stamped(view: Pick<View, "db" | "now">, type: ServedType, key: string): Promise<Served | null> {
	return (await allStamped(view, type)).find((one) => one.key === key) ?? null;
}

/** Everything of a type: what is public now, with its stamps, and the stumps of what was. */
async function allStamped({ db, now }: Pick<View, "db" | "now">, type: ServedType): Promise<Served[]> {
	const [objects, rows] = await Promise.all([
		publicObjects({ db, now }),
		db.servedObject.findMany({
			select: { type: true, key: true, hash: true, createdAt: true, modifiedAt: true, deletedAt: true },
		}),
	]);
	const noted = new Map(rows.map((row) => [`${row.type} ${row.key}`, row]));
	const current = new Map(objects.map((object) => [object.data.id, object]));
	const stampsOf = (object: PublicObject) => {
		const row = noted.get(`${object.type} ${object.key}`);
		// changed a moment ago and not noted yet
		const same = row !== undefined && row.hash === hashOf(object) && row.deletedAt === null;
		return { createdAt: row?.createdAt ?? now, modifiedAt: same ? row.modifiedAt : now };
	};
	/** Embedded objects carry their own stamps, as they do where they stand alone. */
	const withStamps = (object: PublicObject): object => {
		const { createdAt, modifiedAt } = stampsOf(object);
		const inside = Object.entries(object.data).map(([name, value]) => [
			name,
			Array.isArray(value) ? value.map(part) : part(value),
		]);
		return { ...Object.fromEntries(inside), created: createdAt.toISOString(), modified: modifiedAt.toISOString() };
	};
	const part = (value: unknown): unknown => {
		const id = typeof value === "object" && value !== null && "id" in value ? value.id : null;
		const object = typeof id === "string" ? current.get(id) : undefined;
		return object ? withStamps(object) : value;
	};
	const shown: Served[] = objects
		.filter((object) => object.type === type)
		.map((object) => {
			const { organization } = object.data;
			const first = Array.isArray(organization) ? organization[0] : organization;
			return {
				type,
				key: object.key,
				...stampsOf(object),
				deleted: false,
				organization: typeof first === "string" ? first : null,
				json: withStamps(object),
			};
		});
	const there = new Set(shown.map(({ key }) => key));
	const stumps: Served[] = rows
		.filter((row) => row.type === type && !there.has(row.key))
		.map(({ key, createdAt, modifiedAt, deletedAt }) => {
			const modified = deletedAt ? modifiedAt : now;
			return {
				type,
				key,
				createdAt,
				modifiedAt: modified,
				deleted: true,
				organization: null,
				json: {
					id: addressOf(type, key),
					type: typeAddress(type),
					// the schema asks for it, and there is nothing left to lead to
					...(type === "File" && { accessUrl: addressOf(type, key) }),
					...(type === "AgendaItem" && { order: 0 }),
					created: createdAt.toISOString(),
					modified: modified.toISOString(),
					deleted: true,
				},
			};
		});
	return [...shown, ...stumps];
}
