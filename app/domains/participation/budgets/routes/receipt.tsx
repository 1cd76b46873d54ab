import { LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { castBallotBy } from "../queries/paper.server";
import { BudgetCrumbs } from "../ui/budget-crumbs";
import type { Route } from "./+types/receipt";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	ballot: await castBallotBy(world, params),
	isNew: new URL(request.url).searchParams.has("neu"),
}));

export default function Receipt({ loaderData: { ballot, isNew } }: Route.ComponentProps) {
	const t = useText(messages);
	const { money } = useFormat();
	const title = isNew ? t("receipt.title") : t("receipt.look");
	return (
		<>
			<title>{`${title} – ${ballot.title}`}</title>
			<BudgetCrumbs budget={ballot} here={t("receipt.code")} />
			<PageTitle title={title} above={ballot.title} lead={isNew ? t("receipt.lead") : undefined} />
			<p>
				{t("receipt.code")}: <strong data-receipt>{(ballot.receipt.match(/.{1,4}/g) ?? []).join("-")}</strong>
			</p>
			<p>{t("receipt.how")}</p>
			<p>{t("receipt.warning")}</p>
			<DataTable
				caption={t("receipt.content")}
				rows={ballot.chosen}
				rowKey={({ number }) => String(number)}
				columns={[
					{
						key: "project",
						header: t("page.project"),
						rowHeader: true,
						cell: ({ number, title: name }) => `${number}. ${name}`,
					},
					...(ballot.ballot === "points"
						? [
								{
									key: "points",
									header: t("cast.points"),
									numeric: true,
									cell: ({ points }: { points: number }) => points,
								},
							]
						: []),
					{ key: "cost", header: t("page.cost"), numeric: true, cell: ({ costCents }) => money(costCents ?? 0n) },
				]}
			/>
			<LinkButton look="secondary" href={ballot.path}>
				{t("paper.toBudget")}
			</LinkButton>
		</>
	);
}
