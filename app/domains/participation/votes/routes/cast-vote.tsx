import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { paperPath } from "../../ballots/addresses";
import { choiceFrom } from "../../ballots/ballot";
import { castForm } from "../../ballots/forms";
import { messages as ballotMessages } from "../../ballots/messages";
import { CastFrame } from "../../ballots/ui/paper-frame";
import { castVote } from "../commands/cast.server";
import { messages } from "../messages";
import { votePaper } from "../queries/vote-pages.server";
import { ChoiceTable } from "../ui/choice-table";
import type { Route } from "./+types/cast-vote";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const paper = await votePaper(world, params.token);
	if (paper.hasVoted || !paper.voting.isOpen) throw onward(paperPath("vote", params.token));
	return paper;
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { path } = await votePaper(world, params.token);
	const form = await readForm(request, castForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await castVote(world, { token: params.token, seen: choiceFrom(form.value.stimmen) });
	if (outcome.done) return onward(`${path}/quittung/${outcome.value.receipt}?neu`);
	const isOver = outcome.refusals.some(({ code }) => code === "already-voted" || code === "voting-closed");
	return isOver ? onward(paperPath("vote", params.token)) : again(form.typed, outcome.refusals);
});

export default function CastVote({ loaderData: paper, actionData, params }: Route.ComponentProps) {
	const b = useText(ballotMessages);
	const { errors } = useProblems(messages, actionData?.refusals);
	const missing = useProblems(messages, paper.problems).errors;
	return (
		<CastFrame paper={paper} choice={paper.drafted} token={params.token} errors={errors} missing={missing}>
			<ChoiceTable vote={paper} choice={paper.drafted} caption={b("receipt.content")} />
		</CastFrame>
	);
}
