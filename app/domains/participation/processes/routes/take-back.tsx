import { ConfirmBox } from "~/design/confirm-box";
import { ErrorSummary } from "~/design/error-summary";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { takeBackPublication } from "../commands/ask-publication.server";
import { messages } from "../messages";
import { workOf } from "../queries/process-work.server";
import { WorkCrumbs } from "../ui/work-crumbs";
import type { Route } from "./+types/take-back";

const back = (params: { place: string; process: string }) =>
	`/o/${params.place}/verwaltung/beteiligung/${params.process}/veroeffentlichen`;

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => workOf(world, params));

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { id } = await workOf(world, params);
	const outcome = await takeBackPublication(world, { id });
	return outcome.done ? onward(back(params)) : again({}, outcome.refusals);
});

export default function TakeBack({ loaderData: process, actionData, params }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors } = useProblems(messages, actionData?.refusals);
	return (
		<>
			<title>{`${t("publish.takeBack")} – ${process.title}`}</title>
			<WorkCrumbs process={process} here={t("publish.takeBack")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={process.title} above={t("publish.title")} />
			<ConfirmBox
				id="zuruecknehmen"
				title={t("publish.takeBack")}
				confirm={t("publish.takeBack")}
				cancelHref={back(params)}
			/>
		</>
	);
}
