import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { z } from "zod";
import { houseAddress } from "~/platform/address.server";
import { readSetting, writeSetting } from "~/platform/settings.server";
import type { View, World } from "~/platform/world.server";
import { bodiesAddress, bodyAddress, listAddress, systemAddress, termsAddress, typeAddress } from "./address.server";

const operator = z.object({ name: z.string(), email: z.string() });

/** The one System of this house: its own, not that of any council. */
export async function system(view: Pick<View, "db">) {
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

async function unstamped(view: Pick<View, "db">) {
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

const notedBody = "oparl-body";
const noted = z.object({ hash: z.string(), created: z.iso.datetime(), modified: z.iso.datetime() });
const hashOf = (data: object) =>
	createHash("sha256")
		.update(canonicalize(data) ?? "")
		.digest("hex");

/**
 * The one Body of this house: the working groups that are kept here. It is no county and no municipality, so it has neither AGS nor
 * RGS; each group names the body of its administration as `externalBody` where that has an OParl interface of its own.
 * @returns it with its stamps; what was not noted yet, or changed a moment ago, is of now
 */
export async function body(view: Pick<View, "db" | "now">) {
	const data = await unstamped(view);
	const known = await readSetting(view.db, notedBody, noted);
	const createdAt = known ? new Date(known.created) : view.now;
	const modifiedAt = known?.hash === hashOf(data) ? new Date(known.modified) : view.now;
	return {
		createdAt,
		modifiedAt,
		json: { ...data, created: createdAt.toISOString(), modified: modifiedAt.toISOString() },
	};
}

/** Notes when the Body appeared and changed, so that lists can be asked for changes. */
export async function noteBody({ db, now }: Pick<World, "db" | "now">): Promise<void> {
	const hash = hashOf(await unstamped({ db }));
	const known = await readSetting(db, notedBody, noted);
	if (known?.hash === hash) return;
	const modified = now.toISOString();
	await writeSetting(db, notedBody, { hash, created: known?.created ?? modified, modified });
}
