import { Badge } from "~/design/badge";
import { ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { documentList } from "../queries/document-pages.server";
import { DocumentCrumbs, textsPath } from "../ui/document-crumbs";
import type { Route } from "./+types/documents";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	documentList(world, params),
);

/** The texts that a group writes together. */
export default function Documents({ loaderData: list }: Route.ComponentProps) {
	const t = useText(messages);
	const { date } = useFormat();
	const path = textsPath(list);
	return (
		<>
			<title>{`${t("list.title")} – ${list.group.name}`}</title>
			<DocumentCrumbs head={list} />
			<PageTitle title={t("list.title")} above={list.group.name} lead={t("list.lead")}>
				{list.may.begin && (
					<ButtonRow>
						<LinkButton href={`${path}/neu`}>{t("list.begin")}</LinkButton>
					</ButtonRow>
				)}
			</PageTitle>
			{list.documents.length === 0 ? (
				<EmptyState title={t("list.none")}>
					<p>{t("list.noneHint")}</p>
				</EmptyState>
			) : (
				<DataTable
					caption={t("list.title")}
					captionHidden
					rows={list.documents}
					rowKey={({ code }) => code}
					columns={[
						{
							key: "title",
							header: t("kind"),
							rowHeader: true,
							cell: ({ code, title }) => <a href={`${path}/${code}`}>{title}</a>,
						},
						{
							key: "version",
							header: t("versions.title"),
							cell: ({ version }) =>
								version ? t("list.newest", { number: String(version.number) }) : t("versions.none"),
						},
						{
							key: "state",
							header: t("draft", { number: "" }),
							cell: ({ draft, draftOpen, changedAt, openSuggestions }) =>
								list.inside && (
									<>
										<Badge tone={draftOpen ? "info" : "neutral"}>{t(`states.${draftOpen ? "open" : "closed"}`)}</Badge>{" "}
										{t("draft", { number: String(draft) })}, {t("list.suggestions", { count: openSuggestions })}.{" "}
										{t("list.changed", { date: date(changedAt) })}
									</>
								),
						},
					]}
				/>
			)}
		</>
	);
}
