import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { beginVersion } from "../commands/write-version.server";
import { handOverMessages } from "../hand-over-messages";
import { messages } from "../messages";
import { managedText } from "../queries/managed-texts.server";
import { staffMessages } from "../staff-messages";
import { StaffCrumbs, staffTextPath } from "../ui/staff-crumbs";
import type { Route } from "./+types/managed-text";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	text: await managedText(world, params),
	isPublished: new URL(request.url).searchParams.has("veroeffentlicht"),
}));

/** Begins the next version. */
export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { id } = await managedText(world, params);
	const outcome = await beginVersion(world, { textId: id });
	if (!outcome.done) return again({}, outcome.refusals);
	return onward(`/o/${params.place}/verwaltung/beteiligung/${params.process}/texte/${params.text}/fassung`);
});

export default function ManagedText({ loaderData: { text, isPublished }, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const h = useText(handOverMessages);
	const words = useText(messages);
	const { dateLong } = useFormat();
	const { errors } = useProblems(staffMessages, actionData?.refusals);
	const path = staffTextPath(text);
	const process = `/o/${text.place.slug}/beteiligung/${text.process.slug}`;
	const hasPublic = text.versions.some(({ publishedAt }) => publishedAt !== null);
	return (
		<>
			<title>{`${text.title} – ${text.place.name}`}</title>
			<StaffCrumbs head={text} />
			<ErrorSummary errors={errors} />
			{isPublished && <Alert tone="success" title={t("one.published")} live />}
			<PageTitle title={text.title} above={text.process.title}>
				{text.may.manage && !text.inWork && (
					<Form inline>
						<Button>{t("one.begin")}</Button>
					</Form>
				)}
				<ButtonRow>
					{text.may.manage && text.inWork && (
						<>
							<LinkButton href={`${path}/fassung`}>{t("one.write", { number: String(text.inWork) })}</LinkButton>
							<LinkButton look="secondary" href={`${path}/veroeffentlichen`}>
								{t("one.publish", { number: String(text.inWork) })}
							</LinkButton>
						</>
					)}
					{text.may.giveBack && (
						<LinkButton look="secondary" href={`${path}/zurueckgeben`}>
							{h("give.title")}
						</LinkButton>
					)}
					{hasPublic && (
						<LinkButton look="tertiary" href={`${process}/text/${text.code}`}>
							{t("one.public")}
						</LinkButton>
					)}
				</ButtonRow>
			</PageTitle>
			<Section id="fassungen" title={t("one.versions")}>
				<DataTable
					caption={t("one.versions")}
					captionHidden
					rows={text.versions}
					rowKey={({ number }) => String(number)}
					columns={[
						{
							key: "number",
							header: t("one.number"),
							rowHeader: true,
							cell: ({ number, publishedAt }) =>
								publishedAt ? (
									<a href={`${process}/text/${text.code}?fassung=${number}`}>
										{words("version", { number: String(number) })}
									</a>
								) : (
									words("version", { number: String(number) })
								),
						},
						{
							key: "state",
							header: t("one.state"),
							cell: ({ publishedAt, changedAt }) =>
								publishedAt ? (
									<>
										<Badge tone="success">{words("states.published")}</Badge>{" "}
										{t("one.publishedOn", { date: dateLong(publishedAt) })}
									</>
								) : (
									<>
										<Badge>{words("states.in-work")}</Badge> {t("one.changedOn", { date: dateLong(changedAt) })}
									</>
								),
						},
						{ key: "note", header: t("one.note"), cell: ({ note }) => note ?? t("list.none") },
					]}
				/>
			</Section>
			<Section id="anmerkungen" title={t("one.treatment")}>
				<p>{t("one.treatmentText", { count: text.annotations, open: String(text.open) })}</p>
				{hasPublic && (
					<ButtonRow>
						<LinkButton look="secondary" href={`${process}/text/${text.code}/anmerkungen`}>
							{t("one.table")}
						</LinkButton>
						<LinkButton
							look="secondary"
							href={`/o/${text.place.slug}/verwaltung/beteiligung/${text.process.slug}/antworten`}
						>
							{t("one.answers")}
						</LinkButton>
					</ButtonRow>
				)}
			</Section>
		</>
	);
}
