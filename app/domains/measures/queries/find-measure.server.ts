import { isOpenSpace, placeOf } from "~/domains/organisations/index.server";
import { today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { agreementInForce } from "../agreement-port.server";
import { missingForPilot, type PilotMissing } from "../pilot-gate";
import { mayManageMeasures, mayReadMeasure } from "../policy.server";

const whole = {
	origins: { orderBy: { position: "asc" } },
	criteria: { orderBy: { position: "asc" } },
	exceptions: { orderBy: [{ grantedAt: "desc" }, { id: "desc" }] },
	organisation: {
		select: {
			id: true,
			shortName: true,
			space: { select: { slug: true, name: true, phone: true, email: true, openedAt: true } },
		},
	},
} satisfies Prisma.MeasureInclude;

type Row = Prisma.MeasureGetPayload<{ include: typeof whole }>;
export type FoundMeasure = Row & { spaceIsOpen: boolean };

function given(row: Row, now: Date): FoundMeasure {
	return { ...row, spaceIsOpen: isOpenSpace(row.organisation.space, now) };
}

/** A measure by its short code, as far as this reader may see it. @throws NotFound when it is not there or not for them */
export async function measureByCode(view: View, code: string): Promise<FoundMeasure> {
	const row = await view.db.measure.findUnique({ where: { code: code.toUpperCase() }, include: whole });
	const found = row && given(row, view.now);
	if (!found || !mayReadMeasure(view.actor, found, view.now)) throw new NotFound();
	return found;
}

/**
 * A measure of this place for those who run its measures.
 * @throws NotFound when the place has no such measure, Forbidden or SignInNeeded when they do not
 */
export async function managedMeasure(view: View, at: { place: string; code: string }): Promise<FoundMeasure> {
	const { organisationId } = await placeOf(view, at.place);
	demand(mayManageMeasures, view.actor, { organisationId });
	const found = await measureByCode(view, at.code);
	if (found.organisationId !== organisationId) throw new NotFound();
	return found;
}

/** A measure by its id, for acts; the caller asks the policy. @throws NotFound when it is not there */
export async function measureById(view: Pick<View, "db" | "now">, id: string): Promise<FoundMeasure> {
	const row = await view.db.measure.findUnique({ where: { id }, include: whole });
	if (!row) throw new NotFound();
	return given(row, view.now);
}

/** What is missing before this measure's pilot may start on this day, with the agreement that opens the gate. */
export async function askGate(view: View, measure: FoundMeasure, day = today(view.now)) {
	const agreement = await agreementInForce(view, { kind: "measure", id: measure.id });
	const missing: PilotMissing[] = missingForPilot(
		{
			responsiblePostId: measure.responsiblePostId,
			pilotFrom: measure.pilotFrom,
			pilotUntil: measure.pilotUntil,
			stopCriteria: measure.criteria.length,
			agreementInForce: agreement !== null,
			exceptions: measure.exceptions,
		},
		day,
	);
	return { agreement, missing };
}
