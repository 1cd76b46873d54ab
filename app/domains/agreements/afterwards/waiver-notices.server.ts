import { fromStored } from "~/platform/calendar.server";
import { formatFor, textFor } from "~/platform/i18n";
import type { Notice, RecordedEvent } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { contractName } from "../contract-name";
import { readersOf } from "../on-behalf/queries/readers.server";
import { afterNoticeMessages } from "./notice-messages";

type Db = View["db"];
type What = "proposed" | "withdrawn" | "declined" | "waived";

/** Tells the parties of a waiver; all but the one that has just spoken, which knows. */
async function tell(db: Db, event: RecordedEvent, what: What): Promise<Notice[]> {
	const { waiver: id, organisation } = event.facts;
	if (typeof id !== "string") return [];
	const waiver = await db.agreementWaiver.findUnique({
		where: { id },
		select: {
			reason: true,
			end: { select: { reason: true } },
			date: {
				select: {
					dueOn: true,
					obligation: {
						select: {
							title: true,
							agreement: {
								select: {
									id: true,
									code: true,
									title: true,
									parties: {
										select: { organisationId: true, organisation: { select: { name: true, registerType: true } } },
									},
								},
							},
						},
					},
				},
			},
		},
	});
	if (!waiver) return [];
	const { title, agreement } = waiver.date.obligation;
	const speaker = agreement.parties.find(({ organisationId }) => organisationId === organisation);
	const others = agreement.parties.filter((party) => party !== speaker);
	const readers = await Promise.all(
		others.map(({ organisationId }) => readersOf(db, { agreementId: agreement.id, organisationId, at: event.at })),
	);
	const reason = what === "proposed" ? waiver.reason : (waiver.end?.reason ?? "");
	return [...new Map(readers.flat().map((one) => [one.personId, one])).values()].map(({ personId, locale }) => {
		const t = textFor(locale, afterNoticeMessages);
		const day = formatFor(locale).date(fromStored(waiver.date.dueOn).toString());
		const party = speaker ? contractName(speaker.organisation) : "";
		return {
			to: { personId },
			kind: "service",
			subject: t(`waiver.${what}.subject`, { title }),
			paragraphs: [
				t(`waiver.${what}.text`, { title, day, party, agreement: agreement.title }),
				...(reason ? [t("waiver.reason", { reason })] : []),
				...(what === "proposed" ? [t("waiver.proposed.todo")] : []),
			],
			action: { path: `/vereinbarungen/${agreement.code}/pflichten#verzicht`, label: t("waiver.button") },
			because: t("waiver.because"),
		};
	});
}

/** One party proposes to do without a date: the others are asked for their word. */
export const tellWaiverProposed = (db: Db, event: RecordedEvent) => tell(db, event, "proposed");
/** The party that proposed it takes it back. */
export const tellWaiverWithdrawn = (db: Db, event: RecordedEvent) => tell(db, event, "withdrawn");
/** Another party declines. */
export const tellWaiverDeclined = (db: Db, event: RecordedEvent) => tell(db, event, "declined");
/** The last party has agreed. */
export const tellWaived = (db: Db, event: RecordedEvent) => tell(db, event, "waived");
