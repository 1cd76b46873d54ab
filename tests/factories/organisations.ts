import { recordActingFor } from "~/domains/organisations/commands/acting-for.server";
import { createArea } from "~/domains/organisations/commands/areas.server";
import { acceptDeputy, appointDeputy } from "~/domains/organisations/commands/deputies.server";
import { foundOrganisation } from "~/domains/organisations/commands/found-organisation.server";
import { describeSpace, setLook } from "~/domains/organisations/commands/furnish-space.server";
import { appoint } from "~/domains/organisations/commands/holdings.server";
import { openSpace } from "~/domains/organisations/commands/open-space.server";
import { createPost, type PostDetails } from "~/domains/organisations/commands/posts.server";
import { createTopic } from "~/domains/organisations/commands/topics.server";
import type { FoundedKind } from "~/domains/organisations/founded-kinds";
import { slugFor } from "~/domains/organisations/slug";
import { house } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import type { AreaKind } from "~/platform/database/generated/enums";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { must } from "./outcome";

const byHouse = (world: World): World => ({ ...world, actor: house });

/** A municipality as the register's import leaves it behind; the only row that no other act makes. */
export async function municipality(
	world: World,
	{ name, parentId = null, kind = "MUNICIPALITY" }: { name: string; parentId?: string | null; kind?: RegisteredKind },
): Promise<string> {
	const id = newId(world.now);
	const sourceDate = today(world.now);
	await world.db.organisation.create({
		data: { id, kind, name, shortName: name, parentId, source: "Probe", sourceDate },
	});
	return id;
}

type RegisteredKind = "COUNTY" | "MUNICIPAL_ASSOCIATION" | "MUNICIPALITY";

/** An organisation's place at /o/:slug, with its colour and contacts where given. @returns the slug */
export async function openPlace(
	world: World,
	wanted: {
		organisationId: string;
		name: string;
		slug?: string;
		/** "#rrggbb"; null keeps the house's own. */
		accent?: string | null;
		phone?: string | null;
		email?: string | null;
		address?: string | null;
		phoneHours?: string | null;
	},
): Promise<string> {
	const { organisationId, name, accent, phone = null, email = null, address = null, phoneHours = null } = wanted;
	const acting = byHouse(world);
	const { slug } = must(await openSpace(acting, { organisationId, name, slug: wanted.slug ?? slugFor(name) }));
	if (phone || email || address) {
		must(await describeSpace(acting, { organisationId, name, phone, email, address, phoneHours }));
	}
	if (accent) must(await setLook(acting, { organisationId, accent }));
	return slug;
}

/** An organisation founded below another one, which acts for it. @returns its id */
export async function organisation(
	world: World,
	wanted: { parentId: string; kind: FoundedKind; name: string; shortName?: string; legalBasis?: string },
): Promise<string> {
	const { name, shortName = name, legalBasis = "Organisationsplan" } = wanted;
	const outcome = await foundOrganisation(byHouse(world), { ...wanted, name, shortName, legalBasis });
	return must(outcome).organisationId;
}

/** A post of an organisation, public and with one seat unless said otherwise. @returns its id */
export async function post(
	world: World,
	wanted: Partial<PostDetails> & { organisationId: string; label: string; validFrom?: Date },
): Promise<string> {
	const details = {
		kind: "OFFICE_LEAD",
		mailbox: null,
		phone: null,
		room: null,
		singleSeat: true,
		isPublic: true,
	} as const;
	return must(await createPost(byHouse(world), { ...details, ...wanted })).postId;
}

/** Somebody who holds a post from today (or the given day) on: known by id, or new by name. */
export async function holder(
	world: World,
	wanted: {
		postId: string;
		holder: Parameters<typeof appoint>[1]["holder"];
		validFrom?: Date;
		validUntil?: Date | null;
		acting?: boolean;
	},
): Promise<{ holdingId: string; personId: string }> {
	const { validFrom = today(world.now), validUntil = null, acting = false } = wanted;
	return must(await appoint(byHouse(world), { ...wanted, acting, validFrom, validUntil }));
}

/** A post that stands in for another one, accepted unless said otherwise. @returns the arrangement's id */
export async function deputy(
	world: World,
	wanted: {
		postId: string;
		deputyPostId: string;
		rank?: number;
		validFrom?: Date;
		validUntil?: Date | null;
		accepted?: boolean;
	},
): Promise<string> {
	const { rank = 1, validFrom = today(world.now), validUntil = null, accepted = true, ...posts } = wanted;
	const { arrangementId } = must(await appointDeputy(byHouse(world), { ...posts, rank, validFrom, validUntil }));
	if (accepted) must(await acceptDeputy(byHouse(world), { arrangementId }));
	return arrangementId;
}

/** One organisation that acts for another from today on. @returns the authority's id */
export async function actingFor(
	world: World,
	wanted: { agentId: string; principalId: string; legalBasis?: string },
): Promise<string> {
	const { legalBasis = "§ 68 GemO Rheinland-Pfalz", ...parties } = wanted;
	const period = { validFrom: today(world.now), validUntil: null };
	return must(await recordActingFor(byHouse(world), { ...parties, legalBasis, ...period })).actingForId;
}

/** A territory as its owner cuts it. @returns its id */
export async function area(
	world: World,
	wanted: { ownerId: string; name: string; kind?: AreaKind; bodyId?: string; parentId?: string },
): Promise<string> {
	return must(await createArea(byHouse(world), { kind: "SUB_REGION", ...wanted })).areaId;
}

/** A subject as its owner cuts it. @returns its id */
export async function topic(
	world: World,
	wanted: { ownerId: string; name: string; parentId?: string },
): Promise<string> {
	return must(await createTopic(byHouse(world), wanted)).topicId;
}
