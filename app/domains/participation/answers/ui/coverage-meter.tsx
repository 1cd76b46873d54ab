import { Meter } from "~/design/stat";
import { useFormat, useText } from "~/platform/i18n";
import { acknowledgedShare, type Coverage } from "../coverage";
import { messages } from "../messages";
import { outcomeMessages } from "../outcome-messages";

/** "1 von 12 beantwortet, die übrigen bis 30. Juni" with its bar, and the share of mere acknowledgements. Late ones are not said here: that is inside only. */
export function CoverageMeter({ coverage }: { coverage: Omit<Coverage, "late"> }) {
	const t = useText(messages);
	const more = useText(outcomeMessages);
	const share = acknowledgedShare(coverage);
	const { dateLong, number } = useFormat();
	const { published, answered, restUntil } = coverage;
	const counts = { answered: number(answered), published: number(published) };
	const words = () => {
		if (published === 0) return t("coverage.none");
		if (answered === published) return t("coverage.all", { count: published });
		if (restUntil === null) return t("coverage.some", counts);
		return t("coverage.until", { ...counts, date: dateLong(restUntil.toISOString().slice(0, 10)) });
	};
	return (
		<>
			<Meter value={answered} total={published}>
				{words()}
			</Meter>
			{share !== null && (
				<p className="gw-muted">{more("meter.acknowledged", { count: coverage.acknowledged, share: number(share) })}</p>
			)}
		</>
	);
}
