import { houseAddress } from "~/platform/address.server";

const root = "/oparl/v1";

/** Kinds of objects that are served, with the words of their own address and of their list. */
export const served = {
	Organization: { one: "organization", list: "organizations" },
	Person: { one: "person", list: "persons" },
	Membership: { one: "membership", list: "memberships" },
	Meeting: { one: "meeting", list: "meetings" },
	AgendaItem: { one: "agendaitem", list: "agendaitems" },
	Paper: { one: "paper", list: "papers" },
	Consultation: { one: "consultation", list: "consultations" },
	File: { one: "file", list: "files" },
	Location: { one: "location", list: "locations" },
} as const;
export type ServedType = keyof typeof served;

export const servedTypes = Object.keys(served) as ServedType[];

/** The address of an object, by which it is known outside; it never changes. */
export function addressOf(type: ServedType, key: string): string {
	return houseAddress(`${root}/${served[type].one}/${key}`);
}

export function listAddress(type: ServedType): string {
	return houseAddress(`${root}/${served[type].list}`);
}

/** Door, bodies and the one body of this house. */
export const systemAddress = () => houseAddress(root);
export const bodiesAddress = () => houseAddress(`${root}/bodies`);
export const bodyAddress = () => houseAddress(`${root}/body`);
export const termsAddress = () => houseAddress(`${root}/legislativeterms`);

/** What OParl calls the type of an object. */
export function typeAddress(type: string): string {
	return `https://schema.oparl.org/1.1/${type}`;
}
