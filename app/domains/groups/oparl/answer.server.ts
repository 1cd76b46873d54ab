import { z } from "zod";
import type { View } from "~/platform/world.server";
import {
	addressOf,
	bodiesAddress,
	listAddress,
	type ServedType,
	served,
	servedTypes,
	termsAddress,
	typeAddress,
} from "./address.server";
import { body, system } from "./house-objects.server";
import { type ListAsked, listAsked, listPage, type Stamped, withoutInternal } from "./list-page";
import { hashOf } from "./note-objects.server";
import { publicObjects } from "./objects.server";
import { versionDownload } from "./paper-objects.server";
import type { PublicObject } from "./public-object.server";

type Served = Stamped & { type: ServedType; organization: string | null; json: object };

export type OparlAnswer =
	| { status: 200; json: object }
	| { status: 200; text: string; name: string; mediaType: string }
	| { status: 400 | 404 };

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
		if (word === "body") return { status: 200, json: (await body(view)).json };
		if (word === "bodies") {
			return houseList([{ key: "body", deleted: false, ...(await body(view)) }], query, bodiesAddress(), "Body");
		}
		if (word === "legislativeterms") return houseList([], query, termsAddress(), "LegislativeTerm");
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

/** A list of few objects that are no one's in particular, under the same filters as every other. */
function houseList(
	items: readonly (Stamped & { json: object })[],
	query: URLSearchParams,
	address: string,
	type: string,
): OparlAnswer {
	const asked = listAsked(query);
	return asked ? { status: 200, json: pageOf(items, asked, address, type) } : { status: 400 };
}

function pageOf(items: readonly (Stamped & { json: object })[], asked: ListAsked, address: string, type: string) {
	const { items: shown, ...rest } = listPage(items, asked, address);
	return { data: shown.map(({ json }) => (asked.omitInternal ? withoutInternal(type, json) : json)), ...rest };
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
	// of what is gone nobody knows whose it was; that it is gone is true for every list
	const those = of ? all.filter(({ organization, deleted }) => deleted || organization === of.organization) : all;
	return { status: 200, json: pageOf(those, asked, of?.address ?? listAddress(type), type) };
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
