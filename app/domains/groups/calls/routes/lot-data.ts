import { conduct } from "~/platform/http/conduct.server";
import type { World } from "~/platform/world.server";
import { lotRecord } from "../queries/call-pages.server";
import type { Route } from "./+types/lot-data";

/** The record of a draw as data: what is needed to draw it again, and what came of it. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { code, group, seats, strata, seedHash, seed, publicSource, publicValue, closesAt, drawnAt, list } =
		await lotRecord(world, params.code);
	return Response.json({
		code,
		group: group.name,
		seats,
		strata: strata.map(({ label, seats: kept }) => ({ label, seats: kept })),
		order: "SHA-256 of <seed>:<publicValue>:<number>, ascending",
		seedHash,
		seed,
		publicSource,
		publicValue,
		closesAt,
		drawnAt,
		list,
	});
});
