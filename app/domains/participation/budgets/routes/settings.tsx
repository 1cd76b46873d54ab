import { Button } from "~/design/button";
import { Checkbox, RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { ManagedBoxCrumbs } from "../../ballots/ui/box-crumbs";
import { ElectorateFields } from "../../ballots/ui/box-fields";
import { textOf } from "../../ballots/ui/typed";
import { centsFrom } from "../../processes/index";
import { managedPath } from "../addresses";
import { ballotKinds, methods, partsFrom, stops } from "../budget";
import { changeBudget } from "../commands/set-up.server";
import { settingsForm } from "../forms";
import { messages } from "../messages";
import { budgetForChange } from "../queries/managed.server";
import { staffMessages } from "../staff-messages";
import { eurosOf } from "../ui/typed";
import type { Route } from "./+types/settings";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	budgetForChange(world, params),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await budgetForChange(world, params);
	const form = await readForm(request, settingsForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { amount, method, stop, leastVotes, withinAmount, parts: partsText, leftover, ...input } = form.value;
	const read = partsFrom(partsText, centsFrom);
	if ("line" in read) {
		return again(form.typed, [{ code: "parts-unreadable", field: "parts", values: { line: read.line } }]);
	}
	const parts = read.parts.length > 0 ? { amounts: read.parts, leftover } : null;
	const outcome = await changeBudget(world, {
		...input,
		id,
		amountCents: amount ?? 0n,
		withinAmount: withinAmount === "on",
		rule: { method, stop, leastVotes, parts },
	});
	return outcome.done ? onward(managedPath(params)) : again(form.typed, outcome.refusals);
});

export default function Settings({ loaderData: budget, actionData, params }: Route.ComponentProps) {
	const t = useText(messages);
	const staff = useText(staffMessages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const typed = actionData?.typed ?? {
		title: budget.title,
		amount: eurosOf(budget.amountCents),
		ballot: budget.ballot,
		pointsPerVoter: String(budget.pointsPerVoter ?? ""),
		mostProjects: String(budget.mostProjects ?? ""),
		...(budget.withinAmount && { withinAmount: "on" }),
		electorate: budget.electorate,
		paperDays: String(budget.paperDays),
		parts: (budget.choice.parts?.amounts ?? [])
			.map(({ part, amount }) => `${part}: ${eurosOf(BigInt(amount))}`)
			.join("\n"),
		leftover: budget.choice.parts?.leftover ?? "for-all",
		method: budget.choice.method,
		stop: budget.choice.stop,
		leastVotes: String(budget.choice.leastVotes),
	};
	const text = (name: string) => textOf((typed as Record<string, string | string[] | undefined>)[name]);
	return (
		<>
			<title>{`${staff("settingsForm.title")} – ${budget.process.title}`}</title>
			<ManagedBoxCrumbs box={budget} list={staff("managed.list")} here={staff("managed.settings")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={staff("settingsForm.title")} above={budget.process.title} />
			<Form draftKey={`budget:${budget.id}`}>
				<TextField name="title" label={staff("settingsForm.name")} value={text("title")} error={at("title")} />
				<TextField
					name="amount"
					label={staff("settingsForm.amount")}
					value={text("amount")}
					error={at("amount")}
					inputMode="decimal"
					width="medium"
					suffix={staff("settingsForm.euro")}
				/>
				<ElectorateFields text={text} at={at} label={staff("settingsForm.electorate")} />
				<RadioGroup
					name="ballot"
					label={staff("settingsForm.ballot")}
					value={text("ballot")}
					error={at("ballot")}
					choices={ballotKinds.map((value) => ({ value, label: t(`ballots.${value}`) }))}
				/>
				<TextField
					name="pointsPerVoter"
					label={staff("settingsForm.pointsPerVoter")}
					hint={staff("settingsForm.pointsHint")}
					value={text("pointsPerVoter")}
					error={at("pointsPerVoter")}
					inputMode="numeric"
					width="short"
					optional
				/>
				<TextField
					name="mostProjects"
					label={staff("settingsForm.mostProjects")}
					hint={staff("settingsForm.mostHint")}
					value={text("mostProjects")}
					error={at("mostProjects")}
					inputMode="numeric"
					width="short"
					optional
				/>
				<Checkbox
					name="withinAmount"
					label={staff("settingsForm.within")}
					checked={text("withinAmount") === "on"}
					error={at("withinAmount")}
					optional
				/>
				<RadioGroup
					name="method"
					label={staff("settingsForm.method")}
					value={text("method")}
					error={at("method")}
					choices={methods.map((value) => ({ value, label: t(`methods.${value}`), hint: t(`rules.${value}`) }))}
				/>
				<RadioGroup
					name="stop"
					label={staff("settingsForm.stop")}
					value={text("stop")}
					error={at("stop")}
					choices={stops.map((value) => ({ value, label: t(`rules.stops.${value}`) }))}
					optional
				/>
				<TextField
					name="leastVotes"
					label={staff("settingsForm.least")}
					value={text("leastVotes")}
					error={at("leastVotes")}
					inputMode="numeric"
					width="short"
				/>
				<TextArea
					name="parts"
					label={staff("settingsForm.parts")}
					hint={staff("settingsForm.partsHint")}
					value={text("parts")}
					error={at("parts")}
					rows={4}
					optional
				/>
				<RadioGroup
					name="leftover"
					label={staff("settingsForm.leftover")}
					value={text("leftover")}
					error={at("leftover")}
					choices={(["for-all", "unspent"] as const).map((value) => ({ value, label: t(`rules.leftover.${value}`) }))}
					optional
				/>
				<Button>{staff("settingsForm.save")}</Button>
			</Form>
			<p>
				<a href={managedPath(params)}>{staff("settingsForm.cancel")}</a>
			</p>
		</>
	);
}
