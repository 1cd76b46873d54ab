import type { z } from "zod";
import { Alert } from "~/design/alert";
import { Button, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { RichTextView } from "~/design/rich-text-view";
import { Select } from "~/design/select";
import { SummaryList } from "~/design/summary-list";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useText } from "~/platform/i18n";
import { type Outcome, refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { useAuthorName } from "../../contributions/ui/author-name";
import { textOf } from "../../contributions/ui/words-fields";
import { creditAnnotation, uncreditAnnotation } from "../commands/credit.server";
import { divideStatement, weighPart } from "../commands/weigh.server";
import { creditFrom, treatForm } from "../forms";
import { messages } from "../messages";
import { treatmentPage } from "../queries/treatment.server";
import { staffMessages } from "../staff-messages";
import { votes } from "../statement";
import { StaffCrumbs } from "../ui/staff-crumbs";
import type { Route } from "./+types/treat";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	annotation: await treatmentPage(world, { ...params, id: givenId(params.annotation) }),
	isSaved: new URL(request.url).searchParams.has("gespeichert"),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id: contributionId } = await treatmentPage(world, { ...params, id: givenId(params.annotation) });
	const form = await readForm(request, treatForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await treat(world, contributionId, form.value);
	if (!outcome.done) return again(form.typed, outcome.refusals);
	const { place, process, text } = params;
	return onward(
		`/o/${place}/verwaltung/beteiligung/${process}/texte/${text}/anmerkungen/${contributionId}?gespeichert`,
	);
});

/** The one of the four small acts of this page that its form names. */
async function treat(
	world: World,
	contributionId: string,
	{ act, divided, teil = "", vote, comment, wohin }: z.output<typeof treatForm>,
): Promise<Outcome<unknown>> {
	if (act === "divide") return divideStatement(world, { contributionId, divided });
	if (act === "weigh") {
		return weighPart(world, { contributionId, id: givenId(teil), vote: vote || null, comment: comment || null });
	}
	const credit = creditFrom(wohin);
	if (!credit) return refused("block-unknown", { field: "wohin" });
	return (act === "credit" ? creditAnnotation : uncreditAnnotation)(world, { contributionId, ...credit });
}

