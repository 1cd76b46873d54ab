import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { CheckboxGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { SummaryList } from "~/design/summary-list";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { parseMoment } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useLocale, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { benchQuorumWords, ruleWords } from "../../charter/ui/rule-words";
import { stored } from "../../day.server";
import { formMessages } from "../../form-messages";
import { liveStanding } from "../../meetings/running/queries/running-page.server";
import { LiveStanding } from "../../meetings/running/ui/live-standing";
import { messages } from "../../messages";
import { decisionChoices } from "../../queries/managed-groups.server";
import { richTextField } from "../../rich-text-field.server";
import { GroupCrumbs, managedPath } from "../../ui/group-crumbs";
import { typedMany, typedText } from "../../ui/typed";
import { openDecision } from "../commands/open-decision.server";
import { decisionForm, linesOf, methodFrom } from "../forms";
import { chosenFrom, type HowToVote, pairProblem, searchOf } from "../how-to-vote";
import { openingMessages } from "../opening-messages";
import { replacedVote } from "../queries/replaced-vote.server";
import { ChooseHow } from "../ui/choose-how";
import { MethodFields } from "../ui/method-fields";
import type { Route } from "./+types/open-decision";

const at = (params: { place: string; group: string; meeting: string; item: string }) => ({
	...params,
	meeting: givenId(params.meeting),
});

/** What stands there before anything is chosen. */
const usualWay: HowToVote = { method: "majority", mode: "hands", rule: 0 };

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const choices = await decisionChoices(world, at(params));
	const { searchParams } = new URL(request.url);
	const replaced = await replacedVote(world, searchParams.get("ersetzt"), choices.item.id);
	const chosen = chosenFrom(searchParams, choices.rules.length);
	const problem = chosen && pairProblem(chosen.method, chosen.mode);
	const isChosen = chosen !== null && problem === null && !searchParams.has("waehlen");
	return {
		...choices,
		replaced,
		chosen: chosen ?? replaced?.how ?? usualWay,
		step: isChosen ? ("wording" as const) : ("method" as const),
		problems: problem ? [problem] : [],
		live: await liveStanding(world, at(params), params.item),
		kept: isChosen ? await keptForm(world, request) : null,
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { meeting, item } = await decisionChoices(world, at(params));
	const form = await readForm(request, decisionForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const wording = richTextField(form.value, "wording");
	if (!wording.done) return again(form.typed, wording.refusals);
	const { title, biased, responsiblePostId, reviewOn } = form.value;
	const { value } = form;
	const votedAt = parseMoment(value.votedAt) ?? world.now;
	if (value.mode === "hands" && value.votedAt === "") {
		return again(form.typed, [{ code: "moment-missing", field: "votedAt" }]);
	}
	const options = linesOf(value.options);
	if (options.some((title) => title.length > 200)) {
		return again(form.typed, [{ code: "option-too-long", field: "options" }]);
	}
	const replaced = await replacedVote(world, value.replaces, item.id);
	const outcome = await openDecision(world, {
		meetingId: meeting.id,
		agendaItemId: item.id,
		title,
		wording: wording.value,
		votedAt,
		biased,
		responsiblePostId,
		reviewOn: stored(reviewOn),
		rule: value.rule,
		ballot: {
			mode: value.mode,
			method: methodFrom(value),
			options,
			lot: value.lot === "on",
			closesAt: value.mode === "hands" ? null : parseMoment(value.closesAt),
			remindAt: value.mode === "hands" ? null : parseMoment(value.remindAt),
			replacesId: replaced?.id ?? null,
		},
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(params.place, params.group)}/empfehlungen/${outcome.value.code}`);
});

/** Opens a vote on an item of a meeting: first how it is voted, then what is asked. */
export default function OpenDecision({ loaderData, actionData }: Route.ComponentProps) {
	const { meeting, item, live, replaced, chosen, step, rules, problems } = loaderData;
	const t = useText(formMessages);
	const words = useText(messages);
	const opening = useText(openingMessages);
	const { errors, at: problemAt } = useProblems(messages, actionData?.refusals ?? problems);
	return (
		<>
			<title>{`${t("decision.title")} – ${meeting.title}`}</title>
			<GroupCrumbs place={meeting.place} group={meeting.group} meeting={meeting} last={t("decision.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle
				title={t("decision.title")}
				above={`${words("meeting.item", { number: String(item.position) })}: ${item.title}`}
				lead={step === "method" ? opening("choose.lead") : t("decision.lead")}
			/>
			{replaced && <Alert title={opening("open.reopen")} />}
			{step === "method" ? (
				<ChooseHow chosen={chosen} rules={rules} replaces={replaced?.code ?? ""} at={problemAt} />
			) : (
				<>
					<LiveStanding
						standing={live.standing}
						called={live.called}
						source={`/o/${meeting.place.slug}/arbeitskreise/${meeting.group.slug}/sitzungen/${meeting.id}/stand?top=${item.id}`}
					/>
					<Chosen loaded={loaderData} />
					<Wording loaded={loaderData} typed={actionData?.typed ?? loaderData.kept} at={problemAt} />
				</>
			)}
		</>
	);
}

type Loaded = Route.ComponentProps["loaderData"];

/** What was chosen in the first step, with what follows from it, and the way back. */
function Chosen({ loaded: { chosen, rules, replaced } }: { loaded: Loaded }) {
	const t = useText(openingMessages);
	const locale = useLocale();
	const rule = rules[chosen.rule];
	const isMajority = chosen.method === "majority" || chosen.method === "majority-reasons";
	return (
		<Section id="verfahren" title={t("open.how")}>
			<SummaryList
				rows={[
					{
						term: t("choose.method"),
						value: `${t(`methods.${chosen.method}`)}. ${t(`methodHints.${chosen.method}`)}`,
					},
					{
						term: t("open.mode"),
						value: t(`modes.${chosen.mode}`),
						action: {
							href: searchOf(chosen, replaced?.code ?? "", true),
							label: t("open.change"),
							of: t("open.how"),
						},
					},
					...(rule
						? [
								{
									term: rules.length > 1 ? `${t("open.rule")}: ${rule.name || t("choose.usualRule")}` : t("open.rule"),
									// other methods take from the charter only when the group can decide
									value: (isMajority
										? ruleWords(locale, rule.rule)
										: [...ruleWords(locale, rule.rule).slice(0, 1), ...benchQuorumWords(locale, rule.rule.benches)]
									).join(" "),
								},
							]
						: []),
					{ term: t("open.follows"), value: t(`follows.${chosen.mode}`) },
				]}
			/>
		</Section>
	);
}

function Wording({
	loaded: { meeting, item, posts, reviewDay, replaced, chosen },
	typed,
	at: problemAt,
}: {
	loaded: Loaded;
	typed: Loaded["kept"] | undefined;
	at(field: string): string | undefined;
}) {
	const t = useText(formMessages);
	const words = useText(messages);
	const field = (name: string, otherwise = "") => ({
		name,
		value: typedText(typed, name, otherwise),
		error: problemAt(name),
	});
	return (
		<Form
			draftKey={`decision:${item.id}:${replaced?.code ?? ""}`}
			hidden={{
				replaces: replaced?.code ?? "",
				method: chosen.method,
				mode: chosen.mode,
				rule: String(chosen.rule),
			}}
		>
			<TextField {...field("title", replaced?.title ?? item.title)} label={t("decision.name")} maxLength={120} />
			<TextArea {...field("wording", replaced?.wording)} label={t("decision.wording")} richText rows={8} />
			<MethodFields chosen={chosen} typed={typed} options={replaced?.options ?? ""} at={problemAt} />
			{chosen.mode === "hands" && (
				<DateField
					{...field("votedAt", meeting.startsAtText)}
					label={t("decision.votedAt")}
					hint={t("decision.votedAtHint")}
					withTime
				/>
			)}
			<CheckboxGroup
				name="biased"
				label={t("decision.biased")}
				hint={t("decision.biasedHint")}
				values={typed ? typedMany(typed, "biased") : item.biased}
				error={problemAt("biased")}
				choices={meeting.seats.map(({ id, name, bench }) => ({
					value: id,
					label: `${name}, ${words(`benches.${bench}`)}`,
				}))}
				optional
			/>
			<Select
				{...field("responsiblePostId", replaced?.responsiblePostId)}
				label={t("decision.post")}
				hint={t("decision.postHint")}
				options={posts}
			/>
			<DateField {...field("reviewOn", reviewDay)} label={t("decision.reviewOn")} />
			<Button>{t("decision.save")}</Button>
		</Form>
	);
}
