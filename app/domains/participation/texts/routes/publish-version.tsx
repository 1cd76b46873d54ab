import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { RichTextView } from "~/design/rich-text-view";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { publishVersion } from "../commands/publish-version.server";
import { publishForm } from "../forms";
import { messages } from "../messages";
import { versionToPublish } from "../queries/managed-texts.server";
import { staffMessages } from "../staff-messages";
import { shortQuote } from "../text";
import { StaffCrumbs, staffTextPath } from "../ui/staff-crumbs";
import type { Route } from "./+types/publish-version";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	versionToPublish(world, params),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await versionToPublish(world, params);
	const form = await readForm(request, publishForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await publishVersion(world, { textId: id, revision: form.value.revision });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/verwaltung/beteiligung/${params.process}/texte/${params.text}?veroeffentlicht`);
});

const found = ["exact", "context", "similar", "paragraph"] as const;

export default function PublishVersion({ loaderData: text, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const words = useText(messages);
	const { errors } = useProblems(staffMessages, actionData?.refusals);
	const { inWork, fates, lost } = text;
	const path = staffTextPath(text);
	const title = inWork ? t("publish.title", { number: String(inWork.number) }) : t("write.none");
	const total = found.reduce((sum, how) => sum + fates[how], fates.lost);
	return (
		<>
			<title>{`${title} – ${text.title}`}</title>
			<StaffCrumbs head={text} here={title} />
			<ErrorSummary errors={errors} />
			<PageTitle title={title} above={text.title} lead={inWork ? t("publish.lead") : undefined} />
			{total > 0 && (
				<Section id="stellen" title={t("publish.fates")}>
					<ul>
						{found
							.filter((how) => fates[how] > 0)
							.map((how) => (
								<li key={how}>{t(`publish.${how}`, { count: fates[how] })}</li>
							))}
						{lost.length > 0 && (
							<li>
								{t("publish.lost", { count: lost.length })}
								<ul>
									{lost.map(({ number, code, quote }) => (
										<li key={code}>
											<a href={`/b/${code}`}>{words("page.mark", { number: String(number) })}</a>{" "}
											{words("page.toQuote", { quote: shortQuote(quote, 80) })}
										</li>
									))}
								</ul>
							</li>
						)}
					</ul>
				</Section>
			)}
			{inWork && text.blocks.length === 0 && <Alert tone="warning" title={t("publish.empty")} />}
			{inWork && text.blocks.length > 0 && !text.first && !inWork.note && (
				<Alert tone="warning" title={t("refusals.note-missing")} />
			)}
			<ButtonRow>
				{inWork && (
					<LinkButton look="secondary" href={`${path}/fassung`}>
						{t("publish.change")}
					</LinkButton>
				)}
			</ButtonRow>
			{inWork && text.blocks.length > 0 && (
				<>
					<Section id="vorschau" title={t("publish.preview")} intro={inWork.note}>
						{text.blocks.map(({ key, html }) => (
							<RichTextView key={key} html={html} />
						))}
					</Section>
					<Form hidden={{ revision: String(inWork.revision) }}>
						<Button>{t("publish.submit")}</Button>
					</Form>
				</>
			)}
		</>
	);
}
