import { placeOf } from "~/domains/organisations/index.server";
import { today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { storedHtml } from "../../stored-text.server";
import { type GuidelineKind, guidelineKinds, inForceOn } from "../guidelines";
import { mayManageProcesses } from "../policy.server";

/** More versions than this nobody makes. */
const most = 100;

/** The version of the organisation's guidelines that is in force today, or null. */
export async function guidelinesInForce(view: Pick<View, "db" | "now">, organisationId: string) {
	const versions = await view.db.participationGuidelines.findMany({
		where: { organisationId },
		orderBy: { version: "desc" },
		take: most,
		select: { id: true, version: true, validFrom: true, checkDemanded: true },
	});
	return inForceOn(versions, today(view.now));
}

/** What the public page of the guidelines shows: the version in force (or the chosen one) and the list of all. @throws NotFound */
export async function guidelinesPage(view: View, { place: slug, version }: { place: string; version: string | null }) {
	const place = await placeOf(view, slug);
	const may = { manage: mayManageProcesses(view.actor, place) };
	const versions = await view.db.participationGuidelines.findMany({
		where: { organisationId: place.organisationId },
		orderBy: { version: "desc" },
		take: most,
	});
	const inForce = inForceOn(versions, today(view.now));
	const wanted = version === null ? null : versions.find((known) => String(known.version) === version);
	if (version !== null && !wanted) throw new NotFound();
	const shown = wanted ?? inForce ?? versions[0];
	return {
		place: { slug: place.slug, name: place.name },
		may,
		shown: shown
			? {
					version: shown.version,
					kind: kindOf(shown.kind),
					html: storedHtml(shown.text),
					resolution: shown.resolution,
					address: shown.address,
					validFrom: dayText(shown.validFrom),
					reviewOn: shown.reviewOn && dayText(shown.reviewOn),
					checkDemanded: shown.checkDemanded,
					inForce: shown.id === inForce?.id,
				}
			: null,
		versions: versions.map((known) => ({
			version: known.version,
			validFrom: dayText(known.validFrom),
			inForce: known.id === inForce?.id,
		})),
	};
}

function kindOf(stored: string): GuidelineKind {
	return guidelineKinds.find((kind) => kind === stored) ?? "rules";
}

function dayText(day: Date): string {
	return day.toISOString().slice(0, 10);
}
