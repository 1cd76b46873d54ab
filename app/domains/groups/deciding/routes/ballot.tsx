import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { RichTextView } from "~/design/rich-text-view";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useLocale, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../../messages";
import { ballotMessages } from "../ballot-messages";
import { castSecretVote, castVote } from "../commands/cast-vote.server";
import { choiceFrom, namedBallotForm, secretBallotForm } from "../forms";
import { type BallotPage, ballotPage } from "../queries/ballot-page.server";
import { resultMessages } from "../result-messages";
import { slipMessages } from "../slip-messages";
import { BallotFields, emptyBallot, fieldOfChoice, filledAgain, filledFrom } from "../ui/ballot-fields";
import { ChoiceWords } from "../ui/choice-words";
import { decisionRuleWords } from "../ui/decision-rule-words";
import { OptionList } from "../ui/option-list";
import { SecretWords } from "../ui/secret-words";
import type { Route } from "./+types/ballot";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	ballotPage(world, params),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const page = await ballotPage(world, params);
	const numbers = page.options.map(({ number }) => number);
	const here = new URL(request.url).pathname;
	if (page.mode === "secret") {
		const form = await readForm(request, secretBallotForm(numbers));
		if (!form.valid) return again(form.typed, form.refusals);
		// what stands on a secret ballot is kept nowhere; this answer alone shows it again
		const typed = { ...form.typed, ...textsOf(form.value) };
		if (!form.value.sure) return again(typed, [{ code: "not-sure", field: "sure" }]);
		const choice = choiceFrom(form.value, numbers, "secret-");
		const outcome = await castSecretVote(world, { id: page.id, membershipId: form.value.seat, choice });
		return outcome.done ? onward(here) : again(typed, atFirstField(outcome.refusals, page));
	}
	const form = await readForm(request, namedBallotForm(numbers));
	if (!form.valid) return again(form.typed, form.refusals);
	const { seat, reason } = form.value;
	const outcome = await castVote(world, {
		id: page.id,
		membershipId: seat,
		choice: choiceFrom(form.value, numbers),
		reason,
	});
	return outcome.done ? onward(here) : again(form.typed, atFirstField(outcome.refusals, page));
});

function textsOf(value: Readonly<Record<string, unknown>>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
	);
}

function atFirstField<Refused extends { field?: string }>(refusals: readonly Refused[], { options, mode }: BallotPage) {
	const field = fieldOfChoice(options, mode === "secret" ? "secret-" : "");
	return refusals.map((one) => (one.field === "choice" ? { ...one, field } : one));
}

type Seat = BallotPage["seats"][number];

