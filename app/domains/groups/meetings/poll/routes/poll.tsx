import { z } from "zod";
import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { GroupCrumbs, managedPath } from "../../../ui/group-crumbs";
import { meetingRefusalMessages } from "../../refusal-messages";
import { fixDate, giveUpDatePoll } from "../commands/close-poll.server";
import { pollMessages } from "../messages";
import { managedPoll } from "../queries/poll-pages.server";
import type { Route } from "./+types/poll";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedPoll(world, { ...params, poll: givenId(params.poll) }),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const poll = await managedPoll(world, { ...params, poll: givenId(params.poll) });
	const form = await readForm(request, z.object({ slot: z.union([z.literal("none"), z.uuid()], "choice-missing") }));
	if (!form.valid) return again(form.typed, form.refusals);
	const group = managedPath(params.place, params.group);
	if (form.value.slot === "none") {
		const outcome = await giveUpDatePoll(world, { pollId: poll.id });
		return outcome.done ? onward(`${group}/terminabfragen/${poll.id}`) : again(form.typed, outcome.refusals);
	}
	const outcome = await fixDate(world, { pollId: poll.id, slotId: form.value.slot });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${group}/sitzungen/${outcome.value.meetingId}`);
});

type Loaded = Route.ComponentProps["loaderData"];

/** A date poll for who runs the group: everybody's answers, and the buttons that fix a date. */
export default function Poll({ loaderData: poll, actionData }: Route.ComponentProps) {
	const t = useText(pollMessages);
	const format = useFormat();
	const { errors } = useProblems(meetingRefusalMessages, actionData?.refusals);
	const group = managedPath(poll.place.slug, poll.group.slug);
	const open = poll.state === "open" || poll.state === "over";
	return (
		<>
			<title>{`${t("page.title")}: ${poll.title}`}</title>
			<GroupCrumbs place={poll.place} group={poll.group} last={t("page.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle
				title={poll.title}
				above={t("page.title")}
				lead={t("page.until", { date: format.date(poll.answerUntil) })}
				state={<Badge tone={poll.state === "fixed" ? "success" : "info"}>{t(`page.states.${poll.state}`)}</Badge>}
			/>
			{poll.meetingId && (
				<Alert title={t("page.states.fixed")}>
					<LinkButton href={`${group}/sitzungen/${poll.meetingId}`}>{t("page.fixed")}</LinkButton>
				</Alert>
			)}
			<Answers poll={poll} here={`${group}/terminabfragen/${poll.id}`} open={open} />
			{open && (
				<Section id="festlegen" title={t("page.fixTitle")} intro={t("page.fixText")}>
					<Form inline>
						<ul className="gw-taps">
							{poll.slots.map((slot) => (
								<li key={slot.id} className="gw-tap">
									<p>
										<strong>{format.dateTime(slot.startsAt)}</strong>: {t("page.sum", sumOf(slot))}{" "}
										{slot.best && <Badge tone="success">{t("page.best")}</Badge>}
									</p>
									{slot.mayFix && (
										<Button name="slot" value={slot.id} look={slot.best ? "primary" : "secondary"}>
											{t("page.fix", { date: format.dateTime(slot.startsAt) })}
										</Button>
									)}
								</li>
							))}
						</ul>
					</Form>
					<p>{t("page.giveUpText")}</p>
					<Form inline hidden={{ slot: "none" }} id="ohne-termin">
						<ButtonRow>
							<Button look="secondary">{t("page.giveUp")}</Button>
						</ButtonRow>
					</Form>
				</Section>
			)}
		</>
	);
}

function sumOf({ yes, ifNeeded, no, silent }: Loaded["slots"][number]) {
	return { yes: String(yes), ifNeeded: String(ifNeeded), no: String(no), silent: String(silent) };
}

function Answers({ poll, here, open }: { poll: Loaded; here: string; open: boolean }) {
	const t = useText(pollMessages);
	const format = useFormat();
	return (
		<DataTable
			caption={t("page.caption")}
			rows={poll.invitees}
			rowKey={({ id }) => id}
			footer={Object.fromEntries([
				["person", t("page.sums")],
				...poll.slots.map((slot) => [slot.id, t("page.sum", sumOf(slot))]),
			])}
			columns={[
				{
					key: "person",
					header: t("page.person"),
					rowHeader: true,
					cell: ({ id, name, isGuest, answered, writtenDown }) => (
						<>
							{name}
							{isGuest && ` (${t("page.guest")})`}
							{!answered && `, ${t("page.silent")}`}
							{writtenDown && `, ${t("page.writtenDown")}`}
							{open && (
								<>
									<br />
									<a href={`${here}/antwort/${id}`} aria-label={t("page.writeLabel", { name })}>
										{t("page.write")}
									</a>
								</>
							)}
						</>
					),
				},
				...poll.slots.map((slot) => ({
					key: slot.id,
					header: format.dateTime(slot.startsAt),
					cell: ({ answers }: Loaded["invitees"][number]) => {
						const answer = answers[slot.id];
						return answer ? t(`answers.${answer}`) : "–";
					},
				})),
			]}
		/>
	);
}
