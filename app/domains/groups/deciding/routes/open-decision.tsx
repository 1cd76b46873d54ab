import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { CheckboxGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { parseMoment } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
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
import { replacedVote } from "../queries/replaced-vote.server";
import { BallotChoice } from "../ui/ballot-choice";
import { voteStaffMessages } from "../vote-staff-messages";
import type { Route } from "./+types/open-decision";

const at = (params: { place: string; group: string; meeting: string; item: string }) => ({
	...params,
	meeting: givenId(params.meeting),
});

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const choices = await decisionChoices(world, at(params));
	return {
		...choices,
		replaced: await replacedVote(world, new URL(request.url).searchParams.get("ersetzt"), choices.item.id),
		live: await liveStanding(world, at(params), params.item),
		kept: await keptForm(world, request),
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

/** Opens a vote on an item of a meeting. */
export default function OpenDecision({ loaderData, actionData }: Route.ComponentProps) {
	const { meeting, item, posts, reviewDay, live, kept, replaced } = loaderData;
	const t = useText(formMessages);
	const words = useText(messages);
	const votes = useText(voteStaffMessages);
	const { errors, at: problemAt } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	const field = (name: string, otherwise = "") => ({
		name,
		value: typedText(typed, name, otherwise),
		error: problemAt(name),
	});
	return (
		<>
			<title>{`${t("decision.title")} – ${meeting.title}`}</title>
			<GroupCrumbs place={meeting.place} group={meeting.group} meeting={meeting} last={t("decision.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle
				title={t("decision.title")}
				above={`${words("meeting.item", { number: String(item.position) })}: ${item.title}`}
				lead={t("decision.lead")}
			/>
			{replaced && <Alert title={votes("open.reopen")} />}
			<LiveStanding
				standing={live.standing}
				called={live.called}
				source={`/o/${meeting.place.slug}/arbeitskreise/${meeting.group.slug}/sitzungen/${meeting.id}/stand?top=${item.id}`}
			/>
			<Form draftKey={`decision:${item.id}:${replaced?.code ?? ""}`} hidden={{ replaces: replaced?.code ?? "" }}>
				<TextField {...field("title", replaced?.title ?? item.title)} label={t("decision.name")} maxLength={120} />
				<TextArea {...field("wording", replaced?.wording)} label={t("decision.wording")} richText rows={8} />
				<BallotChoice typed={typed} replaced={replaced} at={problemAt} />
				<DateField
					{...field("votedAt", meeting.startsAtText)}
					label={t("decision.votedAt")}
					hint={t("decision.votedAtHint")}
					withTime
				/>
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
		</>
	);
}
