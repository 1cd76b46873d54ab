import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { PageTitle } from "~/design/page-title";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { budgetPage } from "../queries/budget-page.server";
import { castBallotBy } from "../queries/paper.server";
import { BudgetCrumbs } from "../ui/budget-crumbs";
import type { Route } from "./+types/find-ballot";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const budget = await budgetPage(world, params);
	const receipt = (new URL(request.url).searchParams.get("quittung") ?? "").trim().slice(0, 40);
	if (receipt === "") return { budget, receipt };
	try {
		const ballot = await castBallotBy(world, { ...params, receipt });
		throw onward(`${budget.path}/quittung/${ballot.receipt}`);
	} catch (error) {
		if (!(error instanceof NotFound)) throw error;
		return { budget, receipt };
	}
});

export default function FindBallot({ loaderData: { budget, receipt } }: Route.ComponentProps) {
	const t = useText(messages);
	const error = receipt === "" ? undefined : t("receipt.none");
	return (
		<>
			<title>{`${t("receipt.find")} – ${budget.title}`}</title>
			<BudgetCrumbs budget={budget} here={t("receipt.find")} />
			<ErrorSummary errors={error ? [{ field: "quittung", message: error }] : []} />
			<PageTitle title={t("receipt.find")} above={budget.title} />
			<form method="get" className="gw-form">
				<TextField
					name="quittung"
					label={t("receipt.code")}
					hint={t("receipt.findHint")}
					value={receipt}
					error={error}
					autoComplete="off"
					spellCheck={false}
					width="medium"
				/>
				<Button>{t("receipt.find")}</Button>
			</form>
		</>
	);
}
