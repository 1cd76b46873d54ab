import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { textOf } from "../../contributions/ui/words-fields";
import { recordAnnouncement } from "../commands/display.server";
import { announcementForm } from "../forms";
import { mayFollow } from "../planning";
import { announcementPage } from "../queries/pages.server";
import { staffMessages } from "../staff-messages";
import { StaffCrumbs, staffPath } from "../ui/crumbs";
import type { Route } from "./+types/announcement";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	announcementPage(world, params),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const plan = await announcementPage(world, params);
	const form = await readForm(request, announcementForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await recordAnnouncement(world, { processId: plan.process.id, ...form.value });
	return outcome.done ? onward(`${staffPath(plan)}?gespeichert`) : again(form.typed, outcome.refusals);
});

type Plan = Route.ComponentProps["loaderData"];

export default function Announcement({ loaderData: plan, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { dateLong } = useFormat();
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const typed = actionData?.typed ?? {};
	const { display } = plan;
	return (
		<>
			<title>{`${t("announcement.title")} – ${plan.process.title}`}</title>
			<StaffCrumbs head={plan} here={t("announcement.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("announcement.title")} above={plan.name} />
			{!display && <Alert tone="warning" title={t("announcement.none")} />}
			{display && <Wording plan={plan} display={display} />}
			{display?.announcedOn && (
				<Alert
					tone="success"
					title={t("announcement.done", { date: dateLong(display.announcedOn), where: display.announcedIn ?? "" })}
				/>
			)}
			{display && !display.announcedOn && (
				<Section id="eintragen" title={t("announcement.record")} intro={t("announcement.recordHint")}>
					{!mayFollow(plan.stage, "displayed") && (
						<Alert tone="warning" level={3} title={t("announcement.needsResolution")} />
					)}
					<Form hidden={{ round: String(display.round) }}>
						<DateField name="on" label={t("announcement.on")} value={textOf(typed.on)} error={at("on")} />
						<TextField
							name="where"
							label={t("announcement.where")}
							hint={t("announcement.whereHint")}
							value={textOf(typed.where)}
							error={at("where")}
						/>
						<Button>{t("announcement.save")}</Button>
					</Form>
				</Section>
			)}
		</>
	);
}

/** The text of the announcement out of the facts, for copying. */
function Wording({ plan, display }: { plan: Plan; display: NonNullable<Plan["display"]> }) {
	const t = useText(staffMessages);
	const { dateLong } = useFormat();
	const office = { office: plan.office, address: plan.officeAddress };
	const { changes, secondAccess: second, environmentalInfo: environment } = display;
	const lines = [
		t("announcement.what", { municipality: plan.municipality, plan: plan.name }),
		...(plan.area ? [t("announcement.area", { area: plan.area })] : []),
		t("announcement.period", { from: dateLong(display.startsOn), to: dateLong(display.endsOn) }),
		t("announcement.address", { address: plan.address }),
		t("announcement.second", { second }),
		t("announcement.environment", { environment }),
		...(changes ? [t("announcement.changes", { changes })] : []),
		plan.way === "take"
			? t("announcement.take", { ...office, email: plan.officeEmail ?? "" })
			: t("announcement.link", { ...office, system: plan.systemAddress ?? "" }),
		t("announcement.late"),
	];
	return (
		<Section id="text" title={t("announcement.copy")} intro={t("announcement.legal")}>
			<h3>{t(display.round > 1 ? "announcement.headlineRenewed" : "announcement.headline")}</h3>
			{lines.map((line) => (
				<p key={line}>{line}</p>
			))}
		</Section>
	);
}
