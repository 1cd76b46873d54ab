import { DataTable } from "~/design/data-table";
import { Section } from "~/design/layout";
import { useText } from "~/platform/i18n";
import { messages } from "../change-over-messages";
import type { Trial } from "../queries/try-plan.server";

/** Who would have got how many of the last year's concerns, and where it would have been somebody else. */
export function PlanTrial({ trial }: { trial: Trial }) {
	const t = useText(messages);
	const { concerns, changed, changedOpen, posts, places } = trial;
	if (concerns === 0) {
		return (
			<Section id="probe" title={t("title")}>
				<p>{t("none")}</p>
			</Section>
		);
	}
	return (
		<Section id="probe" title={t("title")}>
			<p>
				{t("summary", { concerns, changed })} {t("open", { count: changedOpen })}
			</p>
			<DataTable
				caption={t("posts")}
				rows={posts}
				rowKey={({ id }) => id}
				columns={[
					{ key: "post", header: t("post"), rowHeader: true, cell: ({ name }) => name },
					{ key: "would", header: t("would"), cell: ({ count }) => count },
					{ key: "before", header: t("before"), cell: ({ before }) => before },
				]}
			/>
			{places.length > 0 && (
				<DataTable
					caption={t("places")}
					rows={places}
					rowKey={({ id }) => id}
					columns={[
						{ key: "place", header: t("place"), rowHeader: true, cell: ({ name }) => name },
						{ key: "count", header: t("count"), cell: ({ count }) => count },
					]}
				/>
			)}
		</Section>
	);
}
