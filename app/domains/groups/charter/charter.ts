import type { MajorityRule } from "../../counting/index";

/** informal: talks; advisory: recommends; deciding: the only one whose results are called "Beschluss". */
export const bodyKinds = ["informal", "advisory", "deciding"] as const;
export type BodyKind = (typeof bodyKinds)[number];

/** Who writes the minutes. */
export const minutesWriters = ["administration", "chair", "in-turn"] as const;
export type MinutesWriter = (typeof minutesWriters)[number];

/** Who may invite guests. */
export const guestPolicies = ["leaders", "nobody"] as const;
export type GuestPolicy = (typeof guestPolicies)[number];

/** A rule of decision by its name; the first of a charter has none and holds unless another is named. */
export type NamedRule = { name: string; rule: MajorityRule };

/** The version in force on a day: the last that has begun; before the first day the first one. Versions in any order. */
export function charterOn<Version extends { validFrom: Date }>(versions: readonly Version[], day: Date): Version {
	const [first, ...later] = versions.toSorted((one, other) => one.validFrom.getTime() - other.validFrom.getTime());
	if (!first) throw new Error("a group has no charter");
	return later.findLast(({ validFrom }) => validFrom <= day) ?? first;
}

function known<Name extends string>(names: readonly Name[], stored: string): Name {
	const name = names.find((one) => one === stored);
	if (!name) throw new Error(`a charter says ${stored}`);
	return name;
}

/** Stored words of a charter; anything else is a broken house. */
export const bodyKindOf = (stored: string): BodyKind => known(bodyKinds, stored);
export const minutesWriterOf = (stored: string): MinutesWriter => known(minutesWriters, stored);
export const guestPolicyOf = (stored: string): GuestPolicy => known(guestPolicies, stored);
