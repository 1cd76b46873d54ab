import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { CheckboxGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { endMeasure } from "../commands/end-measure.server";
import { exitReasons, fates } from "../exit";
import { endForm, lines, partsFrom } from "../forms";
import { messages } from "../messages";
import { managedMeasure } from "../queries/find-measure.server";
import { stagePage } from "../queries/managed-measures.server";
import { staffMessages } from "../staff-messages";
import { textIn } from "../ui/measure-fields";
import { PostChoice } from "../ui/post-choice";
import type { Route } from "./+types/end";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await stagePage(world, params)),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await managedMeasure(world, params);
	const form = await readForm(request, endForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { gap, parts } = partsFrom(form.value);
	if (gap) return again(form.typed, [{ code: "part-incomplete", field: gap }]);
	const { from, on, reasons, explanation, postId } = form.value;
	const outcome = await endMeasure(world, { id, from, on, reasons, explanation, postId, parts });
	return outcome.done ? onward(`/massnahmen/${outcome.value.code}`) : again(form.typed, outcome.refusals);
});

export default function EndPage({ loaderData: measure, actionData, params }: Route.ComponentProps) {
	const t = useText(messages);
	const say = useText(staffMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const typed: Typed = actionData?.typed ?? measure.kept ?? {};
	const field = (name: string) => ({ name, value: textIn(typed, name), error: problems.at(name) });
	const chosen = typed.reasons ?? [];
	return (
		<>
			<title>{`${say("end.title")} – ${measure.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: say("list.title"), href: `/o/${params.place}/verwaltung/massnahmen` },
					{ label: measure.title, href: `/o/${params.place}/verwaltung/massnahmen/${measure.code}` },
					{ label: say("end.title") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={say("end.title")} above={measure.title} lead={say("end.lead")} />
			<Form hidden={{ from: measure.stage }} draftKey={`measure-end:${measure.code}`}>
				<CheckboxGroup
					name="reasons"
					label={say("end.reasons")}
					values={Array.isArray(chosen) ? chosen : [chosen]}
					error={problems.at("reasons")}
					choices={exitReasons.map((value) => ({ value, label: t(`exitReasons.${value}`) }))}
				/>
				<TextArea {...field("explanation")} label={say("end.explanation")} />
				<Section title={say("end.parts")} id="teile" intro={say("end.partsIntro")}>
					{lines.map((line) => (
						<div key={line} className="gw-flow">
							<TextField {...field(`part${line}`)} label={say("end.part", { number: line })} optional={line !== "1"} />
							<Select
								{...field(`fate${line}`)}
								label={say("end.fate", { number: line })}
								options={fates.map((value) => ({ value, label: t(`fates.${value}`) }))}
								optional={line !== "1"}
							/>
							<TextField
								{...field(`recipient${line}`)}
								label={say("end.recipient", { number: line })}
								hint={say("end.recipientHint")}
								optional
							/>
						</div>
					))}
				</Section>
				<DateField
					{...field("on")}
					value={textIn(typed, "on") || measure.today}
					label={say("stage.on")}
					max={measure.today}
				/>
				<PostChoice
					{...field("postId")}
					value={textIn(typed, "postId") || (measure.responsiblePostId ?? "")}
					label={say("stage.post")}
					posts={measure.posts}
				/>
				<Alert tone="warning" title={say("end.lost")} />
				<Button>{say("end.send")}</Button>
			</Form>
		</>
	);
}
