import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { useProblems } from "~/design/problems";
import { houseAddress } from "~/platform/address.server";
import { parseDay } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import { refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { Conflicts } from "../../clauses/ui/conflicts";
import { editingMessages } from "../../drafting/editing-messages";
import { editingPage } from "../../drafting/queries/editing-pages.server";
import type { Point } from "../../drafting/readiness";
import { EditFrame } from "../../drafting/ui/edit-frame";
import { freezeForm } from "../../forms";
import { messages } from "../../messages";
import { freeze } from "../commands/freeze.server";
import type { Route } from "./+types/freeze";

const paths = {
	basics: "angaben",
	parties: "parteien",
	forms: "form",
	duties: "aufgaben",
	costs: "kosten",
	cover: "deckung",
} as const;

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { draft, ...page } = await editingPage(world, params);
	return {
		...page,
		changes: draft.changes,
		unreviewed: [...new Set(draft.parties.flatMap(({ toBeConfirmed, norms }) => (toBeConfirmed ? norms : [])))],
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { code } = await editingPage(world, params);
	const form = await readForm(request, freezeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { changes, order, deadline: typed } = form.value;
	const deadline = typed === "" ? null : parseDay(typed);
	if (typed !== "" && !deadline) return again(form.typed, refused("date-invalid", { field: "deadline" }).refusals);
	const round = { sequential: order === "sequential", deadline };
	const outcome = await freeze(world, { code, changes, origin: houseAddress(""), round });
	return outcome.done ? onward(`/vereinbarungen/${code}`) : again(form.typed, outcome.refusals);
});

export default function Freeze({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(editingMessages);
	const { money, date } = useFormat();
	const problems = useProblems(messages, actionData?.refusals);
	const wordsOf = ({ code, values = {} }: Point) => {
		const { subject, cents, day, ...others } = values;
		const known = Object.keys(
			editingMessages.de.freeze.subjects,
		) as (keyof typeof editingMessages.de.freeze.subjects)[];
		const named = known.find((name) => name === subject);
		return t(`freeze.points.${code}`, {
			party: "",
			item: "",
			heading: "",
			label: "",
			year: "",
			difference: "",
			count: "",
			...others,
			subject: named ? t(`freeze.subjects.${named}`) : "",
			amount: cents === undefined ? "" : money(BigInt(cents)),
			day: day === undefined ? "" : date(String(day)),
		});
	};
	const pathOf = ({ chapter, block }: Point) =>
		`${page.here}/${chapter === "block" ? `baustein/${block}` : paths[chapter]}`;
	return (
		<EditFrame page={page} title={t("freeze.title")} lead={t("freeze.lead")} errors={problems.errors}>
			{page.mayEdit && page.points.length > 0 && (
				<Section title={t("freeze.missing")} id="fehlt">
					<ul>
						{page.points.map((point, index) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: the list is rendered once on the server and never reordered
							<li key={index}>
								{wordsOf(point)} <a href={pathOf(point)}>{t("freeze.mend")}</a>
							</li>
						))}
					</ul>
				</Section>
			)}
			<Conflicts conflicts={page.conflicts} />
			{page.mayEdit && page.points.length === 0 && <Alert tone="success" title={t("freeze.ready")} />}
			{page.mayEdit && page.unreviewed.length > 0 && (
				<Alert tone="warning" title={t("freeze.unreviewed")}>
					<ul>
						{page.unreviewed.map((norm) => (
							<li key={norm}>{norm}</li>
						))}
					</ul>
				</Alert>
			)}
			{page.mayEdit && !page.mayFreeze && <p>{t("freeze.presentFirst")}</p>}
			{page.mayFreeze && page.points.length === 0 && (
				<Form hidden={{ changes: String(page.changes) }}>
					<RadioGroup
						name="order"
						label={t("freeze.order")}
						value={actionData?.typed.order?.toString() ?? "parallel"}
						error={problems.at("order")}
						choices={(["parallel", "sequential"] as const).map((value) => ({ value, label: t(`freeze.${value}`) }))}
					/>
					<DateField
						name="deadline"
						optional
						label={t("freeze.deadline")}
						hint={t("freeze.deadlineHint")}
						value={actionData?.typed.deadline?.toString()}
						error={problems.at("deadline")}
					/>
					<Button>{t("freeze.submit")}</Button>
				</Form>
			)}
		</EditFrame>
	);
}
