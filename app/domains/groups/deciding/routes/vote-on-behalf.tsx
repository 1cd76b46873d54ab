import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../../messages";
import { GroupCrumbs, managedPath } from "../../ui/group-crumbs";
import { typedText } from "../../ui/typed";
import { recordVoteOnBehalf } from "../commands/cast-vote.server";
import { choiceFrom, namedBallotForm } from "../forms";
import { managedRecommendation } from "../queries/managed-recommendation.server";
import { BallotFields, emptyBallot, fieldOfChoice, filledAgain } from "../ui/ballot-fields";
import { voteStaffMessages } from "../vote-staff-messages";
import type { Route } from "./+types/vote-on-behalf";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await managedRecommendation(world, params)),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { recommendation } = await managedRecommendation(world, params);
	const { options } = recommendation.record;
	const numbers = options.map(({ number }) => number);
	const form = await readForm(request, namedBallotForm(numbers));
	if (!form.valid) return again(form.typed, form.refusals);
	const { seat, witness, reason } = form.value;
	const choice = choiceFrom(form.value, numbers);
	const input = { id: recommendation.id, membershipId: seat, choice, reason, witnessId: witness };
	const outcome = await recordVoteOnBehalf(world, input);
	if (outcome.done) return onward(`${managedPath(params.place, params.group)}/empfehlungen/${params.code}`);
	const names: Record<string, string> = {
		choice: fieldOfChoice(options, ""),
		witnessId: "witness",
		membershipId: "seat",
	};
	return again(
		form.typed,
		outcome.refusals.map((one) => ({ ...one, field: one.field && (names[one.field] ?? one.field) })),
	);
});

/** Writes down the vote of a member without online access, said before a witness. */
export default function VoteOnBehalf({ loaderData, actionData }: Route.ComponentProps) {
	const { recommendation, group, voters, kept } = loaderData;
	const t = useText(voteStaffMessages);
	const words = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	const { rule, options } = recommendation.record;
	const people = (voters?.people ?? []).map(({ membershipId, name, bench }) => ({
		value: membershipId,
		label: name,
		group: words(`benches.${bench}`),
	}));
	const first = fieldOfChoice(options, "");
	return (
		<>
			<title>{`${t("onBehalf.title")} – ${recommendation.title}`}</title>
			<GroupCrumbs place={recommendation.place} group={group} last={t("onBehalf.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("onBehalf.title")} above={recommendation.title} lead={t("onBehalf.lead")} />
			<Form>
				<Select
					name="seat"
					label={t("onBehalf.seat")}
					options={people}
					value={typedText(typed, "seat")}
					error={at("seat")}
				/>
				<Select
					name="witness"
					label={t("onBehalf.witness")}
					hint={t("onBehalf.witnessHint")}
					options={people}
					value={typedText(typed, "witness")}
					error={at("witness")}
				/>
				<BallotFields
					rule={rule}
					options={options}
					filled={typed ? filledAgain(typed, options, "") : emptyBallot}
					at={(field) => at(field === "choice" ? first : field)}
				/>
				<Button>{t("onBehalf.save")}</Button>
			</Form>
		</>
	);
}
