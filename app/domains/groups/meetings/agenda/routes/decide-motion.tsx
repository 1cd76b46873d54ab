import { Button } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { GroupCrumbs, managedPath } from "../../../ui/group-crumbs";
import { typedText, typedTick } from "../../../ui/typed";
import { motionDecisionForm } from "../../forms";
import { meetingRefusalMessages } from "../../refusal-messages";
import { decideMotion } from "../commands/motions.server";
import { agendaMessages } from "../messages";
import { managedMotion } from "../queries/motions.server";
import type { Route } from "./+types/decide-motion";

const at = (params: { place: string; group: string; meeting: string; motion: string }) => ({
	...params,
	meeting: givenId(params.meeting),
	motion: givenId(params.motion),
});

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedMotion(world, at(params)),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const motion = await managedMotion(world, at(params));
	const form = await readForm(request, motionDecisionForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { act, isPublic, reason } = form.value;
	const outcome = await decideMotion(world, {
		meetingId: motion.meeting.id,
		motionId: motion.id,
		take: act === "take",
		isPublic: isPublic === "on",
		reason,
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(params.place, params.group)}/sitzungen/${motion.meeting.id}#tagesordnung`);
});

/** Puts what a member asked for on the agenda, or says why not. */
export default function DecideMotion({ loaderData: motion, actionData }: Route.ComponentProps) {
	const t = useText(agendaMessages);
	const { errors, at: problemAt } = useProblems(meetingRefusalMessages, actionData?.refusals);
	const typed = actionData?.typed;
	// a refused "no" says nothing about whether the item would be public
	const taken = typed?.act === "take" ? typed : undefined;
	return (
		<>
			<title>{`${motion.title} – ${motion.meeting.title}`}</title>
			<GroupCrumbs place={motion.place} group={motion.group} meeting={motion.meeting} last={t("decideTitle")} />
			<ErrorSummary errors={errors} form="ablehnen" />
			<PageTitle title={motion.title} above={`${t("decideTitle")} ${t("by", { name: motion.name })}`} />
			<p>{motion.text}</p>
			<Section id="aufnehmen" title={t("take")}>
				<Form id="aufnehmen-form" hidden={{ act: "take" }}>
					<Checkbox name="isPublic" label={t("isPublic")} checked={typedTick(taken, "isPublic", true)} optional />
					<Button>{t("take")}</Button>
				</Form>
			</Section>
			<Section id="nicht-aufnehmen" title={t("decline")}>
				<Form id="ablehnen" hidden={{ act: "decline" }}>
					<TextArea
						name="reason"
						label={t("reason")}
						hint={t("reasonHint")}
						rows={3}
						maxLength={2000}
						value={typedText(typed, "reason")}
						error={problemAt("reason")}
					/>
					<Button look="secondary">{t("decline")}</Button>
				</Form>
			</Section>
		</>
	);
}
