import { Breadcrumb } from "~/design/breadcrumb";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages as guideMessages } from "../../messages";
import { Paragraphs } from "../../ui/paragraphs";
import { messages } from "../messages";
import { publicNews } from "../queries/county-news.server";
import { NewsFacts } from "../ui/news-facts";
import type { Route } from "./+types/public-news";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) =>
	publicNews(world, params.code),
);

/** News of the county for everybody. */
export default function PublicNews({ loaderData: news }: Route.ComponentProps) {
	const t = useText(messages);
	const w = useText(guideMessages);
	return (
		<>
			<title>{`${news.title} – ${news.from}`}</title>
			<Breadcrumb entries={[{ label: w("who.title"), href: "/lotsen" }, { label: news.title }]} />
			<PageTitle title={news.title} above={t("kind")} />
			<Paragraphs text={news.text} />
			<NewsFacts news={news} />
		</>
	);
}
