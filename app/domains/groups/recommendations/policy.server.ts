import { either, type Policy } from "~/platform/policy";
import { type GivenGroup, mayRunGroup } from "../policy.server";

/** Reports how a decision is carried out and reviews it: its responsible post (or who stands in), or who runs the group. */
export const mayFollowUp: Policy<GivenGroup & { holds: boolean }> = either<GivenGroup & { holds: boolean }>(
	mayRunGroup,
	(actor, { holds }) => actor.kind === "person" && holds,
);
