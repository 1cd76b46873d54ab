import { ConfirmBox } from "~/design/confirm-box";
import { ErrorSummary } from "~/design/error-summary";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { takeBackLetters } from "../commands/letter-runs.server";
import { runPage } from "../queries/letter-subject.server";
import { staffMessages } from "../staff-messages";
import { LetterCrumbs } from "../ui/letter-crumbs";
import type { Route } from "./+types/take-back";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => runPage(world, params));

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { path, run } = await runPage(world, params);
	const outcome = await takeBackLetters(world, { id: run.id });
	return outcome.done ? onward(`${path}/${run.id}`) : again({}, outcome.refusals);
});

/** Asks once before the codes of letters become invalid, or addresses are thrown away. */
export default function TakeBack({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { errors } = useProblems(staffMessages, actionData?.refusals);
	const { run } = page;
	const title = t(run.madeAt ? "takeBack" : "discard");
	return (
		<>
			<title>{`${title} – ${page.title}`}</title>
			<LetterCrumbs head={page} here={title} />
			<ErrorSummary errors={errors} />
			<PageTitle title={title} above={page.title} />
			<ConfirmBox
				id="zuruecknehmen"
				title={t("takeBackQuestion", { count: run.letters })}
				text={run.madeAt ? t("takeBackText") : undefined}
				confirm={title}
				cancelHref={`${page.path}/${run.id}`}
			/>
		</>
	);
}
