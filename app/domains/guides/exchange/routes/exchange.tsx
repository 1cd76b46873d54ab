import { Badge } from "~/design/badge";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { ErrorSummary } from "~/design/error-summary";
import { FilterBar } from "~/design/filter-bar";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { LocalDate } from "~/design/time";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { stateTone } from "../../concerns/ui/state-tone";
import { confirmNews } from "../../county-news/commands/county-news.server";
import { confirmForm } from "../../county-news/forms";
import { NewsFacts } from "../../county-news/ui/news-facts";
import { idOrNull } from "../../given.server";
import { messages as guideMessages } from "../../messages";
import { OwnSurveys } from "../../needs-survey/ui/own-surveys";
import { Paragraphs } from "../../ui/paragraphs";
import { messages } from "../messages";
import { exchangePage } from "../queries/municipality.server";
import type { Route } from "./+types/exchange";

export const loader = conduct(({ world, request, params }: Route.LoaderArgs & { world: World }) =>
	exchangePage(world, params.place, idOrNull(new URL(request.url).searchParams.get("thema"))),
);

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, confirmForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await confirmNews(world, { deliveryId: form.value.delivery });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/verwaltung/kreis#neues`);
});

/** What a municipality and its county have with each other. */
export default function Exchange({
	loaderData: { place, concerns, news, topics, topicId, surveys },
	actionData,
}: Route.ComponentProps) {
	const t = useText(messages);
	const g = useText(guideMessages);
	const { dateLong } = useFormat();
	const { errors } = useProblems(messages, actionData?.refusals);
	const here = `/o/${place.slug}/verwaltung/kreis`;
	return (
		<>
			<title>{`${t("page.title")} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: t("page.title") }]} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("page.title")} lead={t("page.lead")}>
				<ButtonRow>
					<LinkButton href={`${here}/anliegen/neu`}>{t("page.raise")}</LinkButton>
					<LinkButton look="secondary" href={`${here}/bericht`}>
						{t("page.report")}
					</LinkButton>
				</ButtonRow>
			</PageTitle>
			<FilterBar
				action={here}
				resetHref={here}
				active={topics.filter(({ value }) => value === topicId).map(({ label }) => ({ label, removeHref: here }))}
			>
				<Select
					name="thema"
					label={t("page.topic")}
					optional
					empty={t("page.allTopics")}
					value={topicId ?? ""}
					options={topics}
				/>
			</FilterBar>
			<Section id="neues" title={t("page.news")} intro={news.length > 0 ? t("page.optional") : t("page.noNews")}>
				{news.map((one) => (
					<article key={one.id} className="gw-flow">
						<h3>{one.title}</h3>
						<Paragraphs text={one.text} />
						<NewsFacts news={one} />
						{one.confirmedAt ? (
							<p>{t("page.confirmed", { date: dateLong(one.confirmedAt) })}</p>
						) : (
							<Form hidden={{ delivery: one.id }} inline>
								<Button look="secondary" label={t("page.confirmOf", { title: one.title })}>
									{t("page.confirm")}
								</Button>
							</Form>
						)}
					</article>
				))}
			</Section>
			<OwnSurveys surveys={surveys} here={here} />
			<Section id="anliegen" title={t("page.concerns")}>
				<DataTable
					caption={t("page.concerns")}
					captionHidden
					rows={concerns}
					rowKey={({ code }) => code}
					empty={<p>{t("page.noConcerns")}</p>}
					columns={[
						{
							key: "concern",
							header: t("page.concern"),
							rowHeader: true,
							cell: ({ code, kind }) => (
								<a href={`${here}/anliegen/${code}`}>{g("concern.title", { kind: g(`kinds.${kind}`), code })}</a>
							),
						},
						{ key: "place", header: t("page.municipality"), cell: ({ municipality }) => municipality },
						{ key: "topic", header: t("page.topic"), cell: ({ topic }) => topic ?? g("concern.unknown") },
						{
							key: "state",
							header: t("page.state"),
							cell: ({ state }) => <Badge tone={stateTone[state]}>{g(`states.${state}`)}</Badge>,
						},
						{
							key: "next",
							header: t("page.next"),
							cell: ({ nextOn }) => (nextOn ? <LocalDate value={nextOn} /> : "–"),
						},
					]}
				/>
			</Section>
		</>
	);
}
