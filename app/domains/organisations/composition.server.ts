import type { ActWorld } from "~/platform/act.server";
import type { StoredDate } from "~/platform/calendar.server";
import type { HandOverItemKind } from "~/platform/database/generated/enums";
import type { View } from "~/platform/world.server";
import type { Place } from "./queries/place.server";

/** A list on a place's start page, e.g. "Jetzt mitmachen". */
export type PlaceList = {
	/** Jump target, once per page. */
	id: string;
	title: string;
	entries: { title: string; href: string; above?: string; text?: string }[];
	more?: { href: string; label: string };
};

/** A way to the work of staff: its place is "/o/:place/verwaltung". */
export type PlaceWork = { href: string; label: string; text: string };

/** `through` tells people of the same name apart: the post by which they are known, where there is one. */
export type KnownPerson = { id: string; displayName: string; through?: string };

/** Something that people can join now, with an address that is short enough for paper. */
export type Joinable = {
	title: string;
	href: string;
	shortPath: string;
	/** The last day on which people can join (`YYYY-MM-DD`). */
	lastDay: string | null;
	/** Its own text in easy language, where there is one. */
	easyLanguageHref: string | null;
};

/** Something that rests on an area or a topic, in the reader's words. */
export type TermUse = { termId: string; label: string; href: string };

/** Something that a post (or the person who leaves it) has to do, as (kind, id); its title is asked of its subject. */
export type OpenWork = {
	kind: HandOverItemKind;
	subject: { kind: string; id: string };
	/** Until when (`YYYY-MM-DD`), where it has a day. */
	dueOn: string | null;
};

/** A day on which a post is promised somewhere and nobody would be there, with who could be, in the reader's words. */
export type UncoveredDay = {
	key: string;
	title: string;
	href: string | null;
	where: string;
	/** How many people are booked. */
	bookings: number;
	standIns: string[];
};

/** What a later domain adds to the places; every part asks its own policy. */
export type PlacePart = {
	/** Lists on the start page; empty ones are left out. */
	lists?(view: View, place: Place): Promise<PlaceList[]>;
	/** What people can join here now, for paper and for easy language. */
	joinable?(view: View, place: Place): Promise<Joinable[]>;
	work?(view: View, place: Place): Promise<PlaceWork[]>;
	/** What rests on the areas and topics of the place's organisation. Asked for its administrators. */
	termUses?(view: View, place: Place): Promise<TermUse[]>;
	/** People whom an organisation knows by other ways than its posts, e.g. by their roles. Asked for its administrators. */
	people?(view: View, organisationId: string): Promise<KnownPerson[]>;
	/** Those of these people who can sign in and work as this post. Without any part that knows, all can. */
	able?(
		view: Pick<View, "db" | "now">,
		of: { postId: string; organisationId: string; personIds: string[] },
	): Promise<string[]>;
	/** What is open at a post on a day, and what its holder does as a person. Asked for those who work there. */
	openWork?(view: Pick<View, "db" | "now">, of: { postId: string; personId: string | null }): Promise<OpenWork[]>;
	/** How many notes and unsent drafts of this person are theirs alone and are not handed over with the post. A figure, no words. */
	keptPrivate?(
		view: Pick<View, "db" | "now">,
		of: { postId: string; personId: string; ownerIds: string[] },
	): Promise<number>;
	/** Days within an absence on which nobody would be there as these posts. Asked for the person and those who lead. */
	uncoveredDays?(
		view: View,
		of: { postIds: string[]; from: StoredDate; until: StoredDate | null },
	): Promise<UncoveredDay[]>;
	/** Gives one of these things to another post, inside the act that accepts it; false when it is not this part's. */
	handOn?(
		world: ActWorld,
		of: { subject: { kind: string; id: string }; fromPostId: string; toPostId: string },
	): Promise<boolean>;
};

let parts: readonly PlacePart[] = [];

/** Called once by the composition root (app/server), because no place knows the domains to its right. */
export function completePlaces(added: readonly PlacePart[]): void {
	parts = added;
}

export function placeParts(): readonly PlacePart[] {
	return parts;
}
