import { houseAddress } from "~/platform/address.server";
import { conduct } from "~/platform/http/conduct.server";
import { textFor } from "~/platform/i18n";
import { newsFeed } from "~/platform/news-feed";
import type { World } from "~/platform/world.server";
import { messages } from "../../messages";
import { decisionMessages } from "../decision-messages";
import { register } from "../queries/register.server";
import type { Route } from "./+types/register-feed";

const all = { kind: null, result: null, state: null, words: "", page: 1 };
/** Before the first decision there was nothing. */
const quietSince = new Date(0);

/** Newly published decisions, to subscribe to without an account or an address (RFC 4287). */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { place, decisions } = await register(world, { ...all, place: params.place ?? null });
	const t = textFor(world.locale, decisionMessages);
	const words = textFor(world.locale, messages);
	const page = houseAddress(place ? `/o/${place.slug}/empfehlungen` : "/empfehlungen");
	const feed = newsFeed(
		{
			title: place ? t("register.titleAt", { place: place.name }) : t("register.title"),
			self: `${page}.atom`,
			page,
			language: world.locale,
			quietSince,
		},
		decisions.map((one) => ({
			id: `urn:uuid:${one.id}`,
			title: `${one.title}: ${words(`results.${one.result}`)}`,
			text: `${one.group}, ${one.place}\n\n${one.text}`,
			url: houseAddress(`/empfehlung/${one.code}`),
			at: one.publishedAt,
		})),
	);
	return new Response(feed, {
		headers: { "Content-Type": "application/atom+xml; charset=utf-8", "Cache-Control": "private, max-age=300" },
	});
});
