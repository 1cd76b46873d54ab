import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";

/** An organisation's own place in the house, as its pages show it. */
export type Place = {
	organisationId: string;
	slug: string;
	name: string;
	/** "Landkreis", "Verbandsgemeinde" … is the reader's word for this kind. */
	kind: string;
	colours: { accent: string; onAccent: string } | null;
	logoFileId: string | null;
	phone: string | null;
	email: string | null;
	/** Postal address in lines, and when the telephone is answered. */
	address: string | null;
	phoneHours: string | null;
};

/** The open place at /o/:slug. Throws NotFound for unknown ones. Everybody may know which places there are. */
export async function placeOf(view: View, slug: string): Promise<Place> {
	const space = await view.db.space.findUnique({
		where: { slug },
		select: {
			slug: true,
			name: true,
			accentColour: true,
			onAccentColour: true,
			logoFileId: true,
			phone: true,
			email: true,
			address: true,
			phoneHours: true,
			openedAt: true,
			organisation: { select: { id: true, kind: true } },
		},
	});
	if (!space || space.openedAt > view.now) throw new NotFound();
	const { accentColour, onAccentColour } = space;
	return {
		organisationId: space.organisation.id,
		slug: space.slug,
		name: space.name,
		kind: space.organisation.kind,
		colours: accentColour && onAccentColour ? { accent: accentColour, onAccent: onAccentColour } : null,
		logoFileId: space.logoFileId,
		phone: space.phone,
		email: space.email,
		address: space.address,
		phoneHours: space.phoneHours,
	};
}
