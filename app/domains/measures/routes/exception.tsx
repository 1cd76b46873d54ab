import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { grantException } from "../commands/grant-exception.server";
import { exceptionForm } from "../forms";
import { messages } from "../messages";
import { exceptionPage } from "../queries/managed-measures.server";
import { staffMessages } from "../staff-messages";
import { textIn } from "../ui/measure-fields";
import type { Route } from "./+types/exception";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { id: _id, ...measure } = await exceptionPage(world, params);
	return { ...measure, kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await exceptionPage(world, params);
	const form = await readForm(request, exceptionForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await grantException(world, { id, ...form.value });
	return outcome.done ? onward(`/massnahmen/${outcome.value.code}`) : again(form.typed, outcome.refusals);
});

export default function ExceptionPage({ loaderData, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const { code, title, name, kept } = loaderData;
	const typed: Typed = actionData?.typed ?? kept ?? {};
	return (
		<>
			<title>{`${t("exception.title")} – ${title}`}</title>
			<Breadcrumb entries={[{ label: title, href: `/massnahmen/${code}` }, { label: t("exception.title") }]} />
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("exception.title")} above={title} lead={t("exception.lead")} />
			<p>{t("exception.asWho", { name })}</p>
			<Form>
				<TextArea
					name="reason"
					label={t("exception.reason")}
					value={textIn(typed, "reason")}
					error={problems.at("reason")}
				/>
				<DateField
					name="lastDay"
					label={t("exception.lastDay")}
					hint={t("exception.lastDayHint")}
					value={textIn(typed, "lastDay")}
					error={problems.at("lastDay")}
				/>
				<Button>{t("exception.send")}</Button>
			</Form>
		</>
	);
}
