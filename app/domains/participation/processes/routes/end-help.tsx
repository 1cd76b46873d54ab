import { ConfirmBox } from "~/design/confirm-box";
import { ErrorSummary } from "~/design/error-summary";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { endHelp } from "../commands/help-with-process.server";
import { helpOfProcess } from "../queries/help.server";
import { setupMessages } from "../setup-messages";
import type { Route } from "./+types/end-help";

const pathOf = (params: { place: string; process: string }) =>
	`/o/${params.place}/verwaltung/beteiligung/${params.process}/hilfe`;

const helpIn = async (world: World, params: { place: string; process: string; help: string }) => {
	const { helps, title } = await helpOfProcess(world, params);
	const help = helps.find(({ id }) => id === params.help);
	if (!help) throw new NotFound();
	return { id: help.id, helper: help.helper, title };
};

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => helpIn(world, params));

/** The owner of the process takes the request back or ends the help. */
export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { id } = await helpIn(world, params);
	const outcome = await endHelp(world, { id });
	return outcome.done ? onward(pathOf(params)) : again({}, outcome.refusals);
});

export default function EndHelp({ loaderData: help, actionData, params }: Route.ComponentProps) {
	const t = useText(setupMessages);
	const { errors } = useProblems(setupMessages, actionData?.refusals);
	return (
		<>
			<title>{`${t("help.end")} – ${help.title}`}</title>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("help.title")} above={help.title} />
			<ConfirmBox id="beenden" title={help.helper} confirm={t("help.end")} cancelHref={pathOf(params)} />
		</>
	);
}
