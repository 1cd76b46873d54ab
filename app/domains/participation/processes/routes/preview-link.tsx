import { Alert } from "~/design/alert";
import { ErrorSummary } from "~/design/error-summary";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { houseAddress } from "~/platform/address.server";
import { conduct } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { makePreviewLink } from "../commands/make-preview-link.server";
import { messages } from "../messages";
import { publishingPage } from "../queries/process-work.server";
import type { Route } from "./+types/preview-link";

const back = (params: { place: string; process: string }) =>
	`/o/${params.place}/verwaltung/beteiligung/${params.process}/veroeffentlichen`;

/** The link is shown once, as the answer to its making. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	publishingPage(world, params),
);

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { id } = await publishingPage(world, params);
	const outcome = await makePreviewLink(world, { id });
	if (!outcome.done) return again({}, outcome.refusals);
	const path = `/o/${params.place}/beteiligung/${params.process}?vorschau=${outcome.value.token}`;
	return { link: houseAddress(path) };
});

export default function PreviewLink({ loaderData: process, actionData, params }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors } = useProblems(messages, actionData && "refusals" in actionData ? actionData.refusals : undefined);
	return (
		<>
			<title>{`${t("publish.preview")} – ${process.title}`}</title>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("publish.preview")} above={process.title} lead={t("publish.previewHint")} />
			{actionData && "link" in actionData && (
				<Alert tone="success" title={t("publish.previewMade")} live>
					<p>
						<a href={actionData.link}>{actionData.link}</a>
					</p>
				</Alert>
			)}
			<p>
				<a href={back(params)}>{t("publish.title")}</a>
			</p>
		</>
	);
}
