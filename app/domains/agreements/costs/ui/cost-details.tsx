import { useFormat, useText } from "~/platform/i18n";
import { costMessages } from "../messages";
import { percentField } from "../money-input";
import type { ShownDetails } from "../shown-details";

/** What a cost item says beside its table: tax, prices, base amounts, caps, forecast. */
export function CostDetails({ details }: { details: ShownDetails }) {
	const t = useText(costMessages);
	const { money } = useFormat();
	const list = (amounts: ShownDetails["caps"]) =>
		amounts.map(({ party, cents }) => `${party} ${money(BigInt(cents))}`).join(", ");
	const { tax, index, forecastFrom, bases, caps, unit } = details;
	const lines = [
		...(tax ? [`${t("plan.taxOf", { tax: t(`tax.${tax}`) })}.`] : []),
		...(unit ? [t("plan.unitOf", { unit })] : []),
		...(bases.length > 0 ? [t("plan.bases", { list: list(bases) })] : []),
		...(caps.length > 0 ? [t("plan.caps", { list: list(caps) })] : []),
		...(index
			? [
					t("plan.indexed", {
						year: String(index.baseYear),
						basis: index.basis,
						rate: `${percentField(BigInt(index.perYear))} %`,
						effect: t(`effects.${index.effect}`),
					}),
				]
			: []),
		...(forecastFrom ? [t("plan.forecast", { year: String(forecastFrom) })] : []),
	];
	return lines.length > 0 ? <p>{lines.join(" ")}</p> : null;
}
