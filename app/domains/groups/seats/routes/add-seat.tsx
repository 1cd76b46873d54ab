import { Button } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { stored, untilAfter } from "../../day.server";
import { formMessages } from "../../form-messages";
import { memberFunctions } from "../../group";
import { messages } from "../../messages";
import { seatChoices } from "../../queries/managed-groups.server";
import { GroupCrumbs, managedPath } from "../../ui/group-crumbs";
import { typedText, typedTick } from "../../ui/typed";
import { addSeat } from "../commands/seats.server";
import { seatForm } from "../forms";
import type { Route } from "./+types/add-seat";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await seatChoices(world, params)),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { group } = await seatChoices(world, params);
	const form = await readForm(request, seatForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { person, givenName, familyName, benchKind, substituteForId, onBehalfOf, nameIsPublic, firstDay, lastDay } =
		form.value;
	if (person && (givenName || familyName)) return again(form.typed, [{ code: "person-twice", field: "person" }]);
	if (!person && !(givenName && familyName)) return again(form.typed, [{ code: "person-missing", field: "person" }]);
	const outcome = await addSeat(world, {
		groupId: group.id,
		benchKind: benchKind || null,
		holder: person ? { personId: person } : { givenName, familyName },
		function: form.value.function,
		substituteForId: substituteForId || null,
		onBehalfOf,
		nameIsPublic: nameIsPublic === "on",
		validFrom: stored(firstDay),
		validUntil: untilAfter(lastDay),
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(params.place, params.group)}#mitglieder`);
});

/** Gives somebody a seat, or makes them a substitute. */
export default function AddSeat({ loaderData: { group, people, kept }, actionData }: Route.ComponentProps) {
	const t = useText(formMessages);
	const words = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	const field = (name: string, otherwise = "") => ({
		name,
		value: typedText(typed, name, otherwise),
		error: at(name),
	});
	return (
		<>
			<title>{`${t("seat.title")} – ${group.name}`}</title>
			<GroupCrumbs place={group.place} group={group} last={t("seat.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("seat.title")} above={group.name} />
			<Form>
				<Select
					{...field("person")}
					label={t("seat.person")}
					empty={t("seat.personEmpty")}
					options={people.map(({ id, displayName }) => ({ value: id, label: displayName }))}
					optional="depends"
				/>
				<TextField {...field("givenName")} label={t("seat.given")} width="medium" optional="depends" />
				<TextField {...field("familyName")} label={t("seat.family")} width="medium" optional="depends" />
				<Select
					{...field("benchKind")}
					label={t("seat.bench")}
					hint={t("seat.benchHint")}
					options={group.benches.map(({ kind }) => ({ value: kind, label: words(`benches.${kind}`) }))}
					optional="depends"
				/>
				<Select
					{...field("function", "member")}
					label={t("seat.function")}
					options={memberFunctions.map((value) => ({ value, label: words(`functions.${value}`) }))}
				/>
				<Select
					{...field("substituteForId")}
					label={t("seat.substituteFor")}
					empty={t("seat.noSubstitute")}
					options={group.memberships
						.filter((one) => one.function !== "substitute")
						.map(({ id, name }) => ({ value: id, label: name }))}
					optional
				/>
				<TextField
					{...field("onBehalfOf")}
					label={t("seat.behalf")}
					hint={t("seat.behalfHint")}
					width="medium"
					maxLength={120}
					optional
				/>
				<Checkbox
					name="nameIsPublic"
					label={t("seat.nameIsPublic")}
					checked={typedTick(typed, "nameIsPublic", false)}
					optional
				/>
				<DateField {...field("firstDay", group.day)} label={t("seat.firstDay")} />
				<DateField {...field("lastDay")} label={t("seat.lastDay")} optional />
				<Button>{t("seat.save")}</Button>
			</Form>
		</>
	);
}
