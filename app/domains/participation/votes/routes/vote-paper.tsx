import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { paperPath } from "../../ballots/addresses";
import { PaperFrame } from "../../ballots/ui/paper-frame";
import { saveVoteDraft } from "../commands/cast.server";
import { ballotForm, choiceIn } from "../forms";
import { messages } from "../messages";
import { numbersOf } from "../queries/find-vote.server";
import { votePaper } from "../queries/vote-pages.server";
import { VoteFields } from "../ui/vote-fields";
import { VoteBallotWords } from "../ui/vote-words";
import type { Route } from "./+types/vote-paper";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	votePaper(world, params.token),
);

/** Keeps what is chosen; with `weiter` it goes on to the confirmation, if the ballot could be cast like this. */
export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const paper = await votePaper(world, params.token);
	const numbers = numbersOf(paper);
	const form = await readForm(request, ballotForm(numbers));
	if (!form.valid) return again(form.typed, form.refusals);
	const choice = choiceIn(paper.settings.kind, numbers, form.value);
	const saved = await saveVoteDraft(world, { token: params.token, choice });
	if (!saved.done) return again(form.typed, saved.refusals);
	const here = paperPath("vote", params.token);
	if (!form.value.weiter) return onward(`${here}?gespeichert`);
	const { problems } = await votePaper(world, params.token);
	return problems.length > 0 ? again(form.typed, problems) : onward(`${here}/abgeben`);
});

export default function VotePaper({ loaderData: paper, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const count = Object.keys(paper.drafted).length;
	return (
		<PaperFrame
			paper={paper}
			errors={errors}
			rules={<VoteBallotWords vote={paper} />}
			savedText={actionData ? undefined : t("paper.savedText", { count })}
		>
			<VoteFields vote={paper} drafted={paper.drafted} typed={actionData?.typed} at={at} />
		</PaperFrame>
	);
}
