import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields, type Typed } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import { readRichText } from "~/platform/rich-text/read.server";
import type { World } from "~/platform/world.server";
import { startMeasure } from "../commands/start-measure.server";
import { detailsFrom, startForm } from "../forms";
import { messages } from "../messages";
import { beginning, subjectIn } from "../queries/beginning.server";
import { staffMessages } from "../staff-messages";
import { MeasureFields, textIn } from "../ui/measure-fields";
import { PostChoice } from "../ui/post-choice";
import type { Route } from "./+types/start";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await beginning(world, { place: params.place, from: new URL(request.url).searchParams.get("aus") })),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { organisationId, place } = await beginning(world, { place: params.place, from: null });
	const fields = await formFields(request);
	const form = readFields(request, fields, startForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const description = readRichText(fields, "description");
	if (!description.done) return again(form.typed, description.refusals);
	const { from, responsiblePostId, deputyPostId, published, ...details } = form.value;
	const outcome = await startMeasure(world, {
		...detailsFrom(details),
		description: description.value,
		organisationId,
		from: subjectIn(from),
		responsiblePostId,
		deputyPostId,
		published: published === "on",
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${place.slug}/verwaltung/massnahmen/${outcome.value.code}?begonnen`);
});

export default function Start({ loaderData: { place, posts, from, kept }, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const values: Typed = actionData?.typed ?? kept ?? { published: "on", title: from?.title.slice(0, 120) ?? "" };
	const list = `/o/${place.slug}/verwaltung/massnahmen`;
	return (
		<>
			<title>{`${t("form.newTitle")} – ${place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: t("list.title"), href: list },
					{ label: t("form.newTitle") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("form.newTitle")} lead={t("form.newLead")} />
			{from && <Alert title={t("form.from", { kind: from.kind, title: from.title })} />}
			<Form hidden={{ from: from?.key ?? textIn(values, "from") }} draftKey={`measure:${place.slug}`}>
				<MeasureFields values={values} problems={problems} />
				<Section title={t("form.responsibleTitle")} id="stelle">
					<PostChoice
						name="responsiblePostId"
						label={t("form.responsible")}
						posts={posts}
						value={textIn(values, "responsiblePostId")}
						error={problems.at("responsiblePostId")}
						optional
					/>
					<PostChoice
						name="deputyPostId"
						label={t("form.deputy")}
						posts={posts}
						value={textIn(values, "deputyPostId")}
						error={problems.at("deputyPostId")}
						empty={t("form.none")}
						optional
					/>
				</Section>
				<Checkbox name="published" label={t("form.published")} checked={values.published === "on"} optional />
				<Button>{t("form.start")}</Button>
			</Form>
		</>
	);
}
