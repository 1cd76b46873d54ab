import { type Actor, grantsFor, hasRole, type Role } from "~/platform/actor";
import { either, type Policy } from "~/platform/policy";

const working: readonly Role[] = ["staff", "organisation-admin"];
const reading: readonly Role[] = [...working, "signatory"];

const isHouse: Policy<unknown> = (actor) => actor.kind === "house";

/** Drafts agreements of this organisation and leads them; also on its behalf (ActingFor). */
export const mayLead = either<{ ownerId: string }>(isHouse, (actor, { ownerId }) =>
	hasRole(actor, ownerId, ...working),
);

/** Somebody whom a party invited to this one agreement, and who has accepted. */
export type Guest = { personId: string; organisationId: string; postId: string | null };
type WithGuests = { id: string; guests: readonly Guest[] };

/** As whose guest this reader has come; the grant counts only once the session has passed the second factor. */
function guestOf(actor: Actor, { id, guests }: WithGuests): Guest | null {
	if (actor.kind !== "person") return null;
	const invited = actor.grants.some(
		({ role, scope }) => role === "signatory" && scope.kind === "agreement" && scope.id === id,
	);
	return (invited && guests.find(({ personId }) => personId === actor.personId)) || null;
}

type Reach = WithGuests & { ownerId: string; state: string; partyIds: readonly string[]; published: boolean };

const isPartner: Policy<Reach> = (actor, { partyIds, state }) =>
	state !== "draft" && partyIds.some((organisationId) => hasRole(actor, organisationId, ...reading));
const visits: Policy<Reach> = (actor, agreement) => agreement.state !== "draft" && guestOf(actor, agreement) !== null;
const leads: Policy<Reach> = (actor, { ownerId }) => hasRole(actor, ownerId, ...reading);

/** Partners see a draft from the moment it is presented to them; everybody sees what all parties have published. */
export const mayRead = either<Reach>(isHouse, leads, isPartner, visits, (_, { published }) => published);

/** Signed papers and who is to sign are for the parties alone. */
export const mayReadInside = either<Reach>(isHouse, leads, isPartner, visits);

/** Brings in and checks papers of a party: its own people, or those of the lead. */
export const mayHandlePaper: Policy<{ ownerId: string; organisationId: string }> = (actor, given) =>
	[given.ownerId, given.organisationId].some((id) => hasRole(actor, id, ...reading));

/** Speaks for a party where it agrees to something, e.g. to publication: who works for it or signs for it. */
export const maySpeakFor = either<{ organisationId: string }>(isHouse, (actor, { organisationId }) =>
	hasRole(actor, organisationId, ...reading),
);

const isOwn: Policy<{ organisationId: string }> = (actor, { organisationId }) =>
	grantsFor(actor, organisationId, reading).some(({ onBehalfOfId }) => onBehalfOfId === null);

/** Says who else signs for a party: its own people only, because signing is done by nobody on its behalf. */
export const mayNameSignatory = either<{ organisationId: string }>(isHouse, isOwn);

/** Speaks for a party in a clause of this agreement: also the party's guests. */
export const maySpeakIn = either<WithGuests & { organisationId: string }>(
	maySpeakFor,
	(actor, { organisationId, ...agreement }) => guestOf(actor, agreement)?.organisationId === organisationId,
);

/** Was invited to sign for this party here. */
const signsAsGuest: Policy<WithGuests & { organisationId: string }> = (actor, { organisationId, ...agreement }) => {
	const guest = guestOf(actor, agreement);
	return guest !== null && guest.organisationId === organisationId && guest.postId !== null;
};

/** Binds a party by its own word: its own people, and who was invited to sign for it here; nobody on its behalf. */
export const mayBind = either<WithGuests & { organisationId: string }>(isHouse, isOwn, signsAsGuest);

/**
 * Speaks for a party where it is bound by that (publication, hand-over, notices, obligations): also who was invited to sign
 * for it here, because such a party may have nobody else on the platform; not who was invited to read and comment. What who
 * acts on its behalf may do of that is for the act to say (`on-behalf`).
 */
export const mayActFor = either<WithGuests & { organisationId: string }>(maySpeakFor, signsAsGuest);

/**
 * How this person signs for a post: by holding it, as its deputy, or not at all. No other role signs, whoever has it:
 * the grant must come through this very post, or through an invitation to sign for it in this agreement.
 */
export function signsAs(
	actor: Actor,
	slot: { organisationId: string; postId: string },
	agreement: WithGuests,
): "holder" | "deputy" | null {
	const own = grantsFor(actor, slot.organisationId, ["signatory"]).filter(
		({ postId, onBehalfOfId }) => postId === slot.postId && onBehalfOfId === null,
	);
	if (own.some(({ deputy }) => !deputy)) return "holder";
	if (own.length > 0) return "deputy";
	return guestOf(actor, agreement)?.postId === slot.postId ? "holder" : null;
}
