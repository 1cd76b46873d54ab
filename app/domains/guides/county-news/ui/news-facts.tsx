import { SummaryList } from "~/design/summary-list";
import { LocalDate } from "~/design/time";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";

/** Who wrote news, for whom and until when it counts. */
export function NewsFacts({
	news,
}: {
	news: { from: string; post: string; area: string | null; topic: string | null; validUntil: string };
}) {
	const t = useText(messages);
	return (
		<SummaryList
			rows={[
				{ term: t("one.from"), value: `${news.post}, ${news.from}` },
				{ term: t("one.area"), value: news.area ?? t("one.allAreas") },
				...(news.topic ? [{ term: t("one.topic"), value: news.topic }] : []),
				{ term: t("list.until"), value: <LocalDate value={news.validUntil} /> },
			]}
		/>
	);
}
