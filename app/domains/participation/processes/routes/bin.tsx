import { Button } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { restoreProcess } from "../commands/bin-process.server";
import { chosenForm } from "../forms";
import { binnedProcess, binPage } from "../queries/bin.server";
import { setupMessages } from "../setup-messages";
import { PlaceCrumbs } from "../ui/work-crumbs";
import type { Route } from "./+types/bin";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => binPage(world, params));

/** Takes a draft out of the bin. */
export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, chosenForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const id = await binnedProcess(world, { place: params.place, id: form.value.id });
	const outcome = await restoreProcess(world, { id });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/verwaltung/beteiligung/${outcome.value.slug}`);
});

export default function Bin({ loaderData: { place, processes }, actionData }: Route.ComponentProps) {
	const t = useText(setupMessages);
	const { dateLong } = useFormat();
	const { errors } = useProblems(setupMessages, actionData?.refusals);
	return (
		<>
			<title>{`${t("bin.title")} – ${place.name}`}</title>
			<PlaceCrumbs place={place} here={t("bin.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("bin.title")} lead={t("bin.lead")} />
			<DataTable
				caption={t("bin.title")}
				captionHidden
				rows={processes}
				rowKey={({ id }) => id}
				empty={<EmptyState title={t("bin.empty")} />}
				columns={[
					{ key: "title", header: t("bin.name"), rowHeader: true, cell: ({ title }) => title },
					{ key: "since", header: t("bin.since"), cell: ({ binnedAt }) => dateLong(binnedAt) },
					{ key: "until", header: t("bin.until"), cell: ({ until }) => dateLong(until) },
					{
						key: "acts",
						header: t("bin.restore"),
						cell: ({ id, title }) => (
							<Form inline hidden={{ id }}>
								<Button look="secondary">
									{t("bin.restore")}
									<span className="kern-sr-only">: {title}</span>
								</Button>
							</Form>
						),
					},
				]}
			/>
		</>
	);
}
