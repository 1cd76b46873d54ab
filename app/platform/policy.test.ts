import { expect, test } from "vitest";
import { type Actor, guest, hasRole } from "./actor";
import { Forbidden, NotFound, SignInNeeded } from "./outcome";
import { demand, type Policy } from "./policy";

const person = (change: Partial<Actor & { kind: "person" }>): Actor => ({
	kind: "person",
	accountId: "a",
	personId: "p",
	displayName: "Probe",
	sessionId: "s",
	secondFactor: false,
	steppedUpAt: null,
	grants: [],
	pass: null,
	...change,
});
const staff: Policy<null> = (actor) => hasRole(actor, "o", "moderator");
const chair: Policy<null> = (actor) => actor.kind === "person" && actor.secondFactor && actor.personId === "chair";
const said = (policy: Policy<null>, actor: Actor) => {
	try {
		demand(policy, actor, null);
		return "may";
	} catch (error) {
		if (error instanceof SignInNeeded) return error.reason;
		return error instanceof Forbidden && !(error instanceof NotFound) ? "forbidden" : "broken";
	}
};

test.each([
	["a guest", staff, guest, "session"],
	["somebody without a task here", staff, person({}), "forbidden"],
	["somebody with it who has shown the second factor", staff, person({ secondFactor: true }), "forbidden"],
	["staff before the second factor", staff, person({ grantsWait: true }), "second-factor"],
	["a chair before the second factor", chair, person({ personId: "chair" }), "second-factor"],
	["a chair after it", chair, person({ personId: "chair", secondFactor: true }), "may"],
	["a member who is not the chair", chair, person({}), "forbidden"],
] as const)("%s", (_who, policy, actor, expected) => {
	expect(said(policy, actor)).toBe(expected);
});
