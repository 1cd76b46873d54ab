/**
 * Roles are granted to posts (the present holder has them) or to a person, with a scope and a period.
 * "operator" runs the installation; all others belong to an organisation, a process, a group or one agreement.
 */
export const roles = [
	"operator",
	"organisation-admin",
	"participation-manager",
	"moderator",
	"guide",
	"signatory",
	"staff",
	"member",
] as const;
export type Role = (typeof roles)[number];

/** Roles that decide for others: they need the second factor (trust.md, accounts). */
export const staffRoles: readonly Role[] = roles.filter((role) => role !== "member");

export type Scope = { kind: "platform" } | { kind: "organisation" | "process" | "group" | "agreement"; id: string };

/** One role as it counts at this moment: through which post, and on whose behalf (ActingFor, deputy). */
export type Grant = {
	role: Role;
	scope: Scope;
	postId: string | null;
	/** The organisation that authorised the acting one, e.g. the Ortsgemeinde whose Verbandsgemeinde acts for it. */
	onBehalfOfId: string | null;
	/** The person whose absence is covered, when the role comes from a deputy arrangement. */
	deputy: boolean;
};

/** What a one-purpose link lets its bearer do: one act on one object, nothing else. */
export type Pass = { linkId: string; purpose: string; subject: { kind: string; id: string }; label: string | null };

export type Actor =
	| { kind: "guest"; pass: Pass | null }
	| { kind: "house" }
	| {
			kind: "person";
			accountId: string;
			personId: string;
			displayName: string;
			sessionId: string;
			/** Whether this session has passed the second factor; staff grants are empty until it has. */
			secondFactor: boolean;
			/** When the password and second factor were last shown again, for acts that need a step-up. */
			steppedUpAt: Date | null;
			grants: Grant[];
			/** Whether there are staff grants that count only once this session has passed the second factor. */
			grantsWait?: boolean;
			pass: Pass | null;
	  };

export const guest: Actor = { kind: "guest", pass: null };

/** The installation itself: sweeps, jobs, the demonstration. Never made from a request. */
export const house: Actor = { kind: "house" };

export function personIdOf(actor: Actor): string | null {
	return actor.kind === "person" ? actor.personId : null;
}

/** The grants with one of these roles that reach the organisation (the platform's operator does not act for organisations). */
export function grantsFor(actor: Actor, organisationId: string, wanted: readonly Role[]): Grant[] {
	if (actor.kind !== "person") return [];
	return actor.grants.filter(
		(grant) => wanted.includes(grant.role) && grant.scope.kind === "organisation" && grant.scope.id === organisationId,
	);
}

export function hasRole(actor: Actor, organisationId: string, ...wanted: Role[]): boolean {
	return grantsFor(actor, organisationId, wanted).length > 0;
}

export function isOperator(actor: Actor): boolean {
	return actor.kind === "person" && actor.grants.some((grant) => grant.role === "operator");
}
