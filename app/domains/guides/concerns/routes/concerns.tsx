import { Badge } from "~/design/badge";
import { ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { FilterBar } from "~/design/filter-bar";
import { PageTitle } from "~/design/page-title";
import { Select } from "~/design/select";
import { LocalDate } from "~/design/time";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages as words } from "../../messages";
import { handlingMessages } from "../handling-messages";
import { concernList, which } from "../queries/concern-list.server";
import { stateTone } from "../ui/state-tone";
import { messages } from "../work-messages";
import type { Route } from "./+types/concerns";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const filter = {
		mine: query.get("wer") === "ich",
		which: which.find((one) => one === query.get("stand")) ?? ("open" as const),
	};
	return { ...(await concernList(world, params.place, filter)), filter, choices: [...which] };
});

/** The concerns of a place, for those who handle them. */
export default function Concerns({ loaderData: { place, concerns, more, filter, choices } }: Route.ComponentProps) {
	const t = useText(messages);
	const t2 = useText(words);
	const here = `/o/${place.slug}/verwaltung/anliegen`;
	const h = useText(handlingMessages);
	const capture = (
		<ButtonRow>
			<LinkButton href={`${here}/neu`}>{t("concerns.capture")}</LinkButton>
			<LinkButton look="secondary" href={`${here}/aus-e-mail`}>
				{h("mail.link")}
			</LinkButton>
		</ButtonRow>
	);
	return (
		<>
			<title>{`${t("concerns.title")} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: t("concerns.title") }]} />
			<PageTitle title={t("concerns.title")} lead={t("concerns.lead")}>
				{capture}
			</PageTitle>
			<FilterBar action={here} resetHref={here}>
				<Select
					name="wer"
					label={t("concerns.who")}
					optional
					empty={t("concerns.everybodys")}
					value={filter.mine ? "ich" : ""}
					options={[{ value: "ich", label: t("concerns.mine") }]}
				/>
				<Select
					name="stand"
					label={t("concerns.which")}
					optional
					empty={t("concerns.open")}
					value={filter.which === "open" ? "" : filter.which}
					options={choices.filter((one) => one !== "open").map((one) => ({ value: one, label: t(`concerns.${one}`) }))}
				/>
			</FilterBar>
			<DataTable
				caption={t("concerns.caption")}
				captionHidden
				rows={concerns}
				rowKey={(concern) => concern.code}
				columns={[
					{
						key: "code",
						header: t("concerns.code"),
						rowHeader: true,
						cell: (concern) => (
							<>
								<a href={`${here}/${concern.code}`}>
									{t2("concern.title", { kind: t2(`kinds.${concern.kind}`), code: concern.code })}
								</a>
								<p className="gw-muted gw-small">{concern.begins}</p>
							</>
						),
					},
					{ key: "place", header: t("concerns.place"), cell: (concern) => concern.place ?? t2("concern.unknown") },
					{
						key: "state",
						header: t("concerns.state"),
						cell: ({ state }) => <Badge tone={stateTone[state]}>{t2(`states.${state}`)}</Badge>,
					},
					{
						key: "next",
						header: t("concerns.next"),
						cell: ({ nextOn, late }) => (
							<>
								{nextOn ? <LocalDate value={nextOn} /> : "–"}{" "}
								{late && <Badge tone="warning">{t("concerns.late")}</Badge>}
							</>
						),
					},
					{ key: "post", header: t("concerns.post"), cell: (concern) => concern.post ?? "–" },
				]}
				empty={
					<EmptyState title={t("concerns.none")}>
						<p>{t("concerns.noneText")}</p>
					</EmptyState>
				}
			/>
			{more && <p>{t("concerns.first", { count: concerns.length })}</p>}
		</>
	);
}
