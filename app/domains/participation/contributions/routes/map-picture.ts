import { pointIn, toPicture } from "~/domains/organisations";
import { placeMap } from "~/domains/organisations/index.server";
import { conduct } from "~/platform/http/conduct.server";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import type { Route } from "./+types/map-picture";

/**
 * The map of a place as a picture, with the chosen point. Colours are its own: a picture does not know the page around it,
 * so it stays readable on light and dark ground.
 */
export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const map = await placeMap(world, params.place);
	if (!map) throw new NotFound();
	const { frame, path } = map;
	const point = pointIn(new URL(request.url).searchParams.get("punkt"));
	const at = point && toPicture(point, frame);
	const pin = at
		? `<circle cx="${at.x.toFixed(1)}" cy="${at.y.toFixed(1)}" r="7" fill="#b3261e" stroke="#fff" stroke-width="2.5"/>`
		: "";
	const { width, height } = frame;
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#fff"/><path d="${path}" fill="#dfe9f3" stroke="#51606f" stroke-width="1.5" stroke-linejoin="round" vector-effect="non-scaling-stroke"/>${pin}</svg>`;
	return new Response(svg, {
		headers: { "Content-Type": "image/svg+xml; charset=utf-8", "Cache-Control": "public, max-age=86400" },
	});
});
