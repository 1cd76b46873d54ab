import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { RichTextView } from "~/design/rich-text-view";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { mergeContribution } from "../commands/merge.server";
import { mergeForm } from "../forms";
import { messages } from "../messages";
import { moderationMessages } from "../moderation-messages";
import { arrangingPage } from "../queries/arranging-page.server";
import { textOf } from "../ui/words-fields";
import type { Route } from "./+types/merge";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) =>
	arrangingPage(world, { place: params.place, id: givenId(params.contribution) }),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id, code } = await arrangingPage(world, { place: params.place, id: givenId(params.contribution) });
	const form = await readForm(request, mergeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await mergeContribution(world, { id, intoNumber: form.value.number });
	return outcome.done ? onward(`/b/${code}`) : again(form.typed, outcome.refusals);
});

export default function Merge({ loaderData: contribution, actionData, params }: Route.ComponentProps) {
	const t = useText(moderationMessages);
	const words = useText(messages);
	const { errors, at } = useProblems(moderationMessages, actionData?.refusals);
	const { mergedInto } = contribution.arranged;
	return (
		<>
			<title>{`${t("arrange.mergeTitle")} – ${contribution.place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: words("moderation.title"), href: `/o/${params.place}/verwaltung/moderation` },
					{ label: contribution.title, href: `/b/${contribution.code}` },
					{ label: t("arrange.mergeTitle") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("arrange.mergeTitle")} above={contribution.processTitle} lead={t("arrange.mergeLead")} />
			<Section id="beitrag" title={contribution.title}>
				<RichTextView html={contribution.html} />
			</Section>
			{contribution.isMerged ? (
				<>
					{mergedInto && <Alert title={t("arrange.mergedWith", { number: String(mergedInto.number) })} />}
					<Form action={`/o/${params.place}/verwaltung/moderation/${contribution.id}/trennen`} inline>
						<Button>{t("arrange.unmerge")}</Button>
					</Form>
				</>
			) : (
				<Form>
					<TextField
						name="number"
						label={t("arrange.number")}
						value={textOf(actionData?.typed.number)}
						error={at("number")}
						inputMode="numeric"
					/>
					{contribution.similar.length > 0 && (
						<>
							<p>{t("arrange.suggestions")}</p>
							<ul>
								{contribution.similar.map(({ code, number, title }) => (
									<li key={code}>
										<a href={`/b/${code}`}>{t("arrange.suggestion", { number: String(number), title })}</a>
									</li>
								))}
							</ul>
						</>
					)}
					<Button>{t("arrange.mergeNow")}</Button>
				</Form>
			)}
		</>
	);
}
