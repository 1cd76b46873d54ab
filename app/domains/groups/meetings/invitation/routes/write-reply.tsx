import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { GroupCrumbs, managedPath } from "../../../ui/group-crumbs";
import { typedText } from "../../../ui/typed";
import { meetingRefusalMessages } from "../../refusal-messages";
import { replyToInvitation } from "../commands/reply.server";
import { replyForm } from "../forms";
import { invitationMessages } from "../messages";
import { invitationList } from "../queries/invitation-pages.server";
import type { Route } from "./+types/write-reply";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { invitations, ...meeting } = await invitationList(world, { ...params, meeting: givenId(params.meeting) });
	const invitation = invitations.find(({ id }) => id === params.invitation);
	if (!invitation) throw new NotFound();
	return { meeting, invitation };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, replyForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await replyToInvitation(world, {
		invitationId: givenId(params.invitation),
		reply: form.value.reply,
		byLink: false,
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(params.place, params.group)}/sitzungen/${params.meeting}/rueckmeldungen`);
});

/** Writes down what somebody answered on paper or by telephone. */
export default function WriteReply({ loaderData: { meeting, invitation }, actionData }: Route.ComponentProps) {
	const t = useText(invitationMessages);
	const { errors, at } = useProblems(meetingRefusalMessages, actionData?.refusals);
	const offered = ["coming", "substitute", "absent"] as const;
	return (
		<>
			<title>{`${t("write.title")} – ${meeting.title}`}</title>
			<GroupCrumbs place={meeting.place} group={meeting.group} meeting={meeting} last={t("write.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("write.title")} above={meeting.title} />
			<Form>
				<RadioGroup
					name="reply"
					label={t("write.question", { name: invitation.name })}
					value={typedText(actionData?.typed, "reply", invitation.reply ?? "")}
					error={at("reply")}
					choices={offered
						.filter((value) => value !== "substitute" || invitation.hasSubstitute)
						.map((value) => ({ value, label: t(`list.said.${value}`) }))}
				/>
				<Button>{t("write.save")}</Button>
			</Form>
		</>
	);
}
