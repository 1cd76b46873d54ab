import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { formMessages } from "../../form-messages";
import { runGroup } from "../../queries/managed-groups.server";
import { GroupCrumbs, managedPath } from "../../ui/group-crumbs";
import { typedText } from "../../ui/typed";
import { setInvitationDays } from "../commands/set-invitation-days.server";
import { invitationDaysForm } from "../forms";
import { meetingRefusalMessages } from "../refusal-messages";
import type { Route } from "./+types/invitation-days";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { place, name, slug, invitationDays } = await runGroup(world, params);
	return { place, name, slug, invitationDays };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await runGroup(world, params);
	const form = await readForm(request, invitationDaysForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await setInvitationDays(world, { groupId: id, days: form.value.days });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(params.place, params.group)}/sitzungen/neu`);
});

/** How many days before a meeting its invitation goes out, by the rules of procedure. */
export default function InvitationDays({ loaderData: group, actionData }: Route.ComponentProps) {
	const t = useText(formMessages);
	const { errors, at } = useProblems(meetingRefusalMessages, actionData?.refusals);
	return (
		<>
			<title>{`${t("plan.deadlineTitle")} – ${group.name}`}</title>
			<GroupCrumbs place={group.place} group={group} last={t("plan.deadlineTitle")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("plan.deadlineTitle")} above={group.name} />
			<Form>
				<TextField
					name="days"
					label={t("plan.deadlineDays")}
					hint={t("plan.deadlineHint")}
					inputMode="numeric"
					width="short"
					value={typedText(actionData?.typed, "days", String(group.invitationDays))}
					error={at("days")}
				/>
				<Button>{t("plan.deadlineSave")}</Button>
			</Form>
		</>
	);
}
