import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import type { World } from "~/platform/world.server";
import { paperForm } from "../../ballots/forms";
import { PaperDesk } from "../../ballots/ui/paper-desk";
import { textOf } from "../../ballots/ui/typed";
import { settleVotePaper, typeInVotePaper } from "../commands/cast.server";
import { ballotForm, choiceIn } from "../forms";
import { messages } from "../messages";
import { numbersOf } from "../queries/find-vote.server";
import { votePapers } from "../queries/vote-pages.server";
import { staffMessages } from "../staff-messages";
import { VoteFields } from "../ui/vote-fields";
import type { Route } from "./+types/vote-papers";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await votePapers(world, params)),
	done: new URL(request.url).searchParams.get("stand"),
}));

/** An entry of a paper ballot, or the decision between two that differ. */
export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { vote } = await votePapers(world, params);
	const numbers = numbersOf(vote);
	const form = await readForm(request, ballotForm(numbers).extend(paperForm.shape));
	if (!form.valid) return again(form.typed, form.refusals);
	const { letter, zettel, richtig } = form.value;
	const here = `${vote.managed}/papier`;
	if (zettel && richtig) {
		const settled = await settleVotePaper(world, { voteId: vote.id, id: zettel, right: richtig });
		return settled.done ? onward(`${here}?stand=decided`) : again(form.typed, settled.refusals);
	}
	const choice = choiceIn(vote.settings.kind, numbers, form.value);
	const entered = await typeInVotePaper(world, { voteId: vote.id, code: letter, choice });
	return entered.done ? onward(`${here}?stand=${entered.value.state}`) : again(form.typed, entered.refusals);
});

/** Every problem of a paper ballot: those of the desk and those of the ballot. */
const problems = {
	de: { refusals: { ...messages.de.refusals, ...staffMessages.de.refusals } },
	en: { refusals: { ...messages.en.refusals, ...staffMessages.en.refusals } },
};

export default function VotePapers({ loaderData: { vote, papers, done }, actionData }: Route.ComponentProps) {
	const { errors, at } = useProblems(problems, actionData?.refusals);
	const name = (number: string) => {
		const option = vote.options.find((one) => String(one.number) === number);
		return `${number}. ${option?.title ?? ""}`;
	};
	return (
		<PaperDesk
			box={vote}
			papers={papers}
			done={done}
			typedCode={textOf(actionData?.typed.letter)}
			errors={errors}
			codeError={at("letter")}
			title={name}
		>
			<VoteFields vote={vote} drafted={{}} typed={actionData?.typed} at={at} />
		</PaperDesk>
	);
}
