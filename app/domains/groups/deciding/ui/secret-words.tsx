import { Alert } from "~/design/alert";
import { useText } from "~/platform/i18n";
import type { BenchKind } from "../../group";
import { messages } from "../../messages";
import { ballotMessages } from "../ballot-messages";

/** What a secret vote keeps secret, and what it does not protect against; said before anybody votes. */
export function SecretWords({ bench, slips }: { bench: BenchKind | null; slips: boolean }) {
	const t = useText(ballotMessages);
	const words = useText(messages);
	return (
		<>
			<Alert title={t("ballot.secret")} level={3}>
				<p>{t("ballot.secretKeeps")}</p>
				<p>{t("ballot.secretOnce")}</p>
			</Alert>
			<Alert tone="warning" title={t("ballot.secretNot")} level={3}>
				<ul>
					<li>{t("ballot.secretOperator")}</li>
					<li>{t("ballot.secretSame")}</li>
					{bench && <li>{t("ballot.secretBench", { bench: words(`benches.${bench}`) })}</li>}
					{slips && <li>{t("ballot.secretSlips")}</li>}
					<li>{t("ballot.secretScreen")}</li>
					<li>{t("ballot.secretVoted")}</li>
				</ul>
			</Alert>
		</>
	);
}
