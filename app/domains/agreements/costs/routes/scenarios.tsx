import { Button } from "~/design/button";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { LineChart } from "~/design/line-chart";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { Refusal } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { editingMessages } from "../../drafting/editing-messages";
import { editingPage } from "../../drafting/queries/editing-pages.server";
import { EditFrame } from "../../drafting/ui/edit-frame";
import { LineField, lineScope } from "../../drafting/ui/line-field";
import { messages } from "../../messages";
import { saveScenarios } from "../commands/save-scenarios.server";
import { costClasses } from "../cost-item";
import { scenarioForm } from "../forms";
import { costMessages } from "../messages";
import { percentField } from "../money-input";
import { scenarioFactors } from "../queries/scenarios.server";
import { type Factor, scenarios, scenarioYears } from "../scenarios";
import type { Route } from "./+types/scenarios";

const whole = 1_000_000n;
const largest = 10_000_000n;

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { draft, points: _, ...page } = await editingPage(world, params);
	const factors = await scenarioFactors(world, draft.id);
	const used = costClasses.filter((one) => draft.items.some(({ costClass }) => costClass === one));
	return {
		...page,
		saved: new URL(request.url).searchParams.has("saved"),
		lines: used.flatMap((costClass) =>
			scenarios.map((scenario) => {
				const found = factors.find((entry) => entry.scenario === scenario && entry.costClass === costClass);
				return { costClass, scenario, factor: percentField(found?.factor ?? whole) };
			}),
		),
		years: scenarioYears(draft.items, factors).map(({ year, low, agreed, high }) => ({
			year,
			low: low.toString(),
			agreed: agreed.toString(),
			high: high.toString(),
		})),
	};
});

/** "97,5" or "110": millionths; null when it is no factor between 0 and 1000 per cent. */
function readFactor(text: string): bigint | null {
	const [, digits, decimals = ""] = /^(\d{1,4})(?:,(\d{1,4}))?\s*%?$/.exec(text.trim()) ?? [];
	if (digits === undefined) return null;
	const factor = BigInt(digits) * 10_000n + BigInt(decimals.padEnd(4, "0"));
	return factor > largest ? null : factor;
}

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { here, code } = await editingPage(world, params);
	const form = await readForm(request, scenarioForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const refusals: Refusal[] = [];
	const factors = form.value.factor.flatMap((text, index): Factor[] => {
		const [scenario, costClass, factor] = [form.value.scenario[index], form.value.costClass[index], readFactor(text)];
		if (factor === null) refusals.push({ code: "factor-unreadable", field: `factor-${index}` });
		return scenario && costClass && factor !== null ? [{ scenario, costClass, factor }] : [];
	});
	if (refusals.length > 0) return again(form.typed, refusals);
	const named = new Map(factors.map((entry) => [`${entry.scenario} ${entry.costClass}`, entry]));
	const outcome = await saveScenarios(world, { code, factors: [...named.values()] });
	return outcome.done ? onward(`${here}/szenarien?saved`) : again(form.typed, outcome.refusals);
});

function toLine({ field, message }: { field?: string; message: string }) {
	const [, name, line] = /^(factor)-(\d+)$/.exec(field ?? "") ?? [];
	return line === undefined ? { field, message } : { field: name, form: lineScope(Number(line)), message };
}

export default function Scenarios({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(costMessages);
	const say = useText(messages);
	const edit = useText(editingMessages);
	const { money } = useFormat();
	const problems = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed.factor;
	const series = (["low", "agreed", "high"] as const).map((name) => ({
		name: t(`scenario.${name}`),
		values: page.years.map((year) => Number(BigInt(year[name])) / 100),
	}));
	return (
		<EditFrame
			page={page}
			title={t("scenario.title")}
			lead={t("scenario.lead")}
			errors={problems.errors.map(toLine)}
			saved={page.saved}
		>
			{page.years.length === 0 ? (
				<p>{t("scenario.none")}</p>
			) : (
				<>
					<LineChart
						title={t("scenario.chart")}
						description={t("scenario.chartText")}
						stepLabel={t("plan.year")}
						steps={page.years.map(({ year }) => String(year))}
						series={series}
						write={(value) => money(BigInt(Math.round(value * 100)))}
					/>
					{page.mayEdit && (
						<Section title={t("scenario.factors")} id="faktoren" intro={t("scenario.factorHint")}>
							<Form>
								{page.lines.map(({ costClass, scenario, factor }, index) => (
									<LineField key={`${costClass} ${scenario}`} line={index} hidden={{ costClass, scenario }}>
										<TextField
											name="factor"
											inputMode="decimal"
											width="short"
											label={t("scenario.factor", {
												costClass: say(`classes.${costClass}`),
												scenario: t(`scenario.${scenario}`),
											})}
											value={Array.isArray(typed) ? (typed[index] ?? "") : factor}
											error={problems.at(`factor-${index}`)}
										/>
									</LineField>
								))}
								<Button>{t("scenario.save")}</Button>
							</Form>
						</Section>
					)}
					<p>
						<a href={`${page.here}/szenarien.xlsx`} download>
							{t("scenario.xlsx")}
						</a>{" "}
						·{" "}
						<a href={`${page.here}/szenarien.csv`} download>
							{t("scenario.csv")}
						</a>{" "}
						· <a href={`${page.here}/kosten`}>{edit("edit.costs")}</a>
					</p>
				</>
			)}
		</EditFrame>
	);
}
