import { handedOver, inForce } from "~/domains/agreements/index.server";
import { textFor } from "~/platform/i18n";
import { resolveSubjects } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { messages } from "./messages";

/** What the pilot's gate wants to know of an agreement: where the one in force is read. */
export type AgreementInForce = { title: string; href: string };

/**
 * The agreement in force today whose purpose is this measure, or null. Its parties need not have published it: then the
 * gate is open all the same, and the reader learns no more than that there is one.
 */
export async function agreementInForce(
	view: View,
	measure: { kind: "measure"; id: string },
): Promise<AgreementInForce | null> {
	const found = await inForce(view, measure);
	if (!found) return null;
	const subject = { kind: "agreement", id: found.agreementId };
	const shown = (await resolveSubjects(view, [subject])).get(`agreement:${found.agreementId}`);
	const t = textFor(view.locale, messages);
	return shown ? { title: shown.title, href: shown.href } : { title: t("page.agreementKept"), href: "/vereinbarungen" };
}

/** The day on which the operation of this measure was handed over as agreed, once that is confirmed; null before. */
export async function operationHandedOver(
	view: Pick<View, "db">,
	measure: { kind: "measure"; id: string },
): Promise<Date | null> {
	return (await handedOver(view, measure))?.day ?? null;
}

/** Where an agreement for this measure is drafted. */
export function draftAgreementPath(place: string, measureId: string): string {
	return `/o/${place}/verwaltung/vereinbarungen/neu?${new URLSearchParams({ fuer: "measure", id: measureId })}`;
}
