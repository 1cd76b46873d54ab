import { ConfirmBox } from "~/design/confirm-box";
import { ErrorSummary } from "~/design/error-summary";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { withdraw } from "../commands/withdraw.server";
import { messages } from "../messages";
import { type KeyParams, ownKeyOf, ownPathOf } from "../own-key";
import { authorPage } from "../queries/author-page.server";
import type { Route } from "./+types/withdraw";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const keyParams: KeyParams = params;
	if (!keyParams.token && world.actor.kind !== "person") throw new SignInNeeded();
	const { title, process } = await authorPage(world, ownKeyOf(keyParams));
	return { title, process: process.title, path: ownPathOf(keyParams) };
});

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const keyParams: KeyParams = params;
	const outcome = await withdraw(world, { key: ownKeyOf(keyParams) });
	return outcome.done ? onward(ownPathOf(keyParams)) : again({}, outcome.refusals);
});

export default function Withdraw({ loaderData: { title, process, path }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors } = useProblems(messages, actionData?.refusals);
	return (
		<>
			<title>{`${t("withdraw.title")} – ${process}`}</title>
			<ErrorSummary errors={errors} />
			<PageTitle title={title} above={process} />
			<ConfirmBox
				id="zurueckziehen"
				title={t("withdraw.title")}
				text={t("withdraw.lead")}
				confirm={t("withdraw.submit")}
				cancelHref={path}
			/>
		</>
	);
}
