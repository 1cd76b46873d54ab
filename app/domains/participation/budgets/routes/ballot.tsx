import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { PaperFrame } from "../../ballots/ui/paper-frame";
import { refusalsOf, saveDraft } from "../commands/vote.server";
import { ballotForm, pointsIn } from "../forms";
import { messages } from "../messages";
import { ballotPaper } from "../queries/paper.server";
import { BallotFields } from "../ui/ballot-fields";
import { BallotWords } from "../ui/rule-words";
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
	const { weiter } = form.value;
	const points = pointsIn(ballot, numbers, form.value);
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
		<PaperFrame
			paper={paper}
			errors={errors}
			rules={<BallotWords budget={paper} />}
			savedText={actionData ? undefined : t("paper.savedText", { count, cost: money(paper.cost) })}
		>
			<BallotFields paper={paper} typed={actionData?.typed} at={at} />
		</PaperFrame>
	);
}
