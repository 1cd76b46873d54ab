import { revokeLinks } from "~/domains/accounts/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { actingAs, inquiryPurpose, mayAnswer } from "../policy.server";

/** Takes a question back that has not been answered; its links stop working at once. */
export const withdrawInquiry = command(
	"participation.withdraw-inquiry",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<null, "inquiry-closed">> => {
		const inquiry = await world.db.inquiry.findUnique({
			where: { id },
			select: { organisationId: true, processId: true },
		});
		if (!inquiry) throw new NotFound();
		demand(mayAnswer, world.actor, inquiry);
		const { count } = await world.db.inquiry.updateMany({
			where: { id, answeredAt: null, withdrawnAt: null },
			data: { withdrawnAt: world.now },
		});
		if (count === 0) return refused("inquiry-closed");
		await revokeLinks(world, { subject: { kind: "inquiry", id }, purpose: inquiryPurpose });
		world.record({
			type: "participation.inquiry.withdrawn",
			subject: { kind: "inquiry", id },
			ownerId: inquiry.organisationId,
			facts: { process: inquiry.processId },
			...actingAs(world.actor, inquiry.organisationId),
		});
		return done(null);
	},
);
