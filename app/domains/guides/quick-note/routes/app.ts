import { conduct } from "~/platform/http/conduct.server";
import { textFor } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { messages } from "../messages";
import type { Route } from "./+types/app";

/** What a phone needs to put the page on its home screen (W3C Web Application Manifest). */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { slug, name } = await placeOfGuides(world, params.place);
	const t = textFor(world.locale, messages);
	const page = `/o/${slug}/verwaltung/schnellnotiz`;
	return Response.json(
		{
			id: page,
			name: `${t("title")} – ${name}`,
			short_name: t("title"),
			lang: world.locale,
			start_url: page,
			scope: page,
			display: "standalone",
			background_color: "#ffffff",
			theme_color: "#14497a",
			icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml" }],
		},
		{ headers: { "Content-Type": "application/manifest+json" } },
	);
});
