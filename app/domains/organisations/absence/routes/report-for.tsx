import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { stored, untilAfter } from "../../days.server";
import { typedText } from "../../ui/typed";
import { WorkCrumbs } from "../../ui/work-crumbs";
import { reportAbsence } from "../commands/absences.server";
import { reportForForm } from "../forms";
import { messages } from "../messages";
import { reportForPage } from "../queries/absence-pages.server";
import { AbsenceFields } from "../ui/absence-fields";
import type { Route } from "./+types/report-for";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) =>
	reportForPage(world, params.place),
);

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	await reportForPage(world, params.place);
	const form = await readForm(request, reportForForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { person, firstDay, lastDay, coverPost, reason } = form.value;
	const outcome = await reportAbsence(world, {
		...person,
		validFrom: stored(firstDay),
		validUntil: untilAfter(lastDay),
		coverPostId: coverPost,
		reason,
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/abwesenheit/${outcome.value.absenceId}?gemeldet`);
});

/** The lead reports a colleague, after a call in the morning. */
export default function ReportFor({ loaderData: { place, day, people, choices }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const typed = actionData?.typed;
	const problems = useProblems(messages, actionData?.refusals);
	return (
		<>
			<title>{`${t("list.report")} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: t("list.link"), href: `/o/${place.slug}/verwaltung/abwesenheiten` },
					{ label: t("list.report") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("list.report")} lead={t("list.reportLead")} />
			<Form>
				<Select
					name="person"
					label={t("fields.person")}
					options={people}
					value={typedText(typed, "person")}
					error={problems.at("person")}
				/>
				<AbsenceFields
					typed={typed}
					day={day}
					choices={choices}
					usual={t("fields.coverUsual")}
					reasonHint={t("fields.reasonOf")}
					at={problems.at}
				/>
				<Button>{t("submit")}</Button>
			</Form>
		</>
	);
}
