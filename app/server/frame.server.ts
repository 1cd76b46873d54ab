import { placeOfResolution } from "~/domains/council/index.server";
import { type Logo, logoOf } from "~/domains/files/index.server";
import { placeOfOfficeDay } from "~/domains/guides/index.server";
import { unreadCount } from "~/domains/notifications/index.server";
import { type Place, placeOf, type Workplace, workplacesOf } from "~/domains/organisations/index.server";
import { placeOfPage } from "~/domains/participation/index.server";
import { staffRoles } from "~/platform/actor";
import { env } from "~/platform/env.server";
import { readOnlyNow } from "~/platform/http/read-only.server";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { instance } from "./instance.server";
import { islandsScript } from "./islands.server";
import { type OperatorDetails, readOperator } from "./operator.server";

/** What stands around every page: whose place it is, who reads it, whom to call. */
export type Frame = {
	place: Place | null;
	logo: Logo | null;
	reader: { name: string; unread: number; staff: boolean } | null;
	/** The place whose administration is one step away: this one, or the only one this reader works for. */
	workplace: string | null;
	operator: Pick<OperatorDetails, "name" | "phone" | "phoneHours"> | null;
	demonstration: boolean;
	readOnly: boolean;
	version: string;
	script: string | null;
};

/**
 * @param named the place in the address; an unknown one is for the page itself to refuse
 * @param path of the page, which may belong to a place without naming it
 */
export async function frame(world: World, named: string | undefined, path: string): Promise<Frame> {
	const { actor } = world;
	const slug = named ?? (await placeNotNamed(world, path));
	const [place, operator, unread, workplaces, readOnly] = await Promise.all([
		slug ? placeOf(world, slug).catch(absent) : null,
		readOperator(world),
		actor.kind === "person" ? unreadCount(world, actor.personId) : 0,
		workplacesOf(world),
		readOnlyNow(world),
	]);
	return {
		place,
		logo: place && (await logoOf(world, place.logoFileId)),
		reader:
			actor.kind === "person"
				? { name: actor.displayName, unread, staff: actor.grants.some((grant) => staffRoles.includes(grant.role)) }
				: null,
		workplace: workplaceOf(workplaces, slug),
		operator: operator && { name: operator.name, phone: operator.phone, phoneHours: operator.phoneHours },
		demonstration: env().DEMO,
		readOnly: readOnly !== null,
		version: instance.version,
		script: islandsScript(),
	};
}

/** The place of a page whose address is short enough to be dictated, or leads from a mail. */
async function placeNotNamed(world: World, path: string): Promise<string | undefined> {
	for (const ask of [placeOfPage, placeOfOfficeDay, placeOfResolution]) {
		const slug = await ask(world, path);
		if (slug) return slug;
	}
	return undefined;
}

function workplaceOf(workplaces: readonly Workplace[], slug: string | undefined): string | null {
	if (slug) return workplaces.some((workplace) => workplace.slug === slug) ? slug : null;
	const own = workplaces.filter((workplace) => workplace.own);
	return own.length === 1 ? (own[0]?.slug ?? null) : null;
}

function absent(error: unknown): null {
	if (error instanceof NotFound) return null;
	throw error;
}
