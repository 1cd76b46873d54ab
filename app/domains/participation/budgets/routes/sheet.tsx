import { houseAddress } from "~/platform/address.server";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { BallotSheet, SheetLine } from "../../ballots/ui/ballot-sheet";
import { messages } from "../messages";
import { budgetSheet } from "../queries/budget-page.server";
import { BallotWords } from "../ui/rule-words";
import type { Route } from "./+types/sheet";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const budget = await budgetSheet(world, params);
	return { budget, url: houseAddress(budget.path) };
});

/** The ballot of a citizens' budget to print. */
export default function BudgetSheet({ loaderData: { budget, url } }: Route.ComponentProps) {
	const t = useText(messages);
	const { money } = useFormat();
	return (
		<BallotSheet box={budget} url={url}>
			<p>{t("page.lead", { amount: money(budget.amountCents) })}</p>
			<BallotWords budget={budget} />
			<ol>
				{budget.projects.map(({ number, title, costCents }) => (
					<SheetLine
						key={number}
						label={`${number}. ${title}`}
						hint={costCents === null ? undefined : money(costCents)}
						boxes={budget.ballot === "points" ? null : [""]}
					/>
				))}
			</ol>
		</BallotSheet>
	);
}
