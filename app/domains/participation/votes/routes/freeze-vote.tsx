import { ErrorSummary } from "~/design/error-summary";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { freezeForm } from "../../ballots/forms";
import { staffMessages as ballotStaffMessages } from "../../ballots/staff-messages";
import { ManagedBoxCrumbs } from "../../ballots/ui/box-crumbs";
import { VotingWords } from "../../ballots/ui/box-words";
import { FreezeForm } from "../../ballots/ui/freeze-form";
import { freezeVote } from "../commands/freeze.server";
import { voteForChange } from "../queries/managed.server";
import { staffMessages } from "../staff-messages";
import { Paragraphs, VoteBallotWords, VoteRuleWords } from "../ui/vote-words";
import type { Route } from "./+types/freeze-vote";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const vote = await voteForChange(world, params);
	if (vote.isFrozen) throw onward(vote.managed);
	return vote;
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id, managed } = await voteForChange(world, params);
	const form = await readForm(request, freezeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await freezeVote(world, { id });
	return outcome.done ? onward(managed) : again(form.typed, outcome.refusals);
});

export default function FreezeVote({ loaderData: vote, actionData }: Route.ComponentProps) {
	const b = useText(ballotStaffMessages);
	const s = useText(staffMessages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	return (
		<>
			<title>{`${b("freeze.pageTitle")} – ${vote.title}`}</title>
			<ManagedBoxCrumbs box={vote} list={s("list.title")} here={b("freeze.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={b("freeze.pageTitle")} above={vote.title} lead={b("freeze.lead")} />
			<Section id="regel" title={b("freeze.summary")}>
				<Paragraphs text={vote.intro} />
				<ol>
					{vote.options.map(({ number, title, text }) => (
						<li key={number}>
							<strong>{title}</strong> {text}
						</li>
					))}
				</ol>
				<VotingWords box={vote} />
				<VoteBallotWords vote={vote} />
				<VoteRuleWords vote={vote} />
			</Section>
			<FreezeForm error={at("understood")} />
		</>
	);
}
