import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { askForWholePublication } from "../../commands/publish-whole-process.server";
import { changedSinceAsked, missingInParts } from "../../parts.server";
import { releaseForm } from "../forms";
import { messages } from "../messages";
import { publishingPage } from "../queries/process-work.server";
import { ChangedSince } from "../ui/changed-since";
import { ReleaseWords } from "../ui/release-words";
import { stateTone } from "../ui/state-tone";
import { WorkCrumbs } from "../ui/work-crumbs";
import type { Route } from "./+types/publish-process";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const process = await publishingPage(world, params);
	return {
		...process,
		missingParts: await missingInParts(world, process.id),
		changedParts: await changedSinceAsked(world, process.id),
	};
});

/** Asks for the release; a second person releases on a page of their own. */
export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await publishingPage(world, params);
	const form = await readForm(request, releaseForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { revision, byMayor } = form.value;
	const outcome = await askForWholePublication(world, { id, revision, byMayor: byMayor === "on" });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/verwaltung/beteiligung/${params.process}/veroeffentlichen`);
});

/** Where a missing part of the frame is mended. */
const mendedAt: Record<string, string> = {
	"missing-phase": "phasen",
	"phase-over": "phasen",
	"check-incomplete": "check",
};

export default function PublishProcess({ loaderData: process, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const { errors } = useProblems(messages, actionData?.refusals);
	const path = `/o/${process.place.slug}/verwaltung/beteiligung/${process.slug}`;
	const isDraft = process.state === "draft";
	const missing = [
		...process.missing.map((code) => ({ sentence: t(`refusals.${code}`), path: mendedAt[code] ?? "bearbeiten" })),
		...process.missingParts,
	];
	return (
		<>
			<title>{`${t("publish.title")} – ${process.title}`}</title>
			<WorkCrumbs process={process} here={t("publish.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle
				title={process.title}
				above={isDraft ? `${t("publish.title")} – ${t("publish.step")}` : t("publish.title")}
				state={<Badge tone={stateTone[process.state]}>{t(`states.${process.state}`)}</Badge>}
			>
				<ButtonRow>
					<LinkButton href={`/o/${process.place.slug}/beteiligung/${process.slug}`} look="secondary">
						{t("publish.see")}
					</LinkButton>
					<LinkButton href={path} look="secondary">
						{t("managed.manage")}
					</LinkButton>
				</ButtonRow>
			</PageTitle>
			{!isDraft && process.publishedAt && (
				<Alert tone="success" title={t("publish.published", { date: dateLong(process.publishedAt) })} />
			)}
			{isDraft && missing.length > 0 && (
				<Alert tone="warning" title={t("publish.incomplete")}>
					<ul>
						{missing.map(({ sentence, path: page }) => (
							<li key={sentence}>
								<a href={`${path}/${page}`}>{sentence}</a>
							</li>
						))}
					</ul>
				</Alert>
			)}
			{isDraft && missing.length === 0 && !process.release && (
				<>
					<Alert tone="success" title={t("publish.complete")} />
					<Form hidden={{ revision: String(process.revision) }}>
						<p>{t("publish.askHint")}</p>
						{process.mayorCan && (
							<Checkbox
								name="byMayor"
								label={t("publish.askMayor")}
								hint={t("publish.askMayorHint")}
								checked={actionData?.typed.byMayor === "on"}
								optional
							/>
						)}
						<Button>{t("publish.ask")}</Button>
					</Form>
				</>
			)}
			{isDraft && process.release && (
				<>
					<ReleaseWords release={process.release} />
					<ChangedSince parts={process.changedParts} />
					<ButtonRow>
						{process.release.may && <LinkButton href={`${path}/freigabe`}>{t("publish.read")}</LinkButton>}
						<LinkButton look="secondary" href={`${path}/freigabe/zuruecknehmen`}>
							{t("publish.takeBack")}
						</LinkButton>
					</ButtonRow>
				</>
			)}
			{isDraft && (
				<Section id="vorschau" title={t("publish.preview")} intro={t("publish.previewHint")}>
					<Form action={`${path}/vorschau`} inline>
						<Button look="secondary">{t("publish.makePreview")}</Button>
					</Form>
				</Section>
			)}
			{!isDraft && process.state !== "archived" && process.may.own && (
				<Section id="abschliessen" title={t("publish.archive")} intro={t("publish.archiveHint")}>
					<LinkButton look="tertiary" href={`${path}/abschliessen`}>
						{t("publish.archiveNow")}
					</LinkButton>
				</Section>
			)}
		</>
	);
}
