import { csvOf } from "~/platform/csv";
import { conduct } from "~/platform/http/conduct.server";
import { textFor } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../../messages";
import { agreementPage } from "../../queries/agreement-page.server";
import { euroField } from "../money-input";
import { sheetMessages } from "../sheet-messages";
import type { Route } from "./+types/shares-csv";

/** Every share as a line, for whoever may read the agreement: the version as it was frozen, before that the draft. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { shown, number } = await agreementPage(world, params.code);
	const [t, say] = [textFor(world.locale, sheetMessages), textFor(world.locale, messages)];
	const titles = (["item", "costClass", "year", "sum", "party", "share"] as const).map((name) => t(`shares.${name}`));
	const lines = shown.items.flatMap(({ label, costClass, parties, years }) =>
		years.flatMap(({ year, cents, shares }) =>
			parties.map((party, index) => [
				label,
				say(`classes.${costClass}`),
				year,
				euroField(BigInt(cents)),
				party,
				euroField(BigInt(shares[index] ?? "0")),
			]),
		),
	);
	return new Response(csvOf([titles, ...lines]), {
		headers: {
			"Content-Type": "text/csv; charset=utf-8",
			"Content-Disposition": `attachment; filename="anteile-${number.toLowerCase()}.csv"`,
			"Cache-Control": "no-store",
		},
	});
});
