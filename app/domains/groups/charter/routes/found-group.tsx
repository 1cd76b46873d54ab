import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { Checkbox, RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { stored, untilAfter } from "../../day.server";
import { formMessages } from "../../form-messages";
import { benchKinds } from "../../group";
import { messages } from "../../messages";
import { managedGroups } from "../../queries/managed-groups.server";
import { richTextField } from "../../rich-text-field.server";
import { typedText, typedTick } from "../../ui/typed";
import { foundGroup } from "../commands/found-group.server";
import { benchesFrom, foundForm } from "../forms";
import { type QuorumChoice, quorumChoices, ruleFrom, type ThresholdChoice, thresholdChoices } from "../rule-choice";
import type { Route } from "./+types/found-group";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { place, day, reviewDay } = await managedGroups(world, params);
	return { place, day, reviewDay, kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { organisationId } = await managedGroups(world, params);
	const form = await readForm(request, foundForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const mandate = richTextField(form.value, "mandate");
	if (!mandate.done) return again(form.typed, mandate.refusals);
	const { name, threshold, quorum, eachBench, isPublic, firstDay, lastDay, reviewOn } = form.value;
	const outcome = await foundGroup(world, {
		organisationId,
		name,
		mandate: mandate.value,
		benches: benchesFrom(form.value),
		rule: ruleFrom({ threshold, quorum, eachBench: eachBench === "on" }),
		isPublic: isPublic === "on",
		validFrom: stored(firstDay),
		validUntil: untilAfter(lastDay),
		reviewOn: stored(reviewOn),
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/verwaltung/arbeitskreise/${outcome.value.slug}`);
});

const thresholds = Object.keys(thresholdChoices) as ThresholdChoice[];
const quorums = Object.keys(quorumChoices) as QuorumChoice[];

/** Sets up a group with mandate, benches and rule. */
export default function FoundGroup({ loaderData: { place, day, reviewDay, kept }, actionData }: Route.ComponentProps) {
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
				<TextArea {...field("mandate")} label={t("found.mandate")} hint={t("found.mandateHint")} richText rows={5} />
				<Section id="sitze" title={t("found.seats")} intro={t("found.seatsHint")}>
					{benchKinds.flatMap((kind) =>
						(["min", "max"] as const).map((end) => (
							<TextField
								key={`${kind}-${end}`}
								{...field(`${kind}-${end}`, end === "min" ? "1" : "4")}
								label={t(`found.${end}`, { bench: words(`benches.${kind}`) })}
								inputMode="numeric"
								width="short"
							/>
						)),
					)}
				</Section>
				<RadioGroup
					{...field("threshold", "simple-majority")}
					label={t("found.threshold")}
					choices={thresholds.map((value) => ({ value, label: t(`found.thresholds.${value}`) }))}
				/>
				<RadioGroup
					{...field("quorum", "more-than-half")}
					label={t("found.quorum")}
					choices={quorums.map((value) => ({ value, label: t(`found.quorums.${value}`) }))}
				/>
				<Checkbox
					name="eachBench"
					label={t("found.eachBench")}
					hint={t("found.eachBenchHint")}
					checked={typedTick(typed, "eachBench", false)}
					optional
				/>
				<Checkbox name="isPublic" label={t("found.isPublic")} checked={typedTick(typed, "isPublic", true)} optional />
				<DateField {...field("firstDay", day)} label={t("found.firstDay")} />
				<DateField {...field("lastDay")} label={t("found.lastDay")} hint={t("found.lastDayHint")} optional />
				<DateField {...field("reviewOn", reviewDay)} label={t("found.reviewOn")} />
				<Button>{t("found.save")}</Button>
			</Form>
		</>
	);
}
