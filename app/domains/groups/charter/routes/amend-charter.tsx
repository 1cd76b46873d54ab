import { Button } from "~/design/button";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { stored } from "../../day.server";
import { formMessages } from "../../form-messages";
import { messages } from "../../messages";
import { richTextField } from "../../rich-text-field.server";
import { GroupCrumbs } from "../../ui/group-crumbs";
import { typedText } from "../../ui/typed";
import { amendCharter } from "../commands/amend-charter.server";
import { amendForm, benchesFrom, rulesFrom } from "../forms";
import { amendable } from "../queries/charter-pages.server";
import { CharterFields } from "../ui/charter-fields";
import type { Route } from "./+types/amend-charter";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	group: await amendable(world, params),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const group = await amendable(world, params);
	const form = await readForm(request, amendForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const mandate = richTextField(form.value, "mandate");
	if (!mandate.done) return again(form.typed, mandate.refusals);
	const rules = rulesFrom(form.value);
	if (!rules.done) return again(form.typed, rules.refusals);
	const { bodyKind, minutesBy, guestsBy, firstDay, reason } = form.value;
	const { objectionDays, invitationDays, motionDays } = form.value;
	const outcome = await amendCharter(world, {
		groupId: group.id,
		validFrom: stored(firstDay),
		reason,
		mandate: mandate.value,
		bodyKind,
		benches: benchesFrom(form.value),
		rules: rules.value,
		minutesBy,
		objectionDays,
		guestsBy,
		invitationDays,
		motionDays,
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/arbeitskreise/${params.group}/auftrag`);
});

/** Writes a new version of a group's charter. */
export default function AmendCharter({ loaderData: { group, kept }, actionData }: Route.ComponentProps) {
	const t = useText(formMessages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	return (
		<>
			<title>{`${t("amend.title")} – ${group.name}`}</title>
			<GroupCrumbs place={group.place} group={group} last={t("amend.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("amend.title")} above={group.name} lead={t("amend.lead")} />
			<Form draftKey={`charter:${group.id}`}>
				<CharterFields typed={typed} at={at} given={group.given} />
				<DateField
					name="firstDay"
					label={t("amend.firstDay")}
					value={typedText(typed, "firstDay", group.day)}
					error={at("firstDay")}
				/>
				<TextArea
					name="reason"
					label={t("amend.reason")}
					value={typedText(typed, "reason")}
					error={at("reason")}
					rows={3}
				/>
				<Button>{t("amend.save")}</Button>
			</Form>
		</>
	);
}
