import { inForce, today } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import type { Manifest, Notice, RecordedEvent } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { leadMessages } from "./lead-messages";

type What = keyof (typeof leadMessages)["de"]["what"];

/** Where each is put right. */
const pages: Record<What, string> = { uncovered: "abwesenheiten", declined: "abwesenheiten", rest: "uebergaben" };

/** Tells the administrators of an organisation; whoever did it knows. */
async function tellLead(db: View["db"], { ownerId, at, actorPersonId }: RecordedEvent, what: What): Promise<Notice[]> {
	const day = inForce(today(at));
	const space = await db.space.findUnique({ where: { organisationId: ownerId }, select: { slug: true } });
	if (!space) return [];
	const grants = await db.roleGrant.findMany({
		where: { role: "organisation-admin", scopeKind: "organisation", scopeId: ownerId, ...day },
		select: {
			personId: true,
			post: { select: { holdings: { where: day, select: { personId: true }, orderBy: { id: "asc" }, take: 20 } } },
		},
		orderBy: { id: "asc" },
		take: 50,
	});
	const people = new Set(
		grants.flatMap(({ personId, post }) => [personId, ...(post?.holdings ?? []).map((one) => one.personId)]),
	);
	// The recipient's language is known to the house only where the message is read; German is its default.
	const t = textFor("de", leadMessages);
	return [...people]
		.filter((personId): personId is string => personId !== null && personId !== actorPersonId)
		.map((personId) => ({
			to: { personId },
			kind: "service",
			subject: t(`what.${what}.subject`),
			paragraphs: [t(`what.${what}.text`)],
			action: { path: `/o/${space.slug}/verwaltung/${pages[what]}`, label: t("open") },
			because: t("because"),
		}));
}

/** What those who lead an organisation are told: that nobody stands in for somebody, and what nobody took over. */
export const leadNotices: NonNullable<Manifest["notices"]> = {
	"organisations.absence.reported": async (db, event) =>
		Number(event.facts.open) > 0 ? tellLead(db, event, "uncovered") : [],
	"organisations.absence.cover-declined": (db, event) => tellLead(db, event, "declined"),
	"organisations.hand-over.refused": (db, event) => tellLead(db, event, "rest"),
};
