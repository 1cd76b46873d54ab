import type { ActWorld } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import { newId } from "~/platform/tokens.server";

type Asked = { name: string; email: string | null; purpose?: string; validUntil: Date };

/**
 * The guest of a group with this address whose access still stands, made to last until `validUntil` at least; otherwise a new
 * one. So nobody is a guest twice. The caller has locked the group and asked the policy.
 * @returns the guest's id
 */
export async function guestOf(world: ActWorld, groupId: string, asked: Asked): Promise<string> {
	const { name, purpose = "", validUntil } = asked;
	const email = asked.email?.toLowerCase() ?? null;
	const known =
		email &&
		(await world.db.groupGuest.findFirst({
			where: { groupId, email, revokedAt: null, validUntil: { gt: today(world.now) } },
			orderBy: [{ invitedAt: "asc" }, { id: "asc" }],
		}));
	if (known) {
		await world.db.groupGuest.update({
			where: { id: known.id },
			data: {
				name,
				purpose: purpose || known.purpose,
				validUntil: known.validUntil < validUntil ? validUntil : known.validUntil,
			},
		});
		return known.id;
	}
	const id = newId(world.now);
	await world.db.groupGuest.create({
		data: {
			id,
			groupId,
			name,
			email,
			purpose,
			locale: world.locale,
			validUntil,
			invitedAt: world.now,
			invitedById: personIdOf(world.actor),
		},
	});
	return id;
}
