import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { SummaryList } from "~/design/summary-list";
import { LocalDateTime } from "~/design/time";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { AccessOver } from "../../../guests/ui/access-over";
import { messages } from "../../../messages";
import { typedText } from "../../../ui/typed";
import { meetingRefusalMessages } from "../../refusal-messages";
import { replyToInvitation } from "../commands/reply.server";
import { replyForm } from "../forms";
import { invitationMessages } from "../messages";
import { invitationByToken } from "../queries/invitation-pages.server";
import { replyPath } from "../token.server";
import type { Route } from "./+types/reply";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	invitation: await invitationByToken(world, params.token),
	saved: new URL(request.url).searchParams.has("danke"),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const invitation = await invitationByToken(world, params.token);
	if (!invitation) throw new NotFound();
	const { id } = invitation;
	const form = await readForm(request, replyForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await replyToInvitation(world, { invitationId: id, reply: form.value.reply, byLink: true });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${replyPath(id)}?danke`);
});

/** Behind the link of an invitation: whether somebody comes. Needs no account; the link answers for one person only. */
export default function Reply({ loaderData: { invitation, saved }, actionData }: Route.ComponentProps) {
	return invitation ? <Invitation invitation={invitation} saved={saved} answered={actionData} /> : <AccessOver />;
}

type Asked = NonNullable<Route.ComponentProps["loaderData"]["invitation"]>;

function Invitation({
	invitation,
	saved,
	answered: actionData,
}: {
	invitation: Asked;
	saved: boolean;
	answered: Route.ComponentProps["actionData"];
}) {
	const t = useText(invitationMessages);
	const words = useText(messages);
	const { errors, at } = useProblems(meetingRefusalMessages, actionData?.refusals);
	const offered = (["coming", ...(invitation.hasSubstitute ? ["substitute" as const] : []), "absent"] as const).map(
		(value) => ({ value, label: t(`replies.${value}`) }),
	);
	return (
		<>
			<title>{t("title")}</title>
			<meta name="robots" content="noindex" />
			{saved && !actionData && <Alert tone="success" title={t("saved")} live />}
			<ErrorSummary errors={errors} />
			<PageTitle
				title={t("title")}
				above={invitation.placeName}
				lead={t("lead", { name: invitation.name, title: invitation.title, group: invitation.group })}
			/>
			<SummaryList
				rows={[
					{ term: words("meeting.when"), value: <LocalDateTime value={invitation.startsAt} /> },
					...(invitation.where ? [{ term: words("meeting.where"), value: invitation.where }] : []),
					...(invitation.onlineUrl
						? [
								{
									term: words("meeting.onlineAt"),
									value: <a href={invitation.onlineUrl}>{invitation.onlineUrl}</a>,
								},
							]
						: []),
					...(invitation.cancelReason ? [{ term: words("meeting.reason"), value: invitation.cancelReason }] : []),
				]}
			/>
			{invitation.open ? (
				<Form>
					<RadioGroup
						name="reply"
						label={t("question")}
						hint={t("hint")}
						value={typedText(actionData?.typed, "reply", invitation.reply ?? "")}
						error={at("reply")}
						choices={offered}
					/>
					<Button>{t("save")}</Button>
				</Form>
			) : (
				<Alert title={t(invitation.state === "cancelled" ? "cancelled" : "closed")} />
			)}
			{(invitation.agenda.length > 0 || invitation.closedItems > 0) && (
				<Section id="tagesordnung" title={t("items")}>
					<ul>
						{invitation.agenda.map(({ position, title }) => (
							<li key={position}>
								{words("meeting.item", { number: String(position) })}: {title}
							</li>
						))}
					</ul>
					{invitation.closedItems > 0 && <p>{words("meeting.closedItems", { count: invitation.closedItems })}</p>}
				</Section>
			)}
			{!invitation.isGuest && (
				<p>
					<a href={invitation.page}>{t("more")}</a>
				</p>
			)}
		</>
	);
}
