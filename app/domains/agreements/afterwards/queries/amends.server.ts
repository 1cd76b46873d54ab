import { fromStored, parseDay } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import type { AgreementContent } from "../../content";
import { stateOn, storedStates } from "../../state";
import { knownWord } from "../../stored-word";
import { type AmendsDraft, amendmentKinds } from "../amendment";
import { lastingFields, lastingOf } from "./lasting.server";

/**
 * What a draft amends, with what freezing asks about; null for an agreement of its own. Asks nobody: the caller has asked.
 * @param today the calendar day in Germany
 */
export async function amendsOf(db: View["db"], agreementId: string, today: string): Promise<AmendsDraft | null> {
	const row = await db.agreementAmendment.findUnique({
		where: { agreementId },
		include: {
			amendedVersion: { select: { number: true, sha256: true, content: true } },
			amended: {
				select: {
					id: true,
					number: true,
					state: true,
					inForceFrom: true,
					endsOn: true,
					pilotStart: true,
					...lastingFields,
				},
			},
		},
	});
	if (!row) return null;
	const { amended, amendedVersion } = row;
	const day = (date: Date | null) => date && fromStored(date).toString();
	const dates = { inForceFrom: day(amended.inForceFrom), endsOn: day(amended.endsOn), ...lastingOf(amended) };
	const state = stateOn({ state: knownWord(storedStates, amended.state), ...dates }, today);
	// The version holds what `contentOf` wrote; the database lets nobody change it.
	const content = JSON.parse(amendedVersion.content) as AgreementContent;
	const left = await db.agreementNotice.findMany({
		where: {
			agreementId: amended.id,
			kind: "exit",
			receivedOn: { not: null },
			effectiveOn: { lte: parseDay(today) ?? new Date(0) },
		},
		select: { organisationId: true },
	});
	return {
		kind: knownWord(amendmentKinds, row.kind),
		count: row.number,
		reason: row.reason,
		number: amended.number,
		version: amendedVersion.number,
		sha256: amendedVersion.sha256,
		current: row.abandonedAt === null && (state === "concluded" || state === "in-force"),
		bound: content.parties
			.filter(({ organisation }) => !left.some(({ organisationId }) => organisationId === organisation.id))
			.map(({ organisation }) => ({ organisationId: organisation.id, name: organisation.name })),
		pilotStart: day(amended.pilotStart),
	};
}

/**
 * Whether everybody who is bound has a signature in this version: an amendment signed by fewer does not come into force
 * (behaviour 93). Freezing asks the same of the draft; this is the last door.
 */
export async function boundHaveSigned(
	db: View["db"],
	agreementId: string,
	organisationIds: readonly string[],
	today: string,
): Promise<boolean> {
	const amends = await amendsOf(db, agreementId, today);
	return amends?.bound.every(({ organisationId }) => organisationIds.includes(organisationId)) ?? true;
}
