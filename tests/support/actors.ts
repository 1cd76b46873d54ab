import type { Actor, Grant, Role } from "~/platform/actor";
import { newId } from "~/platform/tokens.server";

type Person = Extract<Actor, { kind: "person" }>;

/** Somebody signed in with second factor, with these roles at these organisations. */
export function staff(roles: { role: Role; at: string; onBehalf?: boolean }[], personId = newId(new Date(0))): Person {
	return {
		kind: "person",
		accountId: newId(new Date(0)),
		personId,
		displayName: "Probe",
		sessionId: "probe",
		secondFactor: true,
		steppedUpAt: null,
		grants: roles.map(
			({ role, at, onBehalf = false }): Grant => ({
				role,
				scope: { kind: "organisation", id: at },
				postId: null,
				onBehalfOfId: onBehalf ? at : null,
				deputy: false,
			}),
		),
		pass: null,
	};
}

/** An administrator of an organisation, by an own role. */
export function adminOf(organisationId: string): Person {
	return staff([{ role: "organisation-admin", at: organisationId }]);
}

/** The same person, who has shown password and second factor at this moment. */
export function steppedUp(person: Person, at: Date): Person {
	return { ...person, steppedUpAt: at };
}
