import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { AccessOver } from "../../../guests/ui/access-over";
import { typedText } from "../../../ui/typed";
import { meetingRefusalMessages } from "../../refusal-messages";
import { answerDatePoll } from "../commands/answer-poll.server";
import { answersForm } from "../forms";
import { pollMessages } from "../messages";
import { pollByToken } from "../queries/poll-pages.server";
import { answerPath } from "../token.server";
import { SlotChoices } from "../ui/slot-choices";
import type { Route } from "./+types/answer";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	poll: await pollByToken(world, params.token),
	saved: new URL(request.url).searchParams.has("danke"),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const poll = await pollByToken(world, params.token);
	if (!poll) throw new NotFound();
	const form = await readForm(request, answersForm(poll.slots.map(({ id }) => id)));
	if (!form.valid) return again(form.typed, form.refusals);
	const { value } = form;
	const answers = poll.slots.flatMap(({ id: slotId }) => {
		const answer = value[`slot-${slotId}`];
		return answer ? [{ slotId, answer }] : [];
	});
	const outcome = await answerDatePoll(world, { inviteeId: poll.inviteeId, answers, byLink: true });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${answerPath(poll.inviteeId)}?danke`);
});

/** Behind the link of a date poll: when somebody can come. Needs no account; the link answers for one person only. */
export default function AnswerPoll({ loaderData: { poll, saved }, actionData }: Route.ComponentProps) {
	return poll ? <Poll poll={poll} saved={saved} answered={actionData} /> : <AccessOver />;
}

type Asked = NonNullable<Route.ComponentProps["loaderData"]["poll"]>;

function Poll({
	poll,
	saved,
	answered: actionData,
}: {
	poll: Asked;
	saved: boolean;
	answered: Route.ComponentProps["actionData"];
}) {
	const t = useText(pollMessages);
	const format = useFormat();
	const { errors, at } = useProblems(meetingRefusalMessages, actionData?.refusals);
	return (
		<>
			<title>{t("answer.title")}</title>
			<meta name="robots" content="noindex" />
			{saved && !actionData && <Alert tone="success" title={t("answer.saved")} live />}
			<ErrorSummary errors={errors} />
			<PageTitle
				title={t("answer.title")}
				lead={t("answer.lead", { name: poll.name, group: poll.group, title: poll.title })}
			/>
			{poll.where && <p>{t("answer.where", { place: poll.where })}</p>}
			{poll.state === "open" ? (
				<Form>
					<p>{t("page.until", { date: format.date(poll.answerUntil) })}</p>
					<SlotChoices
						slots={poll.slots}
						typedOr={(field, otherwise) => typedText(actionData?.typed, field, otherwise)}
						at={at}
					/>
					<Button>{t("answer.save")}</Button>
				</Form>
			) : (
				<Alert
					title={
						poll.fixedAt
							? t("answer.fixed", { date: format.dateTime(poll.fixedAt) })
							: t(poll.state === "over" ? "answer.over" : "answer.givenUp")
					}
				/>
			)}
		</>
	);
}
