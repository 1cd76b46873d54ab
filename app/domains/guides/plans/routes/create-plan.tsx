import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { WorkCrumbs } from "~/domains/organisations";
import { daysFrom, today } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { dayText, storedDay } from "../../days.server";
import { planForm } from "../../forms";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { typedText } from "../../ui/typed";
import { createPlan } from "../commands/create-plan.server";
import { postChoices } from "../queries/plans.server";
import { messages } from "../work-messages";
import type { Route } from "./+types/create-plan";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const place = await placeOfGuides(world, params.place);
	return {
		place,
		posts: await postChoices(world, place.ownerId),
		day: dayText(today(world.now)),
		kept: await keptForm(world, request),
	};
});

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, planForm);
	const { ownerId, slug } = await placeOfGuides(world, params.place);
	if (!form.valid) return again(form.typed, form.refusals);
	const { name, axis, reason, firstDay, lastDay, fallbackPost } = form.value;
	const outcome = await createPlan(world, {
		ownerId,
		name,
		axis,
		reason,
		validFrom: storedDay(firstDay),
		validUntil: lastDay === "" ? null : daysFrom(storedDay(lastDay), 1),
		fallbackPostId: fallbackPost,
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${slug}/verwaltung/lotsen/${outcome.value.planId}?gespeichert`);
});

export default function CreatePlan({ loaderData: { place, posts, day, kept }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	return (
		<>
			<title>{`${t("plans.create")} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: t("plans.title"), href: `/o/${place.slug}/verwaltung/lotsen` },
					{ label: t("plans.create") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("plans.create")} />
			<Form>
				<TextField name="name" label={t("fields.name")} value={typedText(typed, "name")} error={at("name")} />
				<RadioGroup
					name="axis"
					label={t("fields.axis")}
					value={typedText(typed, "axis")}
					error={at("axis")}
					choices={(["AREA", "TOPIC"] as const).map((axis) => ({ value: axis, label: t(`axes.${axis}`) }))}
				/>
				<DateField
					name="firstDay"
					label={t("fields.firstDay")}
					value={typedText(typed, "firstDay", day)}
					error={at("firstDay")}
				/>
				<DateField
					name="lastDay"
					label={t("fields.lastDay")}
					hint={t("fields.lastDayHint")}
					optional
					value={typedText(typed, "lastDay")}
					error={at("lastDay")}
				/>
				<TextArea
					name="reason"
					label={t("fields.reason")}
					hint={t("fields.reasonHint")}
					rows={3}
					value={typedText(typed, "reason")}
					error={at("reason")}
				/>
				<Select
					name="fallbackPost"
					label={t("fields.fallback")}
					optional
					empty={t("fields.fallbackNone")}
					value={typedText(typed, "fallbackPost")}
					options={posts.map(({ id, label }) => ({ value: id, label }))}
					error={at("fallbackPost")}
				/>
				<Button>{t("fields.submit")}</Button>
			</Form>
		</>
	);
}
