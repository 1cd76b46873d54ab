import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { GroupCrumbs, managedPath } from "../../../ui/group-crumbs";
import { typedText } from "../../../ui/typed";
import { meetingRefusalMessages } from "../../refusal-messages";
import { answerDatePoll } from "../commands/answer-poll.server";
import { answersForm } from "../forms";
import { pollMessages } from "../messages";
import { managedInvitee } from "../queries/poll-pages.server";
import { SlotChoices } from "../ui/slot-choices";
import type { Route } from "./+types/write-answer";

const found = (world: World, params: { place: string; group: string; poll: string; invitee: string }) =>
	managedInvitee(world, { ...params, poll: givenId(params.poll), invitee: givenId(params.invitee) });

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => found(world, params));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { poll, invitee } = await found(world, params);
	const form = await readForm(request, answersForm(poll.slots.map(({ id }) => id)));
	if (!form.valid) return again(form.typed, form.refusals);
	const { value } = form;
	const answers = poll.slots.flatMap(({ id: slotId }) => {
		const answer = value[`slot-${slotId}`];
		return answer ? [{ slotId, answer }] : [];
	});
	const outcome = await answerDatePoll(world, { inviteeId: invitee.id, answers, byLink: false });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(params.place, params.group)}/terminabfragen/${poll.id}`);
});

/** Writes down when somebody can come who said so by telephone or on paper. */
export default function WriteAnswer({ loaderData: { poll, invitee }, actionData }: Route.ComponentProps) {
	const t = useText(pollMessages);
	const { errors, at } = useProblems(meetingRefusalMessages, actionData?.refusals);
	return (
		<>
			<title>{`${t("write.title")} – ${poll.title}`}</title>
			<GroupCrumbs place={poll.place} group={poll.group} last={t("write.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("write.title")} above={poll.title} lead={t("write.lead", { name: invitee.name })} />
			<Form>
				<SlotChoices
					slots={poll.slots.map((slot) => ({ ...slot, answer: invitee.answers[slot.id] ?? "", others: null }))}
					typedOr={(field, otherwise) => typedText(actionData?.typed, field, otherwise)}
					at={at}
				/>
				<Button>{t("answer.save")}</Button>
			</Form>
		</>
	);
}
