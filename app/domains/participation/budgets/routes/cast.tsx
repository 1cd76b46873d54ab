import { DataTable } from "~/design/data-table";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { choiceFrom } from "../../ballots/ballot";
import { castForm } from "../../ballots/forms";
import { messages as ballotMessages } from "../../ballots/messages";
import { CastFrame } from "../../ballots/ui/paper-frame";
import { castBallot, refusalsOf } from "../commands/vote.server";
import { messages } from "../messages";
import { ballotPaper } from "../queries/paper.server";
import type { Route } from "./+types/cast";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const paper = await ballotPaper(world, params.token);
	if (paper.hasVoted || !paper.voting.isOpen) throw onward(`/stimmzettel/${params.token}`);
	return { paper, refusals: refusalsOf(world.locale, paper.problems) };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { path } = await ballotPaper(world, params.token);
	const form = await readForm(request, castForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await castBallot(world, { token: params.token, seen: choiceFrom(form.value.stimmen) });
	if (outcome.done) return onward(`${path}/quittung/${outcome.value.receipt}?neu`);
	const isOver = outcome.refusals.some(({ code }) => code === "already-voted" || code === "voting-closed");
	return isOver ? onward(`/stimmzettel/${params.token}`) : again(form.typed, outcome.refusals);
});

export default function Cast({ loaderData: { paper, refusals }, actionData, params }: Route.ComponentProps) {
	const t = useText(messages);
	const b = useText(ballotMessages);
	const { money } = useFormat();
	const { errors } = useProblems(messages, actionData?.refusals);
	const missing = useProblems(messages, refusals).errors;
	const chosen = paper.projects.filter(({ number }) => paper.points[String(number)] !== undefined);
	return (
		<CastFrame paper={paper} choice={paper.points} token={params.token} errors={errors} missing={missing}>
			<DataTable
				caption={b("receipt.content")}
				rows={chosen}
				rowKey={({ number }) => String(number)}
				columns={[
					{
						key: "project",
						header: t("page.project"),
						rowHeader: true,
						cell: ({ number, title }) => `${number}. ${title}`,
					},
					...(paper.ballot === "points"
						? [
								{
									key: "points",
									header: t("cast.points"),
									numeric: true,
									cell: ({ number }: { number: number }) => paper.points[String(number)],
								},
							]
						: []),
					{ key: "cost", header: t("page.cost"), numeric: true, cell: ({ costCents }) => money(costCents ?? 0n) },
				]}
				footer={{ project: t("cast.sum"), cost: money(paper.cost) }}
				empty={<p>{t("refusals.ballot-empty")}</p>}
			/>
		</CastFrame>
	);
}
