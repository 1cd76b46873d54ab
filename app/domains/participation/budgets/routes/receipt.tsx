import { DataTable } from "~/design/data-table";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages as ballotMessages } from "../../ballots/messages";
import { ReceiptWords } from "../../ballots/ui/receipt-words";
import { messages } from "../messages";
import { castBallotBy } from "../queries/paper.server";
import type { Route } from "./+types/receipt";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	ballot: await castBallotBy(world, params),
	isNew: new URL(request.url).searchParams.has("neu"),
}));

export default function Receipt({ loaderData: { ballot, isNew } }: Route.ComponentProps) {
	const t = useText(messages);
	const b = useText(ballotMessages);
	const { money } = useFormat();
	return (
		<ReceiptWords ballot={ballot} isNew={isNew}>
			<DataTable
				caption={b("receipt.content")}
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
		</ReceiptWords>
	);
}
