import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TaskList } from "~/design/task-list";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { textOf } from "../../contributions/ui/words-fields";
import { recordStep } from "../commands/set-up.server";
import { stepForm } from "../forms";
import { messages } from "../messages";
import { managedPlanning } from "../queries/pages.server";
import { staffMessages } from "../staff-messages";
import { Chain } from "../ui/chain";
import { publicPath, StaffCrumbs, staffPath } from "../ui/crumbs";
import type { Route } from "./+types/managed";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	plan: await managedPlanning(world, params),
	isSaved: new URL(request.url).searchParams.has("gespeichert"),
}));

/** Records the next stage of the procedure. */
export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const plan = await managedPlanning(world, params);
	const form = await readForm(request, stepForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await recordStep(world, { processId: plan.process.id, ...form.value });
	return outcome.done ? onward(`${staffPath(plan)}?gespeichert`) : again(form.typed, outcome.refusals);
});

export default function Managed({ loaderData: { plan, isSaved }, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const words = useText(messages);
	const { dateLong } = useFormat();
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const typed = actionData?.typed ?? {};
	const path = staffPath(plan);
	const display = plan.displays.at(-1);
	return (
		<>
			<title>{`${t("title")} – ${plan.process.title}`}</title>
			<StaffCrumbs head={plan} />
			<ErrorSummary errors={errors} />
			{isSaved && !actionData && <Alert tone="success" title={t("managed.saved")} live />}
			<PageTitle title={plan.name} above={t("title")}>
				<ButtonRow>
					<LinkButton look="secondary" href={publicPath(plan)}>
						{t("managed.public")}
					</LinkButton>
				</ButtonRow>
			</PageTitle>
			<p>{words("accompanies")}</p>
			{plan.missing.map((code) => (
				<Alert key={code} tone="warning" title={words(`missing.${code}`)} />
			))}
			<Section id="aufgaben" title={t("managed.tasks")}>
				<TaskList
					tasks={[
						{ title: t("managed.details"), href: `${path}/angaben` },
						{
							title: t("managed.display"),
							href: `${path}/auslegung`,
							state: display && (
								<span>{t("managed.days", { from: dateLong(display.startsOn), to: dateLong(display.endsOn) })}</span>
							),
						},
						{
							title: t("managed.documents"),
							href: `${path}/unterlagen`,
							state: <span>{t("managed.files", { count: plan.documents.length })}</span>,
						},
						{
							title: t("managed.announcement"),
							href: `${path}/bekanntmachung`,
							state: display && (
								<span>
									{display.announcedOn
										? t("managed.announced", { date: dateLong(display.announcedOn) })
										: t("managed.notAnnounced")}
								</span>
							),
						},
						{
							title: t("authorities.title"),
							href: `${path}/behoerden`,
							state: (
								<span>{t("authorities.count", { notified: String(plan.notified), total: plan.authorities })}</span>
							),
						},
						{
							title: t("managed.statements"),
							href: `${path}/stellungnahmen`,
							state: <span>{t("managed.count", { count: plan.statements })}</span>,
						},
						{ title: t("managed.table"), href: `${path}/abwaegung` },
					]}
				/>
			</Section>
			<Section id="stand" title={t("managed.chain")}>
				<Chain steps={plan.steps} />
			</Section>
			<Section id="schritt" title={t("managed.step")}>
				{plan.next.length > 0 ? (
					<Form>
						<Select
							name="stage"
							label={t("managed.stage")}
							value={textOf(typed.stage)}
							error={at("stage")}
							options={plan.next.map((stage) => ({ value: stage, label: words(`stages.${stage}`) }))}
						/>
						<DateField
							name="on"
							label={t("managed.on")}
							value={textOf(typed.on) || plan.today}
							max={plan.today}
							error={at("on")}
						/>
						<Button look="secondary">{t("managed.record")}</Button>
					</Form>
				) : (
					<p>{t(plan.stage === "in-force" ? "managed.over" : "managed.displayNext")}</p>
				)}
			</Section>
		</>
	);
}
