import { either, type Policy } from "~/platform/policy";
import { type GivenGroup, mayReadGroup, mayRunGroup, seesInside } from "../policy.server";

/** What the policies of a task look at. `holds`: the reader acts as its post today; `does`: it is theirs as a member. */
export type GivenTask = GivenGroup & { holds: boolean; does: boolean; shown: boolean };

/** Reports on it and ends it: its post (holder or who stands in), the member who does it, who runs the group. */
export const mayWorkOnTask: Policy<GivenTask> = either<GivenTask>(
	mayRunGroup,
	(actor, { holds, does }) => actor.kind === "person" && (holds || does),
);

/** Reads it: the same, everybody inside, and where it is public all who may read the group. */
export const mayReadTask: Policy<GivenTask> = either<GivenTask>(
	mayWorkOnTask,
	seesInside,
	(actor, given) => given.shown && mayReadGroup(actor, given),
);
