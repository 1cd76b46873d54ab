import { command } from "~/platform/act.server";
import type { Role } from "~/platform/actor";
import { type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayGiveRole } from "../policy.server";
import { roleTargets } from "../queries/role-targets.server";
import { grantRole } from "./roles.server";

type Giving = {
	organisationId: string;
	role: Exclude<Role, "operator">;
	to: { personId: string } | { postId: string };
	validFrom: Date;
	/** First day on which it no longer counts; null for open. */
	validUntil: Date | null;
};

const fields: Record<string, string> = { validUntil: "lastDay", postId: "to" };

/**
 * Gives a role in an organisation to somebody whom it knows or to one of its posts, for a period; after a step-up.
 * Only they can be chosen, so that nobody is found out by their id. Refusals name the fields of its form.
 * @returns the grant's id; refused with "target-unknown" and what `grantRole` refuses
 * @throws Forbidden or SignInNeeded for others than its admins
 */
export const giveRoleHere = command(
	"accounts.give-role-here",
	async (
		world,
		{ organisationId, role, to, validFrom, validUntil }: Giving,
	): Promise<
		Outcome<
			{ grantId: string },
			"target-unknown" | "already-granted" | "role-scope" | "period-empty" | "post-elsewhere"
		>
	> => {
		const scope = { kind: "organisation" as const, id: organisationId };
		demand(mayGiveRole, world.actor, { role, scope, ownerId: organisationId });
		const { people, posts } = await roleTargets(world, organisationId);
		const known =
			"personId" in to ? people.some(({ id }) => id === to.personId) : posts.some(({ id }) => id === to.postId);
		if (!known) return refused("target-unknown", { field: "to" });
		const outcome = await grantRole(world, { role, scope, ownerId: organisationId, to, validFrom, validUntil });
		if (outcome.done) return outcome;
		const refusals = outcome.refusals.map((one) => ({ ...one, field: fields[one.field ?? ""] ?? one.field }));
		return { done: false, refusals };
	},
);
