import type { View } from "~/platform/world.server";
import type { MemberFunction } from "../group";
import type { FoundGroup } from "../queries/find-group.server";

/** One line of a member's part of the group page. */
export type MemberEntry = {
	text: string;
	href?: string;
	/** Facts behind it, such as a date or a state. */
	note?: string;
};

/** A part of "Mein Arbeitskreis"; each part of the domain adds its own to `memberSections`. */
export type MemberSection = {
	id: string;
	title: string;
	/** Said where there is no entry. */
	empty: string;
	entries: MemberEntry[];
	/** Where all of it stands. */
	more?: { href: string; label: string };
};

/** Who reads: the membership of today. */
export type OwnSeat = {
	id: string;
	personId: string;
	function: MemberFunction;
	validFrom: Date;
	validUntil: Date | null;
};

/** Makes a section for a member, or nothing where there is none for this member. The page has asked that it is one. */
export type SectionOf = (
	view: View,
	given: { group: FoundGroup; seat: OwnSeat; path: string },
) => Promise<MemberSection | null>;
