import { ConfirmBox } from "~/design/confirm-box";
import { ErrorSummary } from "~/design/error-summary";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { closeProcess } from "../../commands/close-process.server";
import { messages } from "../messages";
import { publishingPage } from "../queries/process-work.server";
import type { Route } from "./+types/archive-process";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	publishingPage(world, params),
);

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { id } = await publishingPage(world, params);
	const outcome = await closeProcess(world, { id });
	return outcome.done ? onward(`/o/${params.place}/verwaltung/beteiligung`) : again({}, outcome.refusals);
});

export default function ArchiveProcess({ loaderData: process, actionData, params }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors } = useProblems(messages, actionData?.refusals);
	return (
		<>
			<title>{`${t("publish.archiveNow")} – ${process.title}`}</title>
			<ErrorSummary errors={errors} />
			<PageTitle title={process.title} above={t("publish.archive")} />
			<ConfirmBox
				id="abschliessen"
				title={t("publish.archiveQuestion")}
				text={t("publish.archiveHint")}
				confirm={t("publish.archiveNow")}
				cancelHref={`/o/${params.place}/verwaltung/beteiligung/${params.process}/veroeffentlichen`}
			/>
		</>
	);
}
