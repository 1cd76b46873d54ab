import { command } from "~/platform/act.server";
import { done, type Outcome } from "~/platform/outcome";
import { holdForEditing } from "../../drafting/commands/editing.server";
import { checkText, type TextRefusal } from "../../drafting/text-check";
import type { ApprovalPlan } from "../approval";

/** Says which authority has to approve before the agreement counts, or that none has to (null). */
export const planApproval = command(
	"agreements.plan-approval",
	async (
		world,
		{ code, plan }: { code: string; plan: ApprovalPlan | null },
	): Promise<Outcome<null, "not-editable" | TextRefusal>> => {
		const held = await holdForEditing(world, code, "approval");
		if (!held.done) return held;
		const agreementId = held.value.id;
		await world.db.agreementApprovalPlan.deleteMany({ where: { agreementId } });
		if (plan) {
			const [authority, norm] = [checkText(plan.authority), checkText(plan.norm)];
			if (!authority.done) return authority;
			if (!norm.done) return norm;
			const { deemedWeeks, publication } = plan;
			await world.db.agreementApprovalPlan.create({
				data: { agreementId, authority: authority.value, norm: norm.value, deemedWeeks, publication },
			});
		}
		return done(null);
	},
);
