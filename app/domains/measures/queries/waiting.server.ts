import { daysFrom, today } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import type { Waiting } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { letterMessages } from "../letter-messages";
import { mayManageMeasures } from "../policy.server";
import { askGate, measureById } from "./find-measure.server";

/** Days before its planned start from which a pilot with a closed gate is named. */
const ahead = 42;
/** Pilots looked at per place; more than that are counted as far as they were looked at. */
const most = 100;

/** What waits for those who run measures: pilots that should begin and cannot, reports that are due. */
export async function waiting(view: View): Promise<Waiting[]> {
	if (view.actor.kind !== "person") return [];
	const ids = new Set(view.actor.grants.flatMap(({ scope }) => (scope.kind === "organisation" ? [scope.id] : [])));
	const managed = [...ids].filter((organisationId) => mayManageMeasures(view.actor, { organisationId }));
	const spaces = await view.db.space.findMany({
		where: { organisationId: { in: managed } },
		select: { slug: true, organisationId: true },
		orderBy: { slug: "asc" },
	});
	const t = textFor(view.locale, letterMessages);
	const day = today(view.now);
	const entries: Waiting[] = [];
	for (const { slug, organisationId } of spaces) {
		const href = `/o/${slug}/verwaltung/massnahmen`;
		const soon = await view.db.measure.findMany({
			where: { organisationId, stage: "PREPARATION", pilotFrom: { lte: daysFrom(day, ahead) } },
			select: { id: true, pilotFrom: true },
			orderBy: [{ pilotFrom: "asc" }, { id: "asc" }],
			take: most,
		});
		let closed = 0;
		let urgent = false;
		for (const { id, pilotFrom } of soon) {
			// asked for the planned first day, so that "too early" is no reason
			const asked = pilotFrom && pilotFrom > day ? pilotFrom : day;
			const { missing } = await askGate(view, await measureById(view, id), asked);
			if (missing.length === 0) continue;
			closed += 1;
			urgent ||= pilotFrom !== null && pilotFrom <= day;
		}
		if (closed > 0) entries.push({ label: t("waiting.pilot"), count: closed, href, urgent });
		const due = await view.db.measure.count({ where: { organisationId, updateDueOn: { lte: day } } });
		if (due > 0) entries.push({ label: t("waiting.report"), count: due, href, urgent: false });
	}
	return entries.sort((one, other) => Number(other.urgent) - Number(one.urgent));
}
