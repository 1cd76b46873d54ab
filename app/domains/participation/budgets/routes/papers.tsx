import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import type { World } from "~/platform/world.server";
import { paperForm } from "../../ballots/forms";
import { staffMessages } from "../../ballots/staff-messages";
import { PaperDesk } from "../../ballots/ui/paper-desk";
import { textOf } from "../../ballots/ui/typed";
import { managedPath } from "../addresses";
import { settlePaper, typeInPaper } from "../commands/vote.server";
import { ballotForm, pointsIn } from "../forms";
import { messages } from "../messages";
import { papersPage } from "../queries/paper.server";
import { BallotFields } from "../ui/ballot-fields";
import type { Route } from "./+types/papers";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await papersPage(world, params)),
	done: new URL(request.url).searchParams.get("stand"),
}));

/** An entry of a paper ballot, or the decision between two that differ. */
export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { budget, projects } = await papersPage(world, params);
	const numbers = projects.map(({ number }) => String(number));
	const form = await readForm(request, ballotForm(numbers).extend(paperForm.shape));
	if (!form.valid) return again(form.typed, form.refusals);
	const { letter, zettel, richtig } = form.value;
	const here = `${managedPath(params)}/papier`;
	if (zettel && richtig) {
		const settled = await settlePaper(world, { budgetId: budget.id, id: zettel, right: richtig });
		return settled.done ? onward(`${here}?stand=decided`) : again(form.typed, settled.refusals);
	}
	const points = pointsIn(budget.ballot, numbers, form.value);
	const entered = await typeInPaper(world, { budgetId: budget.id, code: letter, points });
	return entered.done ? onward(`${here}?stand=${entered.value.state}`) : again(form.typed, entered.refusals);
});

/** Every problem of a paper ballot: those of the desk and those of the ballot. */
const problems = {
	de: { refusals: { ...messages.de.refusals, ...staffMessages.de.refusals } },
	en: { refusals: { ...messages.en.refusals, ...staffMessages.en.refusals } },
};

export default function Papers({ loaderData, actionData }: Route.ComponentProps) {
	const { budget, projects, papers, done } = loaderData;
	const { errors, at } = useProblems(problems, actionData?.refusals);
	const name = (number: string) => {
		const project = projects.find((one) => String(one.number) === number);
		return `${number}. ${project?.title ?? ""}`;
	};
	return (
		<PaperDesk
			box={budget}
			papers={papers}
			done={done}
			typedCode={textOf(actionData?.typed.letter)}
			errors={errors}
			codeError={at("letter")}
			title={name}
		>
			<BallotFields paper={{ ballot: budget.ballot, projects, points: {} }} typed={actionData?.typed} at={at} />
		</PaperDesk>
	);
}
