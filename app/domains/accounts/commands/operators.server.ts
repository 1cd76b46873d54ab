import { command } from "~/platform/act.server";
import { textFor } from "~/platform/i18n";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { demandStepUp } from "~/platform/step-up";
import type { World } from "~/platform/world.server";
import { post } from "../letters.server";
import { allowances, allowed } from "../limits.server";
import { messages as peopleMessages } from "../people-messages";
import { mayGiveRole } from "../policy.server";
import { demandPerson } from "../signed-in";
import { writeInvitation } from "./invite.server";
import { lockOperators } from "./roles.server";

type Inviting = { email: string; givenName: string; familyName: string };

const platform = { kind: "platform" } as const;

/**
 * Invites somebody by mail to run the installation; after a step-up. The role counts from the acceptance, and in sessions
 * with a second factor only. Whether the address has an account already is not told.
 * @returns the invitation's id; refused with "too-many-attempts" or "already-invited"
 * @throws Forbidden or SignInNeeded for others than operators
 */
export async function inviteOperator(
	world: World,
	input: Inviting,
): Promise<Outcome<{ invitationId: string }, "too-many-attempts" | "already-invited">> {
	demandPerson(world.actor);
	if (!(await allowed([allowances.mailAddress, input.email]))) return refused("too-many-attempts");
	return sendInvitation(world, input);
}

const sendInvitation = command(
	"accounts.invite-operator",
	async (world, input: Inviting): Promise<Outcome<{ invitationId: string }, "already-invited">> => {
		demand(mayGiveRole, world.actor, { role: "operator", scope: platform, ownerId: null });
		demandStepUp(world);
		await lockOperators(world);
		const open = { role: "operator", email: input.email, acceptedAt: null, revokedAt: null };
		if ((await world.db.invitation.count({ where: { ...open, expiresAt: { gt: world.now } } })) > 0) {
			return refused("already-invited", { field: "email" });
		}
		const offered = { ...input, organisationId: null, role: "operator", scope: platform } as const;
		const { invitationId, token } = await writeInvitation(world, offered);
		await post(world, {
			kind: "invitation",
			to: input.email,
			locale: world.locale,
			path: `/einladung/${token}`,
			values: {
				organisation: "Gemeinwerk",
				role: textFor(world.locale, peopleMessages)("roles.operator"),
				inviter: world.actor.kind === "person" ? world.actor.displayName : "Gemeinwerk",
			},
		});
		return done({ invitationId });
	},
);
