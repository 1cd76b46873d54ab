import { acceptDeputy, appointDeputy } from "~/domains/organisations/commands/deputies.server";
import { describeSpace, setLook } from "~/domains/organisations/commands/furnish-space.server";
import { appoint } from "~/domains/organisations/commands/holdings.server";
import { openSpace } from "~/domains/organisations/commands/open-space.server";
import { createPost } from "~/domains/organisations/commands/posts.server";
import type { World } from "~/platform/world.server";
import { must } from "./outcome";

type PlaceGiven = {
	organisationId: string;
	slug: string;
	name: string;
	phone?: string | null;
	email?: string | null;
	/** Accent colour as #rrggbb; null keeps the house's own. */
	accent?: string | null;
};

/** An organisation's open place with its contact and, if given, its colour. */
export async function openPlace(world: World, { organisationId, slug, name, ...given }: PlaceGiven): Promise<void> {
	must(await openSpace(world, { organisationId, slug, name }));
	must(await describeSpace(world, { organisationId, name, phone: given.phone ?? null, email: given.email ?? null }));
	if (given.accent) must(await setLook(world, { organisationId, accent: given.accent }));
}

type PostGiven = {
	organisationId: string;
	label: string;
	phone?: string | null;
	mailbox?: string | null;
	validFrom?: Date;
};

/** A public post with one seat; returns its id. */
export async function post(world: World, given: PostGiven): Promise<string> {
	const { postId } = must(
		await createPost(world, {
			kind: "OFFICE_LEAD",
			room: null,
			phone: null,
			mailbox: null,
			singleSeat: true,
			isPublic: true,
			...given,
		}),
	);
	return postId;
}

/** Somebody who holds a post from that day on; returns the person's id. */
export async function holder(
	world: World,
	given: { postId: string; holder: Parameters<typeof appoint>[1]["holder"]; validFrom: Date },
): Promise<string> {
	return must(await appoint(world, { acting: false, validUntil: null, ...given })).personId;
}

/** A standing deputy who has accepted. */
export async function deputy(
	world: World,
	given: { postId: string; deputyPostId: string; validFrom: Date },
): Promise<void> {
	const { arrangementId } = must(await appointDeputy(world, { rank: 1, validUntil: null, ...given }));
	must(await acceptDeputy(world, { arrangementId }));
}
