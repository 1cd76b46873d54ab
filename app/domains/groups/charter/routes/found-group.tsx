import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { stored, untilAfter } from "../../day.server";
import { formMessages } from "../../form-messages";
import { messages } from "../../messages";
import { managedGroups } from "../../queries/managed-groups.server";
import { richTextField } from "../../rich-text-field.server";
import { termChoices } from "../../terms/queries/terms.server";
import { TermFields } from "../../terms/ui/term-fields";
import { typedText, typedTick } from "../../ui/typed";
import { foundGroup } from "../commands/found-group.server";
import { benchesFrom, foundForm, rulesFrom } from "../forms";
import { CharterFields, firstCharter } from "../ui/charter-fields";
import type { Route } from "./+types/found-group";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { place, day, reviewDay, organisationId } = await managedGroups(world, params);
	return {
		place,
		day,
		reviewDay,
		choices: await termChoices(world, organisationId),
		kept: await keptForm(world, request),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { organisationId } = await managedGroups(world, params);
	const form = await readForm(request, foundForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const mandate = richTextField(form.value, "mandate");
	if (!mandate.done) return again(form.typed, mandate.refusals);
	const rules = rulesFrom(form.value);
	if (!rules.done) return again(form.typed, rules.refusals);
	const [usual, ...furtherRules] = rules.value;
	const { name, isPublic, firstDay, lastDay, reviewOn, ...more } = form.value;
	const outcome = await foundGroup(world, {
		organisationId,
		name,
		mandate: mandate.value,
		benches: benchesFrom(form.value),
		rule: usual.rule,
		furtherRules,
		topics: more.topics,
		areas: more.areas,
		topicIds: more.topicIds,
		areaIds: more.areaIds,
		...more.parent,
		bodyKind: more.bodyKind,
		minutesBy: more.minutesBy,
		objectionDays: more.objectionDays,
		guestsBy: more.guestsBy,
		invitationDays: more.invitationDays,
		motionDays: more.motionDays,
		isPublic: isPublic === "on",
		validFrom: stored(firstDay),
		validUntil: untilAfter(lastDay),
		reviewOn: stored(reviewOn),
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/verwaltung/arbeitskreise/${outcome.value.slug}`);
});

/** Sets up a group with mandate, benches and rule. */
export default function FoundGroup({
	loaderData: { place, day, reviewDay, choices, kept },
	actionData,
}: Route.ComponentProps) {
	const t = useText(formMessages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	const field = (name: string, otherwise = "") => ({
		name,
		value: typedText(typed, name, otherwise),
		error: at(name),
	});
	return (
		<>
			<title>{`${t("found.title")} – ${place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: t("managed.title"), href: `/o/${place.slug}/verwaltung/arbeitskreise` },
					{ label: t("found.title") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("found.title")} />
			<Form draftKey={`group:${place.slug}`}>
				<TextField {...field("name")} label={t("found.name")} maxLength={120} />
				<TermFields choices={choices} typed={typed} given={null} at={at} parent />
				<CharterFields typed={typed} at={at} given={firstCharter} />
				<Checkbox name="isPublic" label={t("found.isPublic")} checked={typedTick(typed, "isPublic", true)} optional />
				<DateField {...field("firstDay", day)} label={t("found.firstDay")} />
				<DateField {...field("lastDay")} label={t("found.lastDay")} hint={t("found.lastDayHint")} optional />
				<DateField {...field("reviewOn", reviewDay)} label={t("found.reviewOn")} />
				<Button>{t("found.save")}</Button>
			</Form>
		</>
	);
}
