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
import { PlaceField, pointIn, pointText, pressedPoint, WorkCrumbs } from "~/domains/organisations";
import { placeMap } from "~/domains/organisations/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { typedText } from "../../ui/typed";
import { beginSeries } from "../commands/series.server";
import { seriesForm } from "../forms.server";
import { newSeriesPage } from "../queries/work-pages.server";
import { rhythms } from "../rhythms";
import { messages } from "../work-messages";
import type { Route } from "./+types/begin";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => ({
	...(await newSeriesPage(world, params.place, new URL(request.url).searchParams.get("wie"))),
	map: await placeMap(world, params.place),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const { place } = await newSeriesPage(world, params.place, null);
	const form = await readForm(request, seriesForm);
	const pressed = pressedPoint(form.typed, (await placeMap(world, params.place))?.frame ?? null);
	// without scripts a press on the map brings the form back with the point
	if (pressed) return again({ ...form.typed, punkt: pointText(pressed) }, []);
	if (!form.valid) return again(form.typed, form.refusals);
	const { post, municipality, punkt, place: house, firstDay, lastDay, rhythm, opensAt, closesAt, ...rest } = form.value;
	const { slotMinutes, accessibility, note } = rest;
	const given = { place: house, firstDay, lastDay, rhythm, opensAt, closesAt, slotMinutes, accessibility, note };
	const wanted = {
		...given,
		point: pointIn(punkt),
		ownerId: place.ownerId,
		postId: post,
		municipalityId: municipality,
	};
	const outcome = await beginSeries(world, wanted);
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${place.slug}/verwaltung/sprechtage/${outcome.value.code}/${given.firstDay}?gespeichert`);
});

/** Announces a series of office days. */
export default function Begin({ loaderData, actionData }: Route.ComponentProps) {
	const { place, places, posts, day, like, map, kept } = loaderData;
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? kept ?? like;
	const field = (name: string, otherwise = "") => ({
		name,
		value: typedText(typed, name, otherwise),
		error: at(name),
	});
	return (
		<>
			<title>{`${t("form.title")} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: t("list.title"), href: `/o/${place.slug}/verwaltung/sprechtage` },
					{ label: t("form.title") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("form.title")} lead={t("form.lead")} />
			<Form draftKey={`office-series:${place.slug}`}>
				<Select {...field("post")} label={t("form.post")} options={posts} />
				<Select {...field("municipality")} label={t("form.municipality")} options={places} />
				<TextField {...field("place")} label={t("form.place")} hint={t("form.placeHint")} />
				{map && (
					<PlaceField
						map={map}
						place={place.slug}
						typed={typed ?? {}}
						at={at}
						action={`/o/${place.slug}/verwaltung/sprechtage/neu`}
					/>
				)}
				<DateField {...field("firstDay", day)} label={t("form.firstDay")} />
				<RadioGroup
					{...field("rhythm")}
					label={t("form.rhythm")}
					choices={rhythms.map((rhythm) => ({ value: rhythm, label: t(`rhythms.${rhythm}`) }))}
				/>
				<DateField {...field("lastDay")} label={t("form.lastDay")} hint={t("form.lastDayHint")} optional />
				<TextField {...field("opensAt", "09:00")} label={t("form.opensAt")} hint={t("form.timeHint")} width="short" />
				<TextField {...field("closesAt", "12:00")} label={t("form.closesAt")} hint={t("form.timeHint")} width="short" />
				<TextField
					{...field("slotMinutes")}
					label={t("form.slotMinutes")}
					hint={t("form.slotHint")}
					inputMode="numeric"
					width="short"
					optional
				/>
				<TextArea
					{...field("accessibility")}
					label={t("form.accessibility")}
					hint={t("form.accessibilityHint")}
					rows={3}
					optional
				/>
				<TextArea {...field("note")} label={t("form.note")} rows={3} optional />
				<Button>{t("form.submit")}</Button>
			</Form>
		</>
	);
}
