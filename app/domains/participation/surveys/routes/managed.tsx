import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { conduct, onward } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { addSurvey } from "../commands/edit-survey.server";
import { managedSurveys } from "../queries/survey-pages.server";
import { staffMessages } from "../staff-messages";
import type { Route } from "./+types/managed";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedSurveys(world, params),
);

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { process } = await managedSurveys(world, params);
	const outcome = await addSurvey(world, { processId: process.id });
	return onward(
		`/o/${params.place}/verwaltung/beteiligung/${params.process}/umfrage/${outcome.done ? outcome.value.position : ""}`,
	);
});

export default function Managed({ loaderData: { process, place, mayAdd, surveys } }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const manage = `/o/${place.slug}/verwaltung/beteiligung`;
	return (
		<>
			<title>{`${t("staff.list")} – ${process.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: t("staff.crumb"), href: manage },
					{ label: process.title, href: `${manage}/${process.slug}` },
					{ label: t("staff.list") },
				]}
			/>
			<PageTitle title={t("staff.list")} above={process.title} lead={t("staff.lead")} />
			<DataTable
				caption={t("staff.list")}
				captionHidden
				rows={surveys}
				rowKey={({ number }) => String(number)}
				empty={<EmptyState title={t("staff.none")} />}
				columns={[
					{
						key: "title",
						header: t("staff.title"),
						rowHeader: true,
						cell: ({ number, title }) => <a href={`${manage}/${process.slug}/umfrage/${number}`}>{title}</a>,
					},
					{ key: "answers", header: t("staff.answers"), numeric: true, cell: ({ answers }) => answers },
				]}
			/>
			{mayAdd && (
				<Form inline>
					<Button look={surveys.length > 0 ? "secondary" : "primary"}>{t("staff.add")}</Button>
				</Form>
			)}
		</>
	);
}
