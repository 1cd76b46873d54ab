import { dayOf, fromStored } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { contractName } from "../../contract-name";
import { mayActFor, mayBind } from "../../policy.server";
import type { Found } from "../../queries/find-agreement.server";
import type { WordAct } from "../on-behalf";
import { bindsItself } from "./own-people.server";

/** Binds the party · gives its word by a decision of it · only prepares, because it can speak itself. */
export type Speaks = "own" | "by-decision" | "prepares";

/**
 * How this reader speaks for each of these parties; those for which they do not speak are left out. Whether a house would
 * stand on two sides of an act is asked when it is done.
 */
export async function speaksFor(
	view: View,
	agreement: Found,
	organisationIds: readonly string[],
): Promise<Map<string, Speaks>> {
	const how = new Map<string, Speaks>();
	for (const organisationId of organisationIds) {
		if (!mayActFor(view.actor, { ...agreement, organisationId })) continue;
		if (mayBind(view.actor, { ...agreement, organisationId })) how.set(organisationId, "own");
		else how.set(organisationId, (await bindsItself(view, agreement, organisationId)) ? "prepares" : "by-decision");
	}
	return how;
}

/** A word that was given in a party's name, as its parties see it. */
export type ShownWord = {
	id: string;
	subjectId: string;
	party: string;
	agent: string;
	decidedOn: string;
	decision: string;
	givenOn: string;
	files: { name: string; href: string }[];
	/** The letter with which the party is told where nobody of it reads here. */
	letterHref: string;
};

/** The words that were given on behalf in an agreement, for its parties. Asks nobody: the caller has asked. */
export async function wordsOnBehalf(view: View, agreement: Found, act: WordAct): Promise<ShownWord[]> {
	const name = { select: { name: true, registerType: true } };
	const rows = await view.db.agreementWordOnBehalf.findMany({
		where: { agreementId: agreement.id, act },
		orderBy: [{ givenAt: "asc" }, { id: "asc" }],
		take: 400,
		include: { organisation: name, agent: name },
	});
	const files = await view.db.file.findMany({
		where: { subjectKind: "agreement-word", subjectId: { in: rows.map(({ id }) => id) }, removedAt: null },
		orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
		select: { id: true, subjectId: true, name: true },
	});
	return rows.map((row) => ({
		id: row.id,
		subjectId: row.subjectId,
		party: contractName(row.organisation),
		agent: contractName(row.agent),
		decidedOn: fromStored(row.decidedOn).toString(),
		decision: row.decision,
		givenOn: dayOf(row.givenAt).toString(),
		files: files.flatMap((file) => (file.subjectId === row.id ? [{ name: file.name, href: `/datei/${file.id}` }] : [])),
		letterHref: `/vereinbarungen/${agreement.code}/im-namen/${row.id}`,
	}));
}
