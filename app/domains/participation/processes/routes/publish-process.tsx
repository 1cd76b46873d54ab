import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { publishWholeProcess } from "../../commands/publish-whole-process.server";
import { missingInParts } from "../../parts.server";
import { messages } from "../messages";
import { publishingPage } from "../queries/managed-processes.server";
import { stateTone } from "../ui/state-tone";
import type { Route } from "./+types/publish-process";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const process = await publishingPage(world, params);
	return { ...process, missingParts: await missingInParts(world, process.id) };
});

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { id } = await publishingPage(world, params);
	const outcome = await publishWholeProcess(world, { id });
	return outcome.done ? onward(`/o/${params.place}/beteiligung/${params.process}`) : again({}, outcome.refusals);
});

export default function PublishProcess({ loaderData: process, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const { errors } = useProblems(messages, actionData?.refusals);
	const list = `/o/${process.place.slug}/verwaltung/beteiligung`;
	const page = `/o/${process.place.slug}/beteiligung/${process.slug}`;
	const isDraft = process.state === "draft";
	return (
		<>
			<title>{`${t("publish.title")} – ${process.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: process.place.name, href: `/o/${process.place.slug}` },
					{ label: t("managed.title"), href: list },
					{ label: t("publish.title") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle
				title={process.title}
				above={t("publish.title")}
				state={<Badge tone={stateTone[process.state]}>{t(`states.${process.state}`)}</Badge>}
			>
				<ButtonRow>
					<LinkButton href={page} look="secondary">
						{t("publish.see")}
					</LinkButton>
					{process.state !== "archived" && (
						<LinkButton href={`${list}/${process.slug}/bearbeiten`} look="secondary">
							{t("managed.edit")}
						</LinkButton>
					)}
				</ButtonRow>
			</PageTitle>
			{!isDraft && process.publishedAt && (
				<Alert tone="success" title={t("publish.published", { date: dateLong(process.publishedAt) })} />
			)}
			{isDraft &&
				(process.missing.length + process.missingParts.length > 0 ? (
					<Alert tone="warning" title={t("publish.incomplete")}>
						<ul>
							{process.missing.map((code) => (
								<li key={code}>{t(`refusals.${code}`)}</li>
							))}
							{process.missingParts.map(({ path, sentence }) => (
								<li key={sentence}>
									<a href={`${list}/${process.slug}/${path}`}>{sentence}</a>
								</li>
							))}
						</ul>
					</Alert>
				) : (
					<>
						<Alert tone="success" title={t("publish.complete")} />
						<Form>
							<Button>{t("publish.publish")}</Button>
						</Form>
					</>
				))}
			{isDraft && (
				<Section id="vorschau" title={t("publish.preview")} intro={t("publish.previewHint")}>
					<Form action={`${list}/${process.slug}/vorschau`} inline>
						<Button look="secondary">{t("publish.makePreview")}</Button>
					</Form>
				</Section>
			)}
			{!isDraft && process.state !== "archived" && (
				<Section id="abschliessen" title={t("publish.archive")} intro={t("publish.archiveHint")}>
					<LinkButton look="tertiary" href={`${list}/${process.slug}/abschliessen`}>
						{t("publish.archiveNow")}
					</LinkButton>
				</Section>
			)}
		</>
	);
}
