import { Button } from "~/design/button";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { typedText } from "../../ui/typed";
import { endSeries } from "../commands/series.server";
import { endForm } from "../forms.server";
import { seriesToEnd } from "../queries/work-pages.server";
import { messages } from "../work-messages";
import type { Route } from "./+types/end";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) =>
	seriesToEnd(world, params.place, params.series),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { code, place } = await seriesToEnd(world, params.place, params.series);
	const form = await readForm(request, endForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await endSeries(world, { code, lastDay: form.value.lastDay });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${place.slug}/verwaltung/sprechtage`);
});

/** Ends a series of office days. */
export default function End({ loaderData: { place, title, post, today }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const list = `/o/${place.slug}/verwaltung/sprechtage`;
	return (
		<>
			<title>{`${t("end.title")} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: t("list.title"), href: list }, { label: t("end.title") }]} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("end.title")} above={`${title}, ${post}`} lead={t("end.lead")} />
			<Form>
				<DateField
					name="lastDay"
					label={t("end.lastDay")}
					value={typedText(actionData?.typed, "lastDay", today)}
					error={at("lastDay")}
				/>
				<Button look="danger">{t("end.submit")}</Button>
			</Form>
		</>
	);
}
