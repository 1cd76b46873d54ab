/** How a second pair of eyes was had; everybody can read it. */
export const releaseWays = [
	"second-person",
	"supporting-organisation",
	"mayor-link",
	"same-person-after-24-hours",
] as const;
export type ReleaseWay = (typeof releaseWays)[number];

const dayLength = 24 * 60 * 60 * 1000;

/** Who wants to release: somebody who holds the role here, for the supporting organisation, or by the mayor's link. */
export type Releaser = {
	/** Null for the bearer of a link without an account. */
	personId: string | null;
	holdsRole: boolean;
	/** Holds it for an organisation that acts in the name of this one. */
	actsFor: boolean;
	hasMayorLink: boolean;
};

export type ReleaseGiven = {
	preparedById: string;
	releaseAskedAt: Date;
	/** How many people of the organisation itself hold the role today. */
	holders: number;
	now: Date;
};

export type ReleaseAnswer =
	| { may: true; how: ReleaseWay }
	| { may: false; why: "not-yours" | "second-person-needed" | "own-people-release" }
	| { may: false; why: "wait-24-hours"; from: Date };

/**
 * Whether this person may release, and how it is recorded. Two people of the organisation release for each other. Only
 * where fewer than two hold the role: the supporting organisation, the mayor by link, or the same person a day later.
 */
export function releaseBy(releaser: Releaser, given: ReleaseGiven): ReleaseAnswer {
	const { personId, holdsRole, actsFor, hasMayorLink } = releaser;
	const samePerson = personId !== null && personId === given.preparedById;
	const enough = given.holders >= 2;
	if (!holdsRole && !actsFor && !hasMayorLink) return { may: false, why: "not-yours" };
	if (!samePerson && holdsRole) return { may: true, how: "second-person" };
	if (enough) return { may: false, why: samePerson ? "second-person-needed" : "own-people-release" };
	if (!samePerson) return { may: true, how: actsFor ? "supporting-organisation" : "mayor-link" };
	// the link makes nobody a second person
	if (!holdsRole && !actsFor) return { may: false, why: "second-person-needed" };
	const from = new Date(given.releaseAskedAt.getTime() + dayLength);
	return given.now >= from
		? { may: true, how: "same-person-after-24-hours" }
		: { may: false, why: "wait-24-hours", from };
}

export function isReleaseWay(name: string): name is ReleaseWay {
	return (releaseWays as readonly string[]).includes(name);
}
