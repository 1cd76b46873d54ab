import type { View } from "~/platform/world.server";

/** What the pilot's gate wants to know of an agreement: where the one in force is read. */
export type AgreementInForce = { title: string; href: string };

/**
 * The agreement in force today whose purpose is this measure, or null. The only place that asks the agreements: until
 * their `inForce(view, { kind, id })` is in the house, none can be in force and only an exception opens the gate.
 */
export async function agreementInForce(
	_view: View,
	_measure: { kind: "measure"; id: string },
): Promise<AgreementInForce | null> {
	return null;
}

/** Where an agreement for this measure is drafted. */
export function draftAgreementPath(place: string, measureId: string): string {
	return `/o/${place}/verwaltung/vereinbarungen/neu?zweck=${encodeURIComponent(`measure:${measureId}`)}`;
}
