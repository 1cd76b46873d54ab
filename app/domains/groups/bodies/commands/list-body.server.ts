import { type ActWorld, command } from "~/platform/act.server";
import { today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import type { BodyKind } from "../../charter/charter";
import { mayManageGroups } from "../../policy.server";
import { writeBodyTerms } from "../../terms/commands/write-terms.server";
import type { ListedKind } from "../body";

type Listing = {
	organisationId: string;
	/** Null: a new one. */
	id: string | null;
	name: string;
	kind: ListedKind;
	bodyKind: BodyKind;
	carrier: string;
	purpose: string;
	/** Words that are none of the owner's topics and areas. */
	topics: string[];
	areas: string[];
	topicIds?: string[];
	areaIds?: string[];
	members: number | null;
	webUrl: string | null;
	validFrom: Date;
	/** First day on which it is no more. */
	validUntil: Date | null;
};

/**
 * Enters a body of others into the register, or writes down how it is now; both say that it was looked at today.
 * @returns its id @throws NotFound for one that is not the owner's; Forbidden or SignInNeeded
 */
export const listBody = command(
	"groups.list-body",
	async (
		world: ActWorld,
		{ id, organisationId, topicIds = [], areaIds = [], ...body }: Listing,
	): Promise<Outcome<{ id: string }, "period-empty" | "term-unknown">> => {
		demand(mayManageGroups, world.actor, { organisationId });
		if (body.validUntil && body.validUntil <= body.validFrom) return refused("period-empty", { field: "lastDay" });
		const listed = id ?? newId(world.now);
		const data = { ...body, checkedOn: today(world.now) };
		if (id) {
			const { count } = await world.db.listedBody.updateMany({ where: { id, organisationId }, data });
			if (count === 0) throw new NotFound();
		} else {
			await world.db.listedBody.create({ data: { id: listed, organisationId, createdAt: world.now, ...data } });
		}
		const terms = await writeBodyTerms(world, { id: listed, organisationId }, { topicIds, areaIds });
		if (!terms.done) return terms;
		world.record({
			type: id ? "groups.body.checked" : "groups.body.listed",
			subject: { kind: "listed-body", id: listed },
			ownerId: organisationId,
			facts: { kind: body.kind },
		});
		return done({ id: listed });
	},
);
