import { ConfirmBox } from "~/design/confirm-box";
import { ErrorSummary } from "~/design/error-summary";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { binProcess } from "../commands/bin-process.server";
import { workOf } from "../queries/process-work.server";
import { setupMessages } from "../setup-messages";
import { WorkCrumbs } from "../ui/work-crumbs";
import type { Route } from "./+types/bin-process";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => workOf(world, params));

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { id } = await workOf(world, params);
	const outcome = await binProcess(world, { id });
	return outcome.done ? onward(`/o/${params.place}/verwaltung/beteiligung/papierkorb`) : again({}, outcome.refusals);
});

export default function BinProcess({ loaderData: process, actionData }: Route.ComponentProps) {
	const t = useText(setupMessages);
	const { errors } = useProblems(setupMessages, actionData?.refusals);
	return (
		<>
			<title>{`${t("bin.confirm")} – ${process.title}`}</title>
			<WorkCrumbs process={process} here={t("bin.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={process.title} above={t("bin.title")} />
			<ConfirmBox
				id="papierkorb"
				title={t("bin.question")}
				text={t("bin.text")}
				confirm={t("bin.confirm")}
				cancelHref={`/o/${process.place.slug}/verwaltung/beteiligung/${process.slug}`}
			/>
		</>
	);
}
