import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Button } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { textOf } from "../../contributions/ui/words-fields";
import { addAuthorities, notifyAuthorities, removeAuthority } from "../commands/authorities.server";
import { authoritiesForm, notifyForm, removeAuthorityForm } from "../forms";
import { authoritiesPage } from "../queries/authorities.server";
import { staffMessages } from "../staff-messages";
import { StaffCrumbs, staffPath } from "../ui/crumbs";
import type { Route } from "./+types/authorities";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	authoritiesPage(world, params),
);

/** Adds to the list, takes one off it, or notifies everybody who was not. */
export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const plan = await authoritiesPage(world, params);
	const processId = plan.process.id;
	const page = `${staffPath(plan)}/behoerden`;
	const fields = await formFields(request);
	if (fields.get("act") === "notify") {
		const form = readFields(request, fields, notifyForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await notifyAuthorities(world, { processId, dueOn: form.value.dueOn });
		return outcome.done ? onward(page) : again(form.typed, outcome.refusals);
	}
	if (fields.get("act") === "remove") {
		const form = readFields(request, fields, removeAuthorityForm);
		if (!form.valid) return again(form.typed, form.refusals);
		await removeAuthority(world, { processId, id: form.value.id });
		return onward(page);
	}
	const form = readFields(request, fields, authoritiesForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await addAuthorities(world, { processId, list: form.value.list });
	return outcome.done ? onward(page) : again(form.typed, outcome.refusals);
});

type Plan = Route.ComponentProps["loaderData"];

export default function Authorities({ loaderData: plan, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const typed = actionData?.typed ?? {};
	return (
		<>
			<title>{`${t("authorities.title")} – ${plan.process.title}`}</title>
			<StaffCrumbs head={plan} here={t("authorities.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("authorities.title")} above={plan.name} lead={t("authorities.lead")} />
			<List authorities={plan.authorities} path={staffPath(plan)} />
			<Section id="benachrichtigen" title={t("authorities.notify")} intro={t("authorities.notifyText")}>
				{!plan.mayNotify && <Alert title={t("authorities.notAnnounced")} />}
				{plan.mayNotify && plan.open === 0 && <p>{t("authorities.allNotified")}</p>}
				{plan.mayNotify && plan.open > 0 && plan.period && (
					<Form id="benachrichtigung" hidden={{ act: "notify" }}>
						<DateField
							name="dueOn"
							label={t("authorities.due")}
							hint={t("authorities.dueHint")}
							value={textOf(typed.dueOn) || plan.period.proposed}
							error={at("dueOn")}
						/>
						<Button>{t("authorities.send", { count: plan.open })}</Button>
					</Form>
				)}
			</Section>
			<Section id="liste" title={t("authorities.add")}>
				<Form id="aufnehmen">
					<TextArea
						name="list"
						label={t("authorities.list")}
						hint={t("authorities.listHint")}
						value={textOf(typed.list)}
						error={at("list")}
						rows={6}
					/>
					<Button look="secondary">{t("authorities.take")}</Button>
				</Form>
			</Section>
		</>
	);
}

function List({ authorities, path }: { authorities: Plan["authorities"]; path: string }) {
	const t = useText(staffMessages);
	const { date } = useFormat();
	return (
		<DataTable
			caption={t("authorities.title")}
			captionHidden
			rows={authorities}
			rowKey={({ id }) => id}
			empty={<p>{t("authorities.none")}</p>}
			columns={[
				{
					key: "name",
					header: t("authorities.name"),
					rowHeader: true,
					cell: ({ name, email }) => (
						<>
							{name}
							<br />
							<span className="gw-muted gw-small">{email}</span>
						</>
					),
				},
				{
					key: "sent",
					header: t("authorities.sent"),
					cell: ({ sentOn, dueOn }) =>
						sentOn && dueOn
							? t("authorities.sentDue", { sent: date(sentOn), due: date(dueOn) })
							: t("authorities.notSent"),
				},
				{
					key: "said",
					header: t("authorities.said"),
					cell: ({ statements, isOverdue }) =>
						statements.length === 0
							? isOverdue
								? t("authorities.silent")
								: t("authorities.nothing")
							: statements.map(({ number, isLate }) => (
									<p key={number}>
										<a href={`${path}/stellungnahmen/${number}`}>{t("weigh.title", { number: String(number) })}</a>{" "}
										{isLate && <Badge tone="warning">{t("statements.late")}</Badge>}
									</p>
								)),
				},
				{
					key: "remove",
					header: t("authorities.act"),
					cell: ({ id, name, isListed }) =>
						isListed ? (
							<Form inline id={`entfernen-${id}`} hidden={{ act: "remove", id }}>
								<Button small look="tertiary" label={`${t("authorities.remove")}: ${name}`}>
									{t("authorities.remove")}
								</Button>
							</Form>
						) : (
							t("authorities.removed")
						),
				},
			]}
		/>
	);
}
