import { Alert } from "~/design/alert";
import { ConfirmBox } from "~/design/confirm-box";
import { ErrorSummary } from "~/design/error-summary";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { closeProcess } from "../../commands/close-process.server";
import { waitingInParts } from "../../parts.server";
import { closingMessages } from "../closing-messages";
import { messages } from "../messages";
import type { PartKind } from "../part";
import { publishingPage } from "../queries/process-work.server";
import type { Route } from "./+types/archive-process";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const process = await publishingPage(world, params);
	return { process, waiting: await waitingInParts(world, process.id) };
});

/** The last piece of the staff page on which what waits in a part is answered. */
const pages = {
	contributions: "antworten",
	texts: "antworten",
	surveys: "umfrage",
	budgets: "budget",
	votes: "abstimmung",
	events: "termine",
	planning: "bauleitplanung",
} as const satisfies Record<PartKind, string>;

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { id } = await publishingPage(world, params);
	const outcome = await closeProcess(world, { id });
	return outcome.done ? onward(`/o/${params.place}/verwaltung/beteiligung`) : again({}, outcome.refusals);
});

export default function ArchiveProcess({ loaderData: { process, waiting }, actionData, params }: Route.ComponentProps) {
	const t = useText(messages);
	const closing = useText(closingMessages);
	const { errors } = useProblems(messages, actionData?.refusals);
	const hub = `/o/${params.place}/verwaltung/beteiligung/${params.process}`;
	return (
		<>
			<title>{`${t("publish.archiveNow")} – ${process.title}`}</title>
			<ErrorSummary errors={errors} />
			<PageTitle title={process.title} above={t("publish.archive")} />
			{waiting.length > 0 && (
				<Alert tone="warning" title={closing("title")}>
					<ul>
						{waiting.map(({ part, count }) => (
							<li key={part}>
								<a href={`${hub}/${pages[part]}`}>{closing(`waiting.${part}`, { count })}</a>
							</li>
						))}
					</ul>
				</Alert>
			)}
			<ConfirmBox
				id="abschliessen"
				title={t("publish.archiveQuestion")}
				text={t("publish.archiveHint")}
				confirm={t("publish.archiveNow")}
				cancelHref={`${hub}/veroeffentlichen`}
			/>
		</>
	);
}
