import { type Actor, grantsFor, type Pass } from "~/platform/actor";
import { NotFound } from "~/platform/outcome";
import type { Policy } from "~/platform/policy";
import type { Releaser } from "../second-person";

/** Who answers for the administration: writing it as well as releasing it. */
export const answeringRoles = ["participation-manager", "moderator"] as const;

/** Asks departments, prepares answers; also for an organisation in whose name one acts. */
export const mayAnswer: Policy<{ organisationId: string }> = (actor, { organisationId }) =>
	grantsFor(actor, organisationId, answeringRoles).length > 0;

/** The post as which, and the organisation on whose behalf, somebody answers: for the audit log. */
export function actingAs(actor: Actor, organisationId: string): { postId: string | null; onBehalfOfId: string | null } {
	const [grant] = grantsFor(actor, organisationId, answeringRoles).toSorted(
		(one, other) => Number(one.onBehalfOfId !== null) - Number(other.onBehalfOfId !== null),
	);
	return { postId: grant?.postId ?? null, onBehalfOfId: grant?.onBehalfOfId ?? null };
}

/** Purposes of one-purpose links of this domain. */
export const inquiryPurpose = "participation.inquiry";
export const mayorPurpose = "participation.release-answer";

/** As whom somebody would release this answer. */
export function releaserOf(actor: Actor, answer: { id: string; organisationId: string }): Releaser {
	const grants = grantsFor(actor, answer.organisationId, answeringRoles);
	const pass = actor.kind === "house" ? null : actor.pass;
	return {
		personId: actor.kind === "person" ? actor.personId : null,
		holdsRole: grants.some(({ onBehalfOfId }) => onBehalfOfId === null),
		actsFor: grants.some(({ onBehalfOfId }) => onBehalfOfId !== null),
		hasMayorLink: pass?.purpose === mayorPurpose && pass.subject.kind === "answer" && pass.subject.id === answer.id,
	};
}

/** The link by which somebody acts on one object of this kind. @throws NotFound without one of that purpose */
export function passFor(actor: Actor, purpose: string, kind: string): Pass {
	const pass = actor.kind === "house" ? null : actor.pass;
	if (!pass || pass.purpose !== purpose || pass.subject.kind !== kind) throw new NotFound();
	return pass;
}