/** The ballot of a vote by name or in secret, for the members of a group. */
export default function Ballot({ loaderData: vote, actionData }: Route.ComponentProps) {
	const t = useText(ballotMessages);
	const results = useText(resultMessages);
	const slips = useText(slipMessages);
	const locale = useLocale();
	const format = useFormat();
	const { errors } = useProblems(messages, actionData?.refusals);
	const groupHref = `/o/${vote.place.slug}/arbeitskreise/${vote.group.slug}`;
	const refusedSeat = actionData ? String(actionData.typed.seat ?? "") : null;
	const { voted, entitled, shownFrom } = vote.turnout;
	return (
		<>
			<title>{`${vote.title} – ${vote.group.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: vote.place.name, href: `/o/${vote.place.slug}` },
					{ label: vote.group.name, href: groupHref },
					{ label: t("ballot.title") },
				]}
			/>
			<ErrorSummary errors={errors} form={refusedSeat === null ? undefined : formId(refusedSeat)} />
			<PageTitle
				title={vote.title}
				above={`${t("ballot.title")} · ${vote.group.name}`}
				state={<Badge>{results(`modes.${vote.mode}`)}</Badge>}
				lead={
					!vote.isOpen
						? t("ballot.over")
						: vote.closesAt
							? t("ballot.openUntil", { until: format.dateTime(vote.closesAt) })
							: t("ballot.openEnd")
				}
			/>
			<Section id="wortlaut" title={t(vote.isOpen ? "ballot.about" : "ballot.wasAbout")}>
				<RichTextView html={vote.wording} />
				<OptionList options={vote.options} />
			</Section>
			<Section
				id="regel"
				title={t("ballot.rule", { method: results(`methods.${vote.rule.method}`) })}
				intro={vote.ruleName ? t("ballot.ruleName", { name: vote.ruleName }) : undefined}
			>
				<ul>
					{decisionRuleWords(locale, vote.rule, vote.options).map((sentence) => (
						<li key={sentence}>{sentence}</li>
					))}
				</ul>
				<p>
					{voted === null
						? t("ballot.votersHidden", { from: String(shownFrom) })
						: t("ballot.voters", { voted: String(voted), entitled: String(entitled) })}
				</p>
			</Section>
			{vote.seats.length === 0 && <p>{t("ballot.notYours")}</p>}
			{vote.seats.map((seat) => (
				<OwnSeat
					key={seat.membershipId}
					vote={vote}
					seat={seat}
					refused={refusedSeat === seat.membershipId ? actionData : undefined}
				/>
			))}
			{vote.slips && vote.isOpen && (
				<p>
					<a href={`${groupHref}/abstimmungen/${vote.code}/zettel`}>{slips("slips.link")}</a>
				</p>
			)}
			{!vote.isOpen && (
				<p>
					<a href={`/empfehlung/${vote.code}`}>{t("ballot.result")}</a>
				</p>
			)}
			{vote.may.state && (
				<p>
					<a href={`${groupHref}/abstimmungen/${vote.code}/daneben`}>{t("statement.title")}</a>
				</p>
			)}
		</>
	);
}

function formId(seat: string): string {
	return `stimme-${seat.slice(-8)}`;
}

function OwnSeat({
	vote,
	seat,
	refused,
}: {
	vote: BallotPage;
	seat: Seat;
	refused: Route.ComponentProps["actionData"];
}) {
	const t = useText(ballotMessages);
	const { at } = useProblems(messages, refused?.refusals);
	const isSecret = vote.mode === "secret";
	const prefix = isSecret ? "secret-" : "";
	const first = fieldOfChoice(vote.options, prefix);
	const title = seat.forName === null ? t("ballot.choice") : t("ballot.forName", { name: seat.forName });
	return (
		<Section id={`sitz-${seat.membershipId.slice(-8)}`} title={title}>
			{isSecret && seat.hasVoted && (
				<Alert tone="success" title={t("ballot.doneSecret")} level={3}>
					<p>{t("ballot.doneSecretText")}</p>
				</Alert>
			)}
			{seat.onPaper && !seat.hasVoted && vote.isOpen && (
				<Alert title={t("ballot.onPaper")} level={3}>
					<p>{t("ballot.onPaperText")}</p>
				</Alert>
			)}
			{seat.vote && <Stored seat={seat} vote={vote} />}
			{!vote.isOpen && !seat.hasVoted && <p>{t("ballot.noVote")}</p>}
			{vote.isOpen && !seat.onPaper && !(isSecret && seat.hasVoted) && (
				<>
					{isSecret ? (
						<SecretWords bench={vote.withBench ? seat.bench : null} slips={vote.slips} />
					) : (
						<Alert title={t("ballot.named")} level={3}>
							<p>{t("ballot.namedText")}</p>
						</Alert>
					)}
					<Form id={formId(seat.membershipId)} hidden={{ seat: seat.membershipId }}>
						<BallotFields
							rule={vote.rule}
							options={vote.options}
							prefix={prefix}
							filled={
								refused
									? filledAgain(refused.typed, vote.options, prefix)
									: seat.vote
										? filledFrom(seat.vote.choice, seat.vote.reason)
										: emptyBallot
							}
							at={(field) => at(field === "choice" ? first : field)}
						/>
						{isSecret && <Checkbox name="sure" label={t("ballot.sure")} error={at("sure")} />}
						<Button>{t(isSecret ? "ballot.castSecret" : seat.vote ? "ballot.change" : "ballot.cast")}</Button>
					</Form>
				</>
			)}
		</Section>
	);
}

function Stored({ seat, vote }: { seat: Seat; vote: BallotPage }) {
	const t = useText(ballotMessages);
	if (!seat.vote) return null;
	return (
		<Alert tone="success" title={t("ballot.doneNamed")} level={3}>
			<p>
				<ChoiceWords choice={seat.vote.choice} options={vote.options} />
			</p>
			{seat.vote.reason !== "" && <p>{seat.vote.reason}</p>}
			{seat.vote.witness !== null && <p>{t("ballot.writtenDown", { name: seat.vote.witness })}</p>}
		</Alert>
	);
}
