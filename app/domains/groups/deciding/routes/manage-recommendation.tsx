import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { RichTextView } from "~/design/rich-text-view";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { formMessages } from "../../form-messages";
import { messages } from "../../messages";
import { GroupCrumbs, managedPath } from "../../ui/group-crumbs";
import { typedText } from "../../ui/typed";
import { recordVotes } from "../commands/votes.server";
import { votesForm } from "../forms";
import { managedRecommendation } from "../queries/managed-recommendation.server";
import { BesideResult } from "../ui/beside-result";
import { DecisionResult } from "../ui/decision-result";
import { FrozenRule } from "../ui/frozen-rule";
import { OptionList } from "../ui/option-list";
import { ResultBadge } from "../ui/result-badge";
import { WatchVote } from "../ui/watch-vote";
import { voteStaffMessages } from "../vote-staff-messages";
import type { Route } from "./+types/manage-recommendation";

const codes = [
	"not-now",
	"slips-uncounted",
	"too-few-in-secret",
	"votes-changed",
	"second-person",
	"chair-was-there",
	"group-not-public",
	"objections-open",
];

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const asked = new URL(request.url).searchParams.get("grund");
	return {
		...(await managedRecommendation(world, params)),
		refusals: codes.filter((code) => code === asked).map((code) => ({ code })),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { recommendation, may } = await managedRecommendation(world, params);
	if (!may.record) return again({}, [{ code: "not-now" }]);
	const benches = recommendation.tallies.map(({ bench }) => bench);
	const form = await readForm(request, votesForm(benches));
	if (!form.valid) return again(form.typed, form.refusals);
	const { value } = form;
	const votes = benches.map((bench) => ({
		bench,
		yes: value[`${bench}-yes`] ?? 0,
		no: value[`${bench}-no`] ?? 0,
		abstain: value[`${bench}-abstain`] ?? 0,
	}));
	const outcome = await recordVotes(world, { id: recommendation.id, votes });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(params.place, params.group)}/empfehlungen/${recommendation.code}`);
});

type Loaded = Route.ComponentProps["loaderData"];

/** A vote for those who run the group: write votes down, certify, publish. */
export default function ManageRecommendation({ loaderData, actionData }: Route.ComponentProps) {
	const { recommendation, group, may, openAgain } = loaderData;
	const t = useText(formMessages);
	const votes = useText(voteStaffMessages);
	const words = useText(messages);
	const problems = useProblems(messages, actionData?.refusals ?? loaderData.refusals);
	return (
		<>
			<title>{`${recommendation.title} – ${group.name}`}</title>
			<GroupCrumbs place={recommendation.place} group={group} last={recommendation.title} />
			<ErrorSummary errors={problems.errors} />
			<PageTitle
				title={recommendation.title}
				above={`${t("votes.title")} · ${group.name}`}
				state={<Badge>{words(`states.${recommendation.state}`)}</Badge>}
			>
				<ButtonRow>
					<LinkButton look="secondary" href={`/empfehlung/${recommendation.code}`}>
						{t("votes.see")}
					</LinkButton>
				</ButtonRow>
			</PageTitle>
			<Section id="wortlaut" title={words("recommendation.wording")} intro={t("votes.frozen")}>
				<RichTextView html={recommendation.wording} />
				<OptionList options={recommendation.record.options} />
			</Section>
			<FrozenRule record={recommendation.record} title={words("recommendation.rule")} />
			<WatchVote loaded={loaderData} path={pathOf(loaderData)} />
			{may.record && <Votes tallies={recommendation.tallies} typed={actionData?.typed} at={problems.at} />}
			<Result loaded={loaderData} />
			<BesideResult record={recommendation.record} groupHref={recommendation.group.href} code={recommendation.code} />
			{may.cancel && (
				<Section id="abbrechen" title={votes("watch.reopen")} intro={votes("watch.reopenText")}>
					<LinkButton look="tertiary" href={`${pathOf(loaderData)}/abbrechen`}>
						{votes("watch.reopen")}
					</LinkButton>
				</Section>
			)}
			{recommendation.state === "cancelled" && !recommendation.record.replacedByCode && (
				<LinkButton look="secondary" href={`${managedPath(recommendation.place.slug, group.slug)}/${openAgain}`}>
					{votes("watch.again")}
				</LinkButton>
			)}
		</>
	);
}

function pathOf({ recommendation, group }: Loaded): string {
	return `${managedPath(recommendation.place.slug, group.slug)}/empfehlungen/${recommendation.code}`;
}

function Votes({
	tallies,
	typed,
	at,
}: {
	tallies: Loaded["recommendation"]["tallies"];
	typed: Record<string, string | string[]> | undefined;
	at(field: string): string | undefined;
}) {
	const t = useText(formMessages);
	const words = useText(messages);
	return (
		<Section id="stimmen" title={t("votes.record")}>
			<Form>
				{tallies.map((tally) => {
					const bench = words(`benches.${tally.bench}`);
					return (
						<Section
							key={tally.bench}
							id={`stimmen-${tally.bench}`}
							level={3}
							title={t("votes.lead", { bench, present: String(tally.present) })}
						>
							{(["yes", "no", "abstain"] as const).map((answer) => (
								<TextField
									key={answer}
									name={`${tally.bench}-${answer}`}
									label={t(`votes.${answer}`, { bench })}
									inputMode="numeric"
									width="short"
									value={typedText(typed, `${tally.bench}-${answer}`, String(tally[answer] ?? 0))}
									error={at(`${tally.bench}-${answer}`)}
								/>
							))}
						</Section>
					);
				})}
				<Button>{t("votes.save")}</Button>
			</Form>
		</Section>
	);
}

function Result({ loaded }: { loaded: Loaded }) {
	const { recommendation, may } = loaded;
	const t = useText(formMessages);
	const words = useText(messages);
	const votes = useText(voteStaffMessages);
	const { record, state, votesRecordedAt } = recommendation;
	const { count } = record;
	if (!count || state === "cancelled") return null;
	return (
		<Section id="ergebnis" title={t("group.result")}>
			<p>
				<ResultBadge result={count.result} />
			</p>
			<DecisionResult record={record} tallies={recommendation.tallies} />
			{may.treat && (
				<LinkButton look="secondary" href={`${pathOf(loaded)}/einwand`}>
					{votes("treat.title")}
				</LinkButton>
			)}
			{state === "counted" && (
				<Alert title={t("votes.computed", { result: words(`results.${count.result}`) })} level={3}>
					<p>{may.certify ? t("votes.certifyText") : t("votes.waitsForChair")}</p>
				</Alert>
			)}
			{may.certify && votesRecordedAt && (
				<Form action={`${pathOf(loaded)}/feststellen`} hidden={{ recordedAt: votesRecordedAt.toISOString() }} inline>
					<Button>{t("votes.certifyNow")}</Button>
				</Form>
			)}
			{may.refuse && (
				<p>
					<a href={`${pathOf(loaded)}/nicht-feststellen`}>{votes("refuse.title")}</a>
				</p>
			)}
			{may.publish && (
				<>
					<p>{t("votes.publishText")}</p>
					<Form action={`${pathOf(loaded)}/veroeffentlichen`} inline>
						<Button>{t("votes.publishNow")}</Button>
					</Form>
				</>
			)}
		</Section>
	);
}
