import { Button } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { formMessages } from "../../form-messages";
import { managedMeeting } from "../../queries/managed-groups.server";
import { GroupCrumbs, managedPath } from "../../ui/group-crumbs";
import { typedText, typedTick } from "../../ui/typed";
import { addAgendaItem } from "../commands/meetings.server";
import { agendaForm } from "../forms";
import { meetingRefusalMessages } from "../refusal-messages";
import type { Route } from "./+types/add-agenda-item";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { id, title, place, group, taken, format } = await managedMeeting(world, {
		...params,
		meeting: givenId(params.meeting),
	});
	return { id, title, place, group, taken, format };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const meeting = await managedMeeting(world, { ...params, meeting: givenId(params.meeting) });
	const form = await readForm(request, agendaForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { title, takenUpId, isPublic, minutes, proposal } = form.value;
	const outcome = await addAgendaItem(world, {
		meetingId: meeting.id,
		title,
		takenUpId: takenUpId || null,
		isPublic: isPublic === "on",
		plannedMinutes: Number(minutes) || null,
		proposal: meeting.format === "circular" ? proposal || null : null,
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(params.place, params.group)}/sitzungen/${meeting.id}#tagesordnung`);
});

/** Puts something on the agenda of a meeting. */
export default function AddAgendaItem({ loaderData: meeting, actionData }: Route.ComponentProps) {
	const t = useText(formMessages);
	const { errors, at } = useProblems(meetingRefusalMessages, actionData?.refusals);
	const typed = actionData?.typed;
	return (
		<>
			<title>{`${t("item.title")} – ${meeting.title}`}</title>
			<GroupCrumbs place={meeting.place} group={meeting.group} meeting={meeting} last={t("item.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("item.title")} above={meeting.title} />
			<Form>
				<TextField
					name="title"
					label={t("item.name")}
					maxLength={120}
					value={typedText(typed, "title")}
					error={at("title")}
				/>
				{meeting.format === "circular" ? (
					<TextArea
						name="proposal"
						label={t("item.proposal")}
						hint={t("item.proposalHint")}
						maxLength={5000}
						value={typedText(typed, "proposal")}
						error={at("proposal")}
					/>
				) : (
					<TextField
						name="minutes"
						label={t("item.minutes")}
						inputMode="numeric"
						width="short"
						value={typedText(typed, "minutes")}
						error={at("minutes")}
						optional
					/>
				)}
				<Select
					name="takenUpId"
					label={t("item.taken")}
					empty={t("item.none")}
					value={typedText(typed, "takenUpId")}
					error={at("takenUpId")}
					options={meeting.taken.map(({ id, kindLabel, title }) => ({ value: id, label: `${kindLabel}: ${title}` }))}
					optional
				/>
				<Checkbox name="isPublic" label={t("item.isPublic")} checked={typedTick(typed, "isPublic", true)} optional />
				<Button>{t("item.save")}</Button>
			</Form>
		</>
	);
}
