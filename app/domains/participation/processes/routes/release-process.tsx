import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { publishWholeProcess } from "../../commands/publish-whole-process.server";
import { changedSinceAsked } from "../../parts.server";
import { releaseForm } from "../forms";
import { messages } from "../messages";
import { processPage } from "../queries/process-page.server";
import { publishingPage } from "../queries/process-work.server";
import { ChangedSince } from "../ui/changed-since";
import { DecisionFrame } from "../ui/decision-frame";
import { ReleaseWords } from "../ui/release-words";
import { WorkCrumbs } from "../ui/work-crumbs";
import type { Route } from "./+types/release-process";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const work = await publishingPage(world, params);
	return {
		work,
		page: await processPage(world, { ...params, preview: null }),
		changedParts: await changedSinceAsked(world, work.id),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await publishingPage(world, params);
	const form = await readForm(request, releaseForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await publishWholeProcess(world, { id, revision: form.value.revision });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/beteiligung/${outcome.value.slug}`);
});

export default function ReleaseProcess({ loaderData: { work, page, changedParts }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors } = useProblems(messages, actionData?.refusals);
	const path = `/o/${work.place.slug}/verwaltung/beteiligung/${work.slug}`;
	return (
		<>
			<title>{`${t("publish.release")} – ${work.title}`}</title>
			<WorkCrumbs process={work} here={t("publish.release")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={work.title} above={t("publish.read")}>
				<ButtonRow>
					<LinkButton look="secondary" href={`/o/${work.place.slug}/beteiligung/${work.slug}`}>
						{t("publish.see")}
					</LinkButton>
					{work.release && (
						<LinkButton look="secondary" href={`${path}/freigabe/zuruecknehmen`}>
							{t("publish.takeBack")}
						</LinkButton>
					)}
				</ButtonRow>
			</PageTitle>
			<DecisionFrame process={page} />
			{work.release ? <ReleaseWords release={work.release} /> : <Alert title={t("refusals.not-waiting")} />}
			<ChangedSince parts={changedParts} />
			{work.release?.may && changedParts.length === 0 && (
				<Form hidden={{ revision: String(work.revision) }}>
					<Button>{t("publish.release")}</Button>
				</Form>
			)}
		</>
	);
}
