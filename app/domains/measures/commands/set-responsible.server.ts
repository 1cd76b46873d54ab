import { link } from "~/domains/trace/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { done, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayManageMeasures } from "../policy.server";
import { measureById } from "../queries/find-measure.server";
import { areAnswering } from "../queries/posts.server";

/** Says which post answers for the measure and which one stands in; both are told. */
export const setResponsible = command(
	"measures.set-responsible",
	async (
		world: ActWorld,
		{ id, responsiblePostId, deputyPostId }: { id: string; responsiblePostId: string; deputyPostId: string | null },
	) => {
		const found = await measureById(world, id);
		demand(mayManageMeasures, world.actor, found);
		if (deputyPostId === responsiblePostId) return refused("deputy-is-responsible", { field: "deputyPostId" });
		if (!(await areAnswering(world, found.organisationId, [responsiblePostId, deputyPostId]))) {
			return refused("post-unknown", { field: "responsiblePostId" });
		}
		const { count } = await world.db.measure.updateMany({
			where: { id, stage: { not: "ENDED" } },
			data: { responsiblePostId, deputyPostId },
		});
		if (count === 0) return refused("measure-ended");
		const subject = { kind: "measure", id };
		// the trace says who is responsible; who was stands in the audit log
		await world.db.traceLink.deleteMany({ where: { relation: "responsible-for", toKind: "measure", toId: id } });
		const post = { kind: "post", id: responsiblePostId };
		await link(world, { from: post, relation: "responsible-for", to: subject });
		world.record({
			type: "measures.measure.responsible-set",
			subject,
			ownerId: found.organisationId,
			facts: { responsible: responsiblePostId, deputy: deputyPostId },
		});
		return done({ code: found.code });
	},
);
