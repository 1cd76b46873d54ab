import { type Actor, grantsFor, hasRole, personIdOf, type Role, staffRoles } from "~/platform/actor";
import type { Prisma } from "~/platform/database/generated/client";
import { either, type Policy } from "~/platform/policy";
import type { Visibility } from "./vocabulary";

type Of = { ownerId: string };

const isHouse: Policy<unknown> = (actor: Actor) => actor.kind === "house";

/** Who keeps contacts: guides, administrators and clerks. */
export const keeperRoles = ["guide", "organisation-admin", "staff"] as const satisfies Role[];
/** The narrowest circle of readers; they also answer people who ask about their data. */
const circleRoles = ["guide", "organisation-admin"] as const satisfies Role[];

/** Reads the owner's network beyond what is public. */
export const mayReadNetwork: Policy<Of> = either<Of>(isHouse, (actor, { ownerId }) =>
	hasRole(actor, ownerId, ...staffRoles),
);

/** Enters, relates, confirms, imports, merges. */
export const mayKeepNetwork: Policy<Of> = either<Of>(isHouse, (actor, { ownerId }) =>
	hasRole(actor, ownerId, ...keeperRoles),
);

/** Reads what is kept for the narrowest circle, handles objections, gives information to people, erases. */
export const mayAnswerPeople: Policy<Of> = either<Of>(isHouse, (actor, { ownerId }) =>
	hasRole(actor, ownerId, ...circleRoles),
);

/** Which facts of an owner this reader may see. */
export function circlesOf(actor: Actor, ownerId: string): Visibility[] {
	if (mayAnswerPeople(actor, { ownerId })) return ["PUBLIC", "STAFF", "CIRCLE"];
	return mayReadNetwork(actor, { ownerId }) ? ["PUBLIC", "STAFF"] : ["PUBLIC"];
}

/** Which notes of an owner this reader may see: of personal ones their own alone, whoever leads, follows or stands in. */
export function readableNotes(actor: Actor, ownerId: string): Prisma.NetworkNoteWhereInput {
	const own = mayKeepNetwork(actor, { ownerId }) ? personIdOf(actor) : null;
	return {
		ownerId,
		OR: [
			{ personal: false, visibility: { in: circlesOf(actor, ownerId) } },
			...(own ? [{ personal: true, authorId: own }] : []),
		],
	};
}

/** As which post and on whose behalf somebody acts; their own right comes before a lent one. */
export function recordedFor(actor: Actor, ownerId: string) {
	const grants = grantsFor(actor, ownerId, keeperRoles);
	const grant = grants.find(({ onBehalfOfId, deputy }) => onBehalfOfId === null && !deputy) ?? grants[0];
	return { ownerId, postId: grant?.postId ?? null, onBehalfOfId: grant?.onBehalfOfId ?? null };
}
