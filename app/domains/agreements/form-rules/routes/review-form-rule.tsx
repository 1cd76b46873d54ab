import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { Checkbox, RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { parseDay } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import { refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { messages } from "../../messages";
import { reviewFormRule } from "../commands/review-form-rule.server";
import { forms } from "../form-rule";
import { reviewForm } from "../forms";
import { formRuleMessages } from "../messages";
import { reviewPage } from "../queries/form-rules-page.server";
import type { Route } from "./+types/review-form-rule";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) =>
	reviewPage(world, params.place, params.rule),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { ownerId, place } = await reviewPage(world, params.place, params.rule);
	const form = await readForm(request, reviewForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { validFrom, officialTitle, ...words } = form.value;
	const day = parseDay(validFrom);
	if (!day) return again(form.typed, refused("date-invalid", { field: "validFrom" }).refusals);
	const review = { ...words, officialTitle: officialTitle !== "", validFrom: day };
	const outcome = await reviewFormRule(world, { ownerId, key: params.rule, review });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${place.slug}/verwaltung/vereinbarungen/formregeln?saved`);
});

export default function ReviewFormRule({ loaderData: { place, rule, today }, actionData }: Route.ComponentProps) {
	const t = useText(formRuleMessages);
	const say = useText(messages);
	const { date } = useFormat();
	const problems = useProblems(formRuleMessages, actionData?.refusals);
	const typed = actionData?.typed;
	const here = `/o/${place.slug}/verwaltung/vereinbarungen`;
	const value = (name: string, known: string) => typed?.[name]?.toString() ?? known;
	return (
		<>
			<title>{`${t("reviewTitle")} – ${place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: t("manage"), href: here },
					{ label: t("title"), href: `${here}/formregeln` },
					{ label: rule.norm },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("reviewTitle")} above={rule.norm} lead={t("reviewLead")} />
			<Section title={t("found")} id="bisher">
				<p>
					{say(`forms.${rule.requiredForm}`)}
					{rule.officialTitle && `, ${t("officialTitle")}`}. {rule.statement}
				</p>
				<p>
					{t("sourceOf", { source: rule.source, day: date(rule.sourceDate) })}{" "}
					{rule.reviewedBy && rule.reviewedOn
						? t("reviewed", { by: rule.reviewedBy, day: date(rule.reviewedOn) })
						: t("unreviewed")}
				</p>
			</Section>
			<Form>
				<RadioGroup
					name="requiredForm"
					label={t("form")}
					value={value("requiredForm", rule.requiredForm)}
					error={problems.at("requiredForm")}
					choices={forms.map((form) => ({ value: form, label: say(`forms.${form}`) }))}
				/>
				<Checkbox
					name="officialTitle"
					optional
					label={t("officialTitle")}
					checked={typed ? typed.officialTitle === "on" : rule.officialTitle}
				/>
				<TextField name="norm" label={t("norm")} value={value("norm", rule.norm)} error={problems.at("norm")} />
				<TextArea
					name="statement"
					rows={4}
					label={t("statement")}
					value={value("statement", rule.statement)}
					error={problems.at("statement")}
				/>
				<TextField
					name="source"
					label={t("source")}
					value={value("source", rule.source)}
					error={problems.at("source")}
				/>
				<DateField
					name="validFrom"
					label={t("validFrom")}
					value={value("validFrom", today)}
					error={problems.at("validFrom")}
				/>
				<TextField
					name="reviewedBy"
					label={t("reviewedBy")}
					hint={t("reviewedByHint")}
					value={value("reviewedBy", "")}
					error={problems.at("reviewedBy")}
				/>
				<TextArea
					name="reason"
					rows={3}
					label={t("reason")}
					value={value("reason", "")}
					error={problems.at("reason")}
				/>
				<Button>{t("save")}</Button>
			</Form>
		</>
	);
}
