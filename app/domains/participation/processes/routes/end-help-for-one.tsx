import { ConfirmBox } from "~/design/confirm-box";
import { ErrorSummary } from "~/design/error-summary";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { endHelp } from "../commands/help-with-process.server";
import { helpAt } from "../queries/help.server";
import { setupMessages } from "../setup-messages";
import type { Route } from "./+types/end-help-for-one";

const pathOf = (place: string) => `/o/${place}/verwaltung/beteiligung/hilfe`;

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => helpAt(world, params));

/** The helping organisation declines or ends its help. */
export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { help } = await helpAt(world, params);
	const outcome = await endHelp(world, { id: help.id });
	return outcome.done ? onward(pathOf(params.place)) : again({}, outcome.refusals);
});

export default function EndHelpForOne({ loaderData: { help }, actionData, params }: Route.ComponentProps) {
	const t = useText(setupMessages);
	const { errors } = useProblems(setupMessages, actionData?.refusals);
	const act = t(help.state === "asked" ? "help.decline" : "help.end");
	return (
		<>
			<title>{`${act} – ${help.title}`}</title>
			<ErrorSummary errors={errors} />
			<PageTitle title={help.title} above={t("help.of", { name: help.owner })} />
			<ConfirmBox
				id="beenden"
				title={act}
				text={help.request}
				confirm={act}
				cancelHref={`${pathOf(params.place)}/${help.id}`}
			/>
		</>
	);
}
