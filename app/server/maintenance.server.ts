import { command } from "~/platform/act.server";
import { isOperator } from "~/platform/actor";
import { houseChain } from "~/platform/audit.server";
import { setReadOnly } from "~/platform/http/read-only.server";
import { done } from "~/platform/outcome";
import { demand } from "~/platform/policy";

/** Lets everybody only read, or opens the house again. For the operator. @throws Forbidden or SignInNeeded */
export const switchReadOnly = command("house.switch-read-only", async (world, { on }: { on: boolean }) => {
	demand(isOperator, world.actor, null);
	await setReadOnly(world, on);
	world.record({
		type: on ? "house.maintenance.began" : "house.maintenance.ended",
		subject: { kind: "house", id: houseChain },
		ownerId: null,
	});
	return done(null);
});
