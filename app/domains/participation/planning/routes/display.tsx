import { Alert } from "~/design/alert";
import { Button, ButtonRow } from "~/design/button";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { SummaryList } from "~/design/summary-list";
import { TextArea } from "~/design/text-area";
import { isDay } from "~/platform/day";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { textOf } from "../../contributions/ui/words-fields";
import { setDisplay } from "../commands/display.server";
import { displayForm } from "../forms";
import { displayPage } from "../queries/pages.server";
import { staffMessages } from "../staff-messages";
import { StaffCrumbs, staffPath } from "../ui/crumbs";
import type { Route } from "./+types/display";

function firstDayIn(request: Request): string | null {
	const day = new URL(request.url).searchParams.get("beginn") ?? "";
	return isDay(day) ? day : null;
}

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) =>
	displayPage(world, { ...params, startsOn: firstDayIn(request) }),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const plan = await displayPage(world, { ...params, startsOn: null });
	const form = await readForm(request, displayForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await setDisplay(world, { processId: plan.process.id, ...form.value });
	return outcome.done ? onward(`${staffPath(plan)}?gespeichert`) : again(form.typed, outcome.refusals);
});

export default function Display({ loaderData: plan, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { dateLong } = useFormat();
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const { stored, before, period, startsOn } = plan;
	const typed: Typed = actionData?.typed ?? {
		startsOn: startsOn ?? "",
		endsOn: (stored?.startsOn === startsOn ? stored?.endsOn : null) ?? period?.proposed ?? "",
		shortenedBecause: stored?.shortenedBecause ?? "",
		changes: stored?.changes ?? "",
		secondAccess: stored?.secondAccess ?? before?.secondAccess ?? "",
		environmentalInfo: stored?.environmentalInfo ?? before?.environmentalInfo ?? "",
	};
	return (
		<>
			<title>{`${t("display.title")} – ${plan.process.title}`}</title>
			<StaffCrumbs head={plan} here={t("display.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle
				title={plan.round > 1 && !plan.isRunning ? t("display.renewed") : t("display.title")}
				above={plan.name}
			/>
			{plan.isRunning && (
				<Alert title={t("display.running")}>
					{before && <p>{t("managed.days", { from: dateLong(before.startsOn), to: dateLong(before.endsOn) })}</p>}
				</Alert>
			)}
			<Section id="rechner" title={t("display.calculator")}>
				<form method="get" className="gw-filter" aria-label={t("display.calculator")}>
					<DateField name="beginn" label={t("display.first")} value={startsOn ?? ""} />
					<ButtonRow>
						<Button look="secondary">{t("display.compute")}</Button>
					</ButtonRow>
				</form>
				{period && (
					<SummaryList
						rows={(
							[
								["month", period.monthEnds],
								["thirty", period.thirtyDaysEnd],
								["earliest", period.earliest],
								["proposed", period.proposed],
							] as const
						).map(([key, day]) => ({ term: t(`display.${key}`), value: dateLong(day) }))}
					/>
				)}
				<p>{plan.act ? t("display.act", { act: plan.act }) : t("display.noAct")}</p>
			</Section>
			{!plan.isRunning && (
				<Section id="tage" title={t("display.form")} intro={t("display.confirm")}>
					<Form id="veroeffentlichung">
						<DateField
							name="startsOn"
							label={t("display.startsOn")}
							value={textOf(typed.startsOn)}
							error={at("startsOn")}
						/>
						<DateField name="endsOn" label={t("display.endsOn")} value={textOf(typed.endsOn)} error={at("endsOn")} />
						{plan.round > 1 && (
							<>
								<TextArea
									name="changes"
									label={t("display.changes")}
									hint={t("display.changesHint")}
									value={textOf(typed.changes)}
									error={at("changes")}
									rows={3}
								/>
								<TextArea
									name="shortenedBecause"
									label={t("display.shortened")}
									value={textOf(typed.shortenedBecause)}
									error={at("shortenedBecause")}
									rows={2}
									optional
								/>
							</>
						)}
						<TextArea
							name="secondAccess"
							label={t("display.second")}
							hint={t("display.secondHint")}
							value={textOf(typed.secondAccess)}
							error={at("secondAccess")}
							rows={3}
						/>
						<TextArea
							name="environmentalInfo"
							label={t("display.environment")}
							hint={t("display.environmentHint")}
							value={textOf(typed.environmentalInfo)}
							error={at("environmentalInfo")}
							rows={3}
						/>
						<Button>{t("display.save")}</Button>
					</Form>
				</Section>
			)}
		</>
	);
}
