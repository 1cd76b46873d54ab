import { houseAddress } from "~/platform/address.server";
import { conduct } from "~/platform/http/conduct.server";
import { textFor } from "~/platform/i18n";
import { newsFeed } from "~/platform/news-feed";
import type { World } from "~/platform/world.server";
import { contributionPath, outcomePath } from "../addresses";
import { isDisposition } from "../disposition";
import { isUpdateState } from "../follow-up";
import { messages } from "../messages";
import { outcomeMessages } from "../outcome-messages";
import { outcomeNews } from "../queries/outcome-news.server";
import type { Route } from "./+types/outcome-feed";

/** Answers and what became of them, to subscribe to without an account or an address (RFC 4287). */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { process, news } = await outcomeNews(world, params);
	const t = textFor(world.locale, outcomeMessages);
	const words = textFor(world.locale, messages);
	const page = houseAddress(outcomePath(params.place, params.process));
	const resultOf = ({ kind, result }: (typeof news)[number]): string => {
		if (kind === "answer") return isDisposition(result) ? words(`dispositions.${result}`) : result;
		return isUpdateState(result) ? t(`updates.states.${result}`) : result;
	};
	const feed = newsFeed(
		{
			title: `${t("table.title")}: ${process.title}`,
			self: `${page}.atom`,
			page,
			language: world.locale,
			quietSince: process.publishedAt ?? process.createdAt,
		},
		news.map((row) => ({
			id: `urn:uuid:${row.id}`,
			title: `${row.title}: ${resultOf(row)}`,
			text: row.together > 1 ? `${row.text}\n\n${t("together", { count: row.together })}` : row.text,
			url: `${houseAddress(contributionPath(row.code))}#antwort`,
			at: row.at,
		})),
	);
	return new Response(feed, {
		headers: { "Content-Type": "application/atom+xml; charset=utf-8", "Cache-Control": "private, max-age=300" },
	});
});
