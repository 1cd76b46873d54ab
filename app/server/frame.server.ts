import { unreadCount } from "~/domains/notifications/index.server";
import { type Place, placeOf } from "~/domains/organisations/index.server";
import { staffRoles } from "~/platform/actor";
import { env } from "~/platform/env.server";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { instance } from "./instance.server";
import { islandsScript } from "./islands.server";
import { type OperatorDetails, readOperator } from "./operator.server";

/** What stands around every page: whose place it is, who reads it, whom to call. */
export type Frame = {
	place: Place | null;
	reader: { name: string; unread: number; staff: boolean } | null;
	operator: Pick<OperatorDetails, "name" | "phone" | "phoneHours"> | null;
	demonstration: boolean;
	version: string;
	script: string | null;
};

/** @param slug the place in the address; an unknown one is for the page itself to refuse */
export async function frame(world: World, slug: string | undefined): Promise<Frame> {
	const { actor } = world;
	const [place, operator, unread] = await Promise.all([
		slug ? placeOf(world, slug).catch(absent) : null,
		readOperator(world),
		actor.kind === "person" ? unreadCount(world, actor.personId) : 0,
	]);
	return {
		place,
		reader:
			actor.kind === "person"
				? { name: actor.displayName, unread, staff: actor.grants.some((grant) => staffRoles.includes(grant.role)) }
				: null,
		operator: operator && { name: operator.name, phone: operator.phone, phoneHours: operator.phoneHours },
		demonstration: env().DEMO,
		version: instance.version,
		script: islandsScript(),
	};
}

function absent(error: unknown): null {
	if (error instanceof NotFound) return null;
	throw error;
}
