import { Badge } from "~/design/badge";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { PublicProject } from "../queries/budget-page.server";
import { feasibilityTone } from "./feasibility-tone";

/** The projects as everybody reads them: what, for how much, and whether it can be done. */
export function ProjectTable({ projects }: { projects: readonly PublicProject[] }) {
	const t = useText(messages);
	const { money } = useFormat();
	return (
		<DataTable
			caption={t("page.projectsHint", { count: projects.length })}
			rows={projects}
			rowKey={({ number }) => String(number)}
			empty={
				<EmptyState title={t("page.empty")} level={3}>
					<p>{t("page.emptyHint")}</p>
				</EmptyState>
			}
			columns={[
				{ key: "number", header: t("page.number"), cell: ({ number }) => number },
				{ key: "project", header: t("page.project"), rowHeader: true, cell: ({ title }) => title },
				{
					key: "summary",
					header: t("page.summary"),
					cell: ({ summary, exclusionGroup }) => (
						<>
							{summary}
							{exclusionGroup && (
								<>
									<br />
									{t("page.group", { group: exclusionGroup })}
								</>
							)}
						</>
					),
				},
				{
					key: "cost",
					header: t("page.cost"),
					numeric: true,
					cell: ({ costCents, runningCents }) => (
						<>
							{costCents === null ? t("page.noCost") : money(costCents)}
							{runningCents !== null && (
								<>
									<br />
									{t("page.yearly", { cost: money(runningCents) })}
								</>
							)}
						</>
					),
				},
				{
					key: "check",
					header: t("page.check"),
					cell: ({ feasibility, feasibilityReason }) => (
						<>
							<Badge tone={feasibilityTone[feasibility]}>{t(`feasibility.${feasibility}`)}</Badge>
							{feasibilityReason && <> {feasibilityReason}</>}
						</>
					),
				},
			]}
		/>
	);
}
