import { Button } from "~/design/button";
import { Checkbox, RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { parseMoment } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import { readMailAddress } from "~/platform/mail/address";
import type { World } from "~/platform/world.server";
import { stored } from "../../../day.server";
import { messages } from "../../../messages";
import { runGroup } from "../../../queries/managed-groups.server";
import { GroupCrumbs, managedPath } from "../../../ui/group-crumbs";
import { typedText, typedTick } from "../../../ui/typed";
import { gatherings } from "../../meeting";
import { meetingRefusalMessages } from "../../refusal-messages";
import { openDatePoll } from "../commands/open-poll.server";
import { readGuests } from "../date-poll";
import { pollForm, slotNumbers } from "../forms";
import { pollMessages } from "../messages";
import type { Route } from "./+types/make-poll";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { place, name, slug, charter } = await runGroup(world, params);
	return { place, name, slug, guests: charter.guestsBy !== "nobody", kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const group = await runGroup(world, params);
	const form = await readForm(request, pollForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { title, format, place, minutes, answerUntil, isPublic, ...rest } = form.value;
	if (format !== "online" && place.length < 2) return again(form.typed, [{ code: "place-missing", field: "place" }]);
	const guests = readGuests(rest.guests, readMailAddress);
	if (!guests) return again(form.typed, [{ code: "guests-wrong", field: "guests" }]);
	const slots = slotNumbers.flatMap((number) => {
		const startsAt = parseMoment(rest[`slot-${number}`]);
		return startsAt ? [{ startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) }] : [];
	});
	const outcome = await openDatePoll(world, {
		groupId: group.id,
		title,
		format,
		place: format === "online" ? "" : place,
		isPublic: isPublic === "on",
		answerUntil: stored(answerUntil),
		slots,
		guests,
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(params.place, params.group)}/terminabfragen/${outcome.value.pollId}`);
});

/** Asks the group for a date. */
export default function MakePoll({ loaderData: { kept, ...group }, actionData }: Route.ComponentProps) {
	const t = useText(pollMessages);
	const words = useText(messages);
	const { errors, at } = useProblems(meetingRefusalMessages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	const field = (name: string, otherwise = "") => ({ name, value: typedText(typed, name, otherwise), error: at(name) });
	return (
		<>
			<title>{`${t("make.title")} – ${group.name}`}</title>
			<GroupCrumbs place={group.place} group={group} last={t("make.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("make.title")} above={group.name} lead={t("make.lead")} />
			<Form>
				<TextField {...field("title")} label={t("make.name")} hint={t("make.nameHint")} maxLength={120} />
				<RadioGroup
					{...field("format", "meeting")}
					label={t("make.format")}
					choices={gatherings.map((value) => ({ value, label: words(`formats.${value}`) }))}
				/>
				<TextField
					{...field("place")}
					label={t("make.place")}
					hint={t("make.placeHint")}
					maxLength={200}
					optional="depends"
				/>
				{slotNumbers.map((number) => (
					<DateField
						key={number}
						{...field(`slot-${number}`)}
						label={t("make.slot", { number: String(number) })}
						withTime
						optional={number > 2}
					/>
				))}
				<TextField {...field("minutes", "120")} label={t("make.minutes")} inputMode="numeric" width="short" />
				<DateField {...field("answerUntil")} label={t("make.until")} />
				{(group.guests || typed?.guests) && (
					<TextArea {...field("guests")} label={t("make.guests")} hint={t("make.guestsHint")} rows={3} optional />
				)}
				<Checkbox
					name="isPublic"
					label={t("make.isPublic")}
					checked={typedTick(typed, "isPublic", true)}
					optional="depends"
				/>
				<Button>{t("make.save")}</Button>
			</Form>
		</>
	);
}
