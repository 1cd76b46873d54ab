import { Badge } from "~/design/badge";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { LocalDate } from "~/design/time";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages as planMessages } from "../../plans/work-messages";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { prepareSurvey } from "../commands/draft-survey.server";
import { prepareForm } from "../forms";
import { needsPage } from "../queries/survey-pages.server";
import { staffMessages } from "../staff-messages";
import { ReviewCard } from "../ui/review-card";
import type { Route } from "./+types/needs";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) =>
	needsPage(world, params.place),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { ownerId, slug } = await placeOfGuides(world, params.place);
	const form = await readForm(request, prepareForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await prepareSurvey(world, { ownerId });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${slug}/verwaltung/lotsen/bedarf/${outcome.value.year}`);
});

const tone = { draft: "neutral", open: "success", over: "neutral" } as const;

/** What municipalities are asked each year, and what the guides made of it. */
export default function Needs({ loaderData, actionData }: Route.ComponentProps) {
	const { place, toPrepare, surveys, reviews } = loaderData;
	const t = useText(staffMessages);
	const p = useText(planMessages);
	const { errors } = useProblems(staffMessages, actionData?.refusals);
	const here = `/o/${place.slug}/verwaltung/lotsen/bedarf`;
	return (
		<>
			<title>{`${t("list.title")} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[{ label: p("plans.title"), href: `/o/${place.slug}/verwaltung/lotsen` }, { label: t("list.title") }]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("list.title")} lead={t("list.lead")} />
			<Section id="umfragen" title={t("list.surveys")}>
				<DataTable
					caption={t("list.surveys")}
					captionHidden
					rows={surveys}
					rowKey={({ year }) => String(year)}
					empty={<p>{t("list.none")}</p>}
					columns={[
						{
							key: "year",
							header: t("list.year"),
							rowHeader: true,
							cell: ({ year }) => <a href={`${here}/${year}`}>{year}</a>,
						},
						{
							key: "state",
							header: t("list.state"),
							cell: ({ state }) => <Badge tone={tone[state]}>{t(`list.states.${state}`)}</Badge>,
						},
						{ key: "until", header: t("list.until"), cell: ({ closesOn }) => <LocalDate value={closesOn} /> },
						{
							key: "answered",
							header: t("list.answered"),
							cell: ({ state, answered, asked }) =>
								state === "draft" ? "–" : t("list.of", { answered: String(answered), asked: String(asked) }),
						},
					]}
				/>
				{toPrepare !== null && (
					<Form hidden={{ act: "prepare" }} inline>
						<Button>{t("list.prepare", { year: String(toPrepare) })}</Button>
					</Form>
				)}
			</Section>
			<Section id="ueberpruefungen" title={t("list.reviews")}>
				{reviews.length === 0 && <p>{t("list.noReviews")}</p>}
				{reviews.map((review) => (
					<ReviewCard key={review.id} review={review} place={place.slug} />
				))}
				<ButtonRow>
					<LinkButton look="secondary" href={`${here}/ueberpruefung/neu`}>
						{t("list.record")}
					</LinkButton>
				</ButtonRow>
			</Section>
		</>
	);
}
