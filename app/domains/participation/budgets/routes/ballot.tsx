import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { refusalsOf, saveDraft } from "../commands/vote.server";
import { ballotForm } from "../forms";
import { messages } from "../messages";
import { ballotPaper } from "../queries/paper.server";
import { BallotFields } from "../ui/ballot-fields";
import { BudgetCrumbs } from "../ui/budget-crumbs";
import { BallotWords, VotingWords } from "../ui/rule-words";
import type { Route } from "./+types/ballot";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	ballotPaper(world, params.token),
);

/** Keeps what is ticked; with `weiter` it goes on to the confirmation, if the ballot could be cast like this. */
export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { projects, ballot } = await ballotPaper(world, params.token);
	const numbers = projects.map(({ number }) => String(number));
	const form = await readForm(request, ballotForm(numbers));
	if (!form.valid) return again(form.typed, form.refusals);
	const { project, weiter, ...fields } = form.value;
	const given: Record<string, unknown> = fields;
	const points =
		ballot === "approval"
			? Object.fromEntries(project.map((number) => [number, 1]))
			: Object.fromEntries(
					numbers.flatMap((number) => {
						const value = Number(given[`points-${number}`] ?? 0);
						return value > 0 ? [[number, value]] : [];
					}),
				);
	const saved = await saveDraft(world, { token: params.token, points });
	if (!saved.done) return again(form.typed, saved.refusals);
	if (!weiter) return onward(`/stimmzettel/${params.token}?gespeichert`);
	const { problems } = await ballotPaper(world, params.token);
	return problems.length > 0
		? again(form.typed, refusalsOf(world.locale, problems))
		: onward(`/stimmzettel/${params.token}/abgeben`);
});

export default function Ballot({ loaderData: paper, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { money } = useFormat();
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const count = Object.keys(paper.points).length;
	return (
		<>
			<title>{`${t("paper.title")} – ${paper.title}`}</title>
			<BudgetCrumbs budget={paper} here={t("paper.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle
				title={paper.hasVoted ? t("paper.done") : t("paper.title")}
				above={paper.title}
				lead={paper.hasVoted || !paper.voting.isOpen ? undefined : t("paper.lead")}
			/>
			{paper.hasVoted ? (
				<>
					<p>{t("paper.doneText")}</p>
					<LinkButton look="secondary" href={paper.path}>
						{t("paper.toBudget")}
					</LinkButton>
				</>
			) : !paper.voting.isOpen ? (
				<Alert tone="warning" title={t("paper.closed")}>
					<p>{t("paper.closedText")}</p>
					<VotingWords voting={paper.voting} />
				</Alert>
			) : (
				<>
					<BallotWords budget={paper} />
					{paper.isSaved && !actionData && (
						<Alert title={t("paper.saved")} live>
							<p>{t("paper.savedText", { count, cost: money(paper.cost) })}</p>
						</Alert>
					)}
					<Form>
						<div
							className="gw-flow"
							data-island="autosave"
							data-saved={t("paper.autosaved")}
							data-failed={t("paper.autosaveFailed")}
						>
							<BallotFields paper={paper} typed={actionData?.typed} at={at} />
						</div>
						<ButtonRow>
							<Button name="weiter" value="pruefen">
								{t("paper.check")}
							</Button>
							<Button look="secondary">{t("paper.save")}</Button>
						</ButtonRow>
					</Form>
				</>
			)}
		</>
	);
}
