import { type Actor, grantsFor, hasRole, type Role } from "~/platform/actor";
import { either, type Policy } from "~/platform/policy";

const working: readonly Role[] = ["staff", "organisation-admin"];
const reading: readonly Role[] = [...working, "signatory"];

const isHouse: Policy<unknown> = (actor) => actor.kind === "house";

/** Drafts agreements of this organisation and leads them; also on its behalf (ActingFor). */
export const mayLead = either<{ ownerId: string }>(isHouse, (actor, { ownerId }) =>
	hasRole(actor, ownerId, ...working),
);

type Reach = { ownerId: string; state: string; partyIds: readonly string[]; published: boolean };

const isPartner: Policy<Reach> = (actor, { partyIds, state }) =>
	state !== "draft" && partyIds.some((organisationId) => hasRole(actor, organisationId, ...reading));
const leads: Policy<Reach> = (actor, { ownerId }) => hasRole(actor, ownerId, ...reading);

/** Partners see a draft from the moment it is presented to them; everybody sees what all parties have published. */
export const mayRead = either<Reach>(isHouse, leads, isPartner, (_, { published }) => published);

/** Signed papers and who is to sign are for the parties alone. */
export const mayReadInside = either<Reach>(isHouse, leads, isPartner);

/** Brings in and checks papers of a party: its own people, or those of the lead. */
export const mayHandlePaper: Policy<{ ownerId: string; organisationId: string }> = (actor, given) =>
	[given.ownerId, given.organisationId].some((id) => hasRole(actor, id, ...reading));

/** Speaks for a party where it agrees to something, e.g. to publication: who works for it or signs for it. */
export const maySpeakFor = either<{ organisationId: string }>(isHouse, (actor, { organisationId }) =>
	hasRole(actor, organisationId, ...reading),
);

/**
 * How this person signs for a post: by holding it, as its deputy, or not at all. No other role signs, whoever has it:
 * the grant must come through this very post.
 */
export function signsAs(actor: Actor, slot: { organisationId: string; postId: string }): "holder" | "deputy" | null {
	const own = grantsFor(actor, slot.organisationId, ["signatory"]).filter(
		({ postId, onBehalfOfId }) => postId === slot.postId && onBehalfOfId === null,
	);
	if (own.some(({ deputy }) => !deputy)) return "holder";
	return own.length > 0 ? "deputy" : null;
}
