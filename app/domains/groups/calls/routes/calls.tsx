import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { LocalDateTime } from "~/design/time";
import { parseMoment } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { stored, untilAfter } from "../../day.server";
import { messages } from "../../messages";
import { GroupCrumbs, managedPath } from "../../ui/group-crumbs";
import { typedText } from "../../ui/typed";
import { callLimits } from "../call";
import { publishCall } from "../commands/publish-call.server";
import { callForm } from "../forms";
import { callMessages } from "../messages";
import { callChoices } from "../queries/call-pages.server";
import { callStaffMessages } from "../staff-messages";
import type { Route } from "./+types/calls";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	group: await callChoices(world, params),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const group = await callChoices(world, params);
	const form = await readForm(request, callForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { closesAt, seatFrom, seatLast, ...call } = form.value;
	const moment = parseMoment(closesAt);
	if (!moment) return again(form.typed, [{ code: "moment-missing", field: "closesAt" }]);
	const outcome = await publishCall(world, {
		...call,
		groupId: group.id,
		closesAt: moment,
		seatFrom: stored(seatFrom),
		seatUntil: untilAfter(seatLast),
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(params.place, params.group)}/aufrufe/${outcome.value.code}`);
});

/** The calls of a group, and a new one. */
export default function Calls({ loaderData: { group, kept }, actionData }: Route.ComponentProps) {
	const t = useText(callStaffMessages);
	const say = useText(callMessages);
	const words = useText(messages);
	const { errors, at } = useProblems(callMessages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	const field = (name: string, otherwise = "") => ({ name, value: typedText(typed, name, otherwise), error: at(name) });
	return (
		<>
			<title>{`${t("title")} – ${group.name}`}</title>
			<GroupCrumbs place={group.place} group={group} last={t("title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("title")} above={group.name} />
			<DataTable
				caption={t("list")}
				rows={group.calls}
				rowKey={({ code }) => code}
				empty={<p>{t("none")}</p>}
				columns={[
					{
						key: "call",
						header: t("call"),
						rowHeader: true,
						cell: ({ code, bench, seats }) => (
							<a href={`${managedPath(group.place.slug, group.slug)}/aufrufe/${code}`}>
								{say("call.above", { bench: words(`benches.${bench}`), seats })}
							</a>
						),
					},
					{ key: "until", header: t("until"), cell: ({ closesAt }) => <LocalDateTime value={closesAt} /> },
					{ key: "state", header: t("state"), cell: ({ state }) => say(`callStates.${state}`) },
				]}
			/>
			<Section id="neu" title={t("new")}>
				{!group.isPublic && <Alert tone="warning" title={t("notPublic")} />}
				<Form draftKey={`call:${group.id}`}>
					<Select
						{...field("benchKind", group.benches.includes("citizens") ? "citizens" : "")}
						label={t("bench")}
						options={group.benches.map((kind) => ({ value: kind, label: words(`benches.${kind}`) }))}
					/>
					<TextArea {...field("text")} label={t("text")} rows={6} maxLength={callLimits.textMost} />
					<TextField {...field("seats")} label={t("seats")} inputMode="numeric" width="short" />
					<DateField {...field("closesAt", group.closesAt)} label={t("closesAt")} withTime />
					<TextField {...field("answerDays", "7")} label={t("answerDays")} inputMode="numeric" width="short" />
					<DateField {...field("seatFrom", group.day)} label={t("seatFrom")} />
					<DateField {...field("seatLast")} label={t("seatLast")} optional />
					<TextField {...field("minAge")} label={t("minAge")} inputMode="numeric" width="short" optional />
					<TextField {...field("livesIn")} label={t("livesIn")} hint={t("livesInHint")} width="medium" optional />
					<TextField
						{...field("strataQuestion")}
						label={t("strataQuestion")}
						hint={t("strataQuestionHint")}
						width="medium"
						optional
					/>
					<TextArea {...field("strata")} label={t("strata")} hint={t("strataHint")} rows={4} optional />
					<TextField {...field("publicSource")} label={t("publicSource")} hint={t("publicSourceHint")} optional />
					<Button>{t("save")}</Button>
				</Form>
			</Section>
		</>
	);
}
