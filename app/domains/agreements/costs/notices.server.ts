import { textFor } from "~/platform/i18n";
import type { Notice, RecordedEvent } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { everybody, versionOf } from "../notices.server";
import { costNoticeMessages } from "./notice-messages";

/** The settlement of a year was drawn up, perhaps anew: whoever signs for a party is asked to look at it. */
export async function tellSettlement(db: View["db"], event: RecordedEvent): Promise<Notice[]> {
	const { settlement: id } = event.facts;
	if (typeof id !== "string") return [];
	const settlement = await db.agreementSettlement.findUnique({
		where: { id },
		select: { year: true, number: true, agreementId: true },
	});
	const signed =
		settlement &&
		(await db.agreementVersion.findFirst({
			where: { agreementId: settlement.agreementId, round: { state: "completed" } },
			orderBy: { number: "desc" },
			select: { id: true },
		}));
	const version = signed && (await versionOf(db, { ...event, facts: { version: signed.id } }));
	if (!version) return [];
	const { title, code } = version.agreement;
	const values = { title, year: String(settlement.year) };
	return (await everybody(db, version, event.at)).map(({ personId, locale }) => {
		const t = textFor(locale, costNoticeMessages);
		return {
			to: { personId },
			kind: "service",
			subject: t("settlement.subject", values),
			paragraphs: [t("settlement.text", values), ...(settlement.number > 1 ? [t("settlement.again", values)] : [])],
			action: { path: `/vereinbarungen/${code}/abrechnung`, label: t("settlement.button") },
			because: t("because"),
		};
	});
}
