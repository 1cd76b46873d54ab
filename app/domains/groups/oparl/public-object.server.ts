import { createHash } from "node:crypto";
import { houseAddress } from "~/platform/address.server";
import { fromStored } from "~/platform/calendar.server";
import { addressOf, type ServedType, typeAddress } from "./address.server";

export type Plain = string | number | boolean | Plain[] | { [name: string]: Plain };
type Data = { [name: string]: Plain };
type Given = { [name: string]: Plain | null | undefined };

/** An object as it is served, without the stamps that depend on when it appeared. */
export type PublicObject = { type: ServedType; key: string; organisationId: string; data: Data };

/** Names of our own attributes, as OParl asks of vendors. */
export const own = (name: string) => `gemeinwerk:${name}`;

/** Leaves out what is not there: OParl wants no null. */
export function without(data: Given): Data {
	return Object.fromEntries(Object.entries(data).filter((entry): entry is [string, Plain] => entry[1] != null));
}

/** Writes an object down and returns it, to be embedded in others. */
export type Add = (type: ServedType, key: string, groupId: string, data: Given) => Data;

/** A place where objects are written down, each with the organisation whose group it is of. */
export function gatherer(organisationOf: ReadonlyMap<string, string>): { objects: PublicObject[]; add: Add } {
	const objects: PublicObject[] = [];
	return {
		objects,
		add(type, key, groupId, given) {
			const data = { id: addressOf(type, key), type: typeAddress(type), ...without(given) };
			objects.push({ type, key, organisationId: organisationOf.get(groupId) ?? "", data });
			return data;
		},
	};
}

/** Size and checksum of a text as it is downloaded. */
export function weighed(text: string): { size: number; sha512Checksum: string } {
	const bytes = Buffer.from(text);
	return { size: bytes.length, sha512Checksum: createHash("sha512").update(bytes).digest("hex") };
}

/** The particulars of a text that is downloaded from here under its key. */
export function textFile(key: string, fileName: string, mimeType: "text/plain" | "text/markdown") {
	const address = houseAddress(`/oparl/v1/download/${key}`);
	return { fileName, mimeType, accessUrl: address, downloadUrl: address };
}

/** A moment without fractions of a second. */
export function moment(date: Date): string {
	return date.toISOString().replace(/\.\d{3}Z$/, "Z");
}

export const day = (date: Date) => fromStored(date).toString();

/** A stored end is the first day that does not belong to it any more; OParl names the last that does. */
export function lastDay(end: Date): string {
	return fromStored(end).subtract({ days: 1 }).toString();
}
