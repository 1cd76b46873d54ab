import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { parseDay } from "~/platform/calendar.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { isEmptyRichText, type RichText } from "~/platform/rich-text/schema";
import { newId } from "~/platform/tokens.server";
import type { GuidelineKind } from "../guidelines";
import { mayManageProcesses } from "../policy.server";

type Guidelines = {
	organisationId: string;
	kind: GuidelineKind;
	text: RichText;
	resolution: string | null;
	address: string | null;
	/** YYYY-MM-DD */
	validFrom: string;
	reviewOn: string | null;
	checkDemanded: boolean;
};

/**
 * Records a further version of the organisation's guidelines; earlier ones stay as they are, because processes point to
 * them. Refuses impossible days, an empty text, and a version that would begin before the one before it.
 */
export const recordGuidelines = command(
	"participation.record-guidelines",
	async (
		world: ActWorld,
		{ organisationId, validFrom, reviewOn, text, ...given }: Guidelines,
	): Promise<
		Outcome<{ version: number }, "day-unknown" | "guidelines-empty" | "review-too-early" | "begins-too-early">
	> => {
		demand(mayManageProcesses, world.actor, { organisationId });
		const from = parseDay(validFrom);
		const review = reviewOn === null ? null : parseDay(reviewOn);
		if (!from) return refused("day-unknown", { field: "validFrom" });
		if (reviewOn !== null && !review) return refused("day-unknown", { field: "reviewOn" });
		if (review && review <= from) return refused("review-too-early", { field: "reviewOn" });
		if (isEmptyRichText(text)) return refused("guidelines-empty", { field: "text" });
		await world.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`guidelines:${organisationId}`}, 0))`;
		const last = await world.db.participationGuidelines.findFirst({
			where: { organisationId },
			orderBy: { version: "desc" },
			select: { version: true, validFrom: true },
		});
		if (last && from < last.validFrom) return refused("begins-too-early", { field: "validFrom" });
		const version = (last?.version ?? 0) + 1;
		const id = newId(world.now);
		await world.db.participationGuidelines.create({
			data: {
				...given,
				id,
				organisationId,
				version,
				text: { ...text },
				validFrom: from,
				reviewOn: review,
				createdById: personIdOf(world.actor),
				createdAt: world.now,
			},
		});
		world.record({
			type: "participation.guidelines.recorded",
			subject: { kind: "guidelines", id },
			ownerId: organisationId,
			facts: { version, kind: given.kind, checkDemanded: given.checkDemanded },
		});
		return done({ version });
	},
);
