import { Badge } from "~/design/badge";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { PostCover } from "../queries/absence-pages.server";

/** Who stands in for each post, or what is lacking. */
export function CoverList({ covers }: { covers: readonly PostCover[] }) {
	const t = useText(messages);
	const { date } = useFormat();
	return (
		<ul>
			{covers.map((cover) => (
				<li key={`${cover.postId} ${cover.day}`}>
					<strong>{cover.label}</strong>{" "}
					{cover.by === "nobody" ? (
						<Badge tone="warning">{t("one.uncovered")}</Badge>
					) : (
						<Badge tone="success">{t("one.covered")}</Badge>
					)}{" "}
					{t("one.fromDay", { day: date(cover.day) })}
					<br />
					{cover.deputy && t("one.deputy", cover.deputy)}
					{cover.by === "holder" && t("one.holder")}
					{cover.by === "nobody" &&
						(cover.lacking.length === 0
							? t("lacking.none")
							: cover.lacking.map(({ label, why }) => t(`lacking.${why}`, { label })).join("; "))}
				</li>
			))}
		</ul>
	);
}