export default function Treat({ loaderData: { annotation, isSaved }, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const nameOf = useAuthorName();
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const typed = actionData?.typed ?? {};
	const head = { ...annotation, ...annotation.text };
	const title = t("treat.title", { number: String(annotation.number) });
	const { passage } = annotation;
	const answers = `/o/${annotation.place.slug}/verwaltung/beteiligung/${annotation.process.slug}/antworten`;
	return (
		<>
			<title>{`${title} – ${annotation.text.title}`}</title>
			<StaffCrumbs head={head} here={title} />
			<ErrorSummary errors={errors} />
			{isSaved && !actionData && <Alert tone="success" title={t("treat.saved")} live />}
			<PageTitle title={title} above={annotation.text.title} />
			<SummaryList
				rows={[
					...(passage.quote
						? [
								{
									term: t("treat.passage"),
									value: (
										<>
											„{passage.quote}“ (
											<a href={`${publicPath(annotation)}?fassung=${passage.version}`}>
												{t("treat.passageVersion", { number: String(passage.version) })}
											</a>
											)
										</>
									),
								},
							]
						: []),
					...(passage.suggestion ? [{ term: t("treat.suggestion"), value: passage.suggestion }] : []),
				]}
			/>
			<Section id="gesagt" title={t("treat.said")} intro={nameOf(annotation.author)}>
				<blockquote>
					<RichTextView html={annotation.html} />
				</blockquote>
			</Section>
			{annotation.settled ? (
				<Alert title={t("treat.settled")} />
			) : (
				<Weighing annotation={annotation} typed={typed} at={at} />
			)}
			{!annotation.settled && (
				<Section id="antwort" title={t("treat.answer")} intro={t("treat.answerHint")}>
					<LinkButton href={`${answers}/neu?${new URLSearchParams({ beitrag: annotation.id })}`}>
						{t("treat.answer")}
					</LinkButton>
				</Section>
			)}
			<Credits annotation={annotation} at={at} />
		</>
	);
}

type Annotation = Route.ComponentProps["loaderData"]["annotation"];

function publicPath({ place, process, text }: Annotation): string {
	return `/o/${place.slug}/beteiligung/${process.slug}/text/${text.code}`;
}

type At = (field: string) => string | undefined;

function Weighing({ annotation, typed, at }: { annotation: Annotation; typed: Typed; at: At }) {
	const t = useText(staffMessages);
	const words = useText(messages);
	return (
		<>
			<Section id="teile" title={t("treat.divide")} intro={t("treat.divideHint")}>
				<Form id="zerlegen" hidden={{ act: "divide" }}>
					<TextArea
						name="divided"
						label={t("treat.divided")}
						value={typed.act === "divide" ? textOf(typed.divided) : annotation.divided}
						error={at("divided")}
						rows={8}
					/>
					<Button look="secondary">{t("treat.divideNow")}</Button>
				</Form>
			</Section>
			{annotation.parts.length > 0 && (
				<Section id="abwaegen" title={t("treat.weigh")}>
					{annotation.parts.map((part, index) => {
						const number = String(index + 1);
						// what was just refused comes back as it was typed
						const again = typed.act === "weigh" && typed.teil === part.id ? typed : null;
						return (
							<Section key={part.id} id={`teil-${number}`} title={t("treat.part", { number })} level={3}>
								<blockquote>{part.words}</blockquote>
								<Form id={`abwaegung-${number}`} hidden={{ act: "weigh", teil: part.id }}>
									<Select
										name="vote"
										label={t("treat.vote", { number })}
										value={again ? textOf(again.vote) : (part.vote ?? "")}
										error={again ? at("vote") : undefined}
										empty={t("treat.openVote")}
										options={votes.map((value) => ({ value, label: words(`votes.${value}`) }))}
										optional
									/>
									<TextArea
										name="comment"
										label={t("treat.comment", { number })}
										value={again ? textOf(again.comment) : part.comment}
										error={again ? at("comment") : undefined}
										rows={3}
										optional
									/>
									<Button look="secondary" label={`${t("treat.weighNow")}: ${t("treat.part", { number })}`}>
										{t("treat.weighNow")}
									</Button>
								</Form>
							</Section>
						);
					})}
				</Section>
			)}
		</>
	);
}

function Credits({ annotation, at }: { annotation: Annotation; at: At }) {
	const t = useText(staffMessages);
	const { credits, destinations } = annotation;
	return (
		<Section id="eingeflossen" title={t("treat.credit")} intro={t("treat.creditHint")}>
			{credits.length > 0 && (
				<ul>
					{credits.map(({ versionId, blockKey, version, block, published }) => {
						const where = t(published ? "treat.creditedIn" : "treat.creditedInWork", {
							number: String(version),
							block: String(block),
						});
						return (
							<li key={`${versionId}.${blockKey}`}>
								{where}
								{!published && (
									<Form inline hidden={{ act: "uncredit", wohin: `${versionId}.${blockKey}` }}>
										<Button look="tertiary" small label={`${t("treat.uncredit")}: ${where}`}>
											{t("treat.uncredit")}
										</Button>
									</Form>
								)}
							</li>
						);
					})}
				</ul>
			)}
			{destinations.length === 0 ? (
				<p>{t("treat.noLater")}</p>
			) : (
				<Form id="eingeflossen-in" hidden={{ act: "credit" }}>
					<Select
						name="wohin"
						label={t("treat.where")}
						hint={destinations.some(({ published }) => published) ? t("treat.final") : undefined}
						error={at("wohin")}
						options={destinations.flatMap(({ versionId, number, blocks }) =>
							blocks.map((block) => ({
								value: `${versionId}.${block.key}`,
								label: t("treat.choice", { number: String(block.number), words: block.words }),
								group: t("treat.group", { number: String(number) }),
							})),
						)}
					/>
					<Button look="secondary">{t("treat.creditNow")}</Button>
				</Form>
			)}
		</Section>
	);
}
