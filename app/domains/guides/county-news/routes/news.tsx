import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { LocalDate } from "~/design/time";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { Paragraphs } from "../../ui/paragraphs";
import { withdrawNews } from "../commands/county-news.server";
import { messages } from "../messages";
import { newsAt } from "../queries/county-news.server";
import { NewsFacts } from "../ui/news-facts";
import type { Route } from "./+types/news";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => ({
	...(await newsAt(world, params)),
	published: new URL(request.url).searchParams.has("veroeffentlicht"),
}));

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { ownerId, slug } = await placeOfGuides(world, params.place);
	const outcome = await withdrawNews(world, { ownerId, code: params.code });
	if (!outcome.done) return again({}, outcome.refusals);
	return onward(`/o/${slug}/verwaltung/kreisinfos/${params.code}`);
});

/** One news, and what became of it in each municipality. */
export default function News({ loaderData: { place, news, deliveries, published }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors } = useProblems(messages, actionData?.refusals);
	const day = (moment: Date | null) => (moment ? <LocalDate value={moment} /> : "–");
	return (
		<>
			<title>{`${news.title} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[{ label: t("list.title"), href: `/o/${place.slug}/verwaltung/kreisinfos` }, { label: news.title }]}
			/>
			<ErrorSummary errors={errors} />
			{published && <Alert tone="success" title={t("one.published", { count: deliveries.length })} live />}
			{news.withdrawn && <Alert title={t("one.withdrawn")} />}
			<PageTitle title={news.title} above={t("kind")} />
			<Paragraphs text={news.text} />
			<NewsFacts news={news} />
			<Section id="gemeinden" title={t("one.municipalities")}>
				<DataTable
					caption={t("one.municipalities")}
					captionHidden
					rows={deliveries}
					rowKey={({ id }) => id}
					columns={[
						{
							key: "municipality",
							header: t("one.municipality"),
							rowHeader: true,
							cell: ({ municipality }) => municipality,
						},
						{ key: "delivered", header: t("one.delivered"), cell: ({ deliveredAt }) => day(deliveredAt) },
						{
							key: "mailed",
							header: t("one.mailed"),
							cell: ({ mailedAt, hasMailbox }) =>
								mailedAt ? day(mailedAt) : hasMailbox ? t("one.waits") : t("one.pageOnly"),
						},
						{ key: "confirmed", header: t("one.confirmed"), cell: ({ confirmedAt }) => day(confirmedAt) },
						{ key: "raised", header: t("one.raised"), cell: ({ raisedAt }) => day(raisedAt) },
						{ key: "discussed", header: t("one.discussed"), cell: ({ discussedAt }) => day(discussedAt) },
					]}
				/>
			</Section>
			{!news.withdrawn && (
				<Form inline>
					<Button look="tertiary">{t("one.withdraw")}</Button>
				</Form>
			)}
		</>
	);
}
