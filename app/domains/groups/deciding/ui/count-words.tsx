import { useText } from "~/platform/i18n";
import type { BenchTest, MajorityCount } from "../../../counting/index";
import { benchKind } from "../../group";
import { messages } from "../../messages";

/** Why the result is what it is: each test of the rule with its figures. */
export function CountWords({ count }: { count: MajorityCount | null }) {
	const t = useText(messages);
	if (!count) return <p>{t("recommendation.uncounted")}</p>;
	const { quorum, threshold, benches } = count;
	const figures = ({ reached, needed }: { reached: number; needed: number }) => ({
		reached: String(reached),
		needed: String(needed),
	});
	return (
		<ul>
			{quorum && <li>{t(quorum.met ? "recommendation.quorumMet" : "recommendation.quorumUnmet", figures(quorum))}</li>}
			<BenchQuorumItems tests={count.benchQuorums} />
			<li>{t(threshold.met ? "recommendation.thresholdMet" : "recommendation.thresholdUnmet", figures(threshold))}</li>
			{benches.map((test) => (
				<li key={test.bench}>
					{t(test.met ? "recommendation.benchMet" : "recommendation.benchUnmet", {
						...figures(test),
						bench: t(`benches.${benchKind(test.bench)}`),
					})}
				</li>
			))}
		</ul>
	);
}

/** Whether each bench that has to be able to decide by itself was. */
export function BenchQuorumItems({ tests }: { tests: readonly BenchTest[] }) {
	const t = useText(messages);
	return tests.map(({ bench, met, reached, needed }) => (
		<li key={`quorum-${bench}`}>
			{t(met ? "recommendation.benchQuorumMet" : "recommendation.benchQuorumUnmet", {
				bench: t(`benches.${benchKind(bench)}`),
				reached: String(reached),
				needed: String(needed),
			})}
		</li>
	));
}
