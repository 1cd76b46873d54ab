import { Alert, type Tone } from "~/design/alert";
import { LinkButton } from "~/design/button";
import { SummaryList } from "~/design/summary-list";
import { LocalDate } from "~/design/time";
import { useFormat, useText } from "~/platform/i18n";
import { inGroups } from "../fingerprint";
import { messages } from "../messages";
import type { Verdict } from "../queries/check-version.server";

const tones: Record<Verdict["result"], Tone> = {
	genuine: "success",
	waiting: "info",
	ended: "warning",
	superseded: "warning",
	altered: "danger",
	unknown: "warning",
	limited: "warning",
};

/** The answer of the check, with what is known of a genuine version. */
export function VerdictView({ verdict }: { verdict: Verdict }) {
	const t = useText(messages);
	const { date } = useFormat();
	if (!("sha256" in verdict)) {
		return (
			<Alert tone={tones[verdict.result]} title={t(`check.${verdict.result}`)} live>
				{verdict.result !== "limited" && <p>{t(`check.${verdict.result}Text`)}</p>}
			</Alert>
		);
	}
	const { result } = verdict;
	const words =
		result === "waiting" ? t("check.waitingText", { day: date(verdict.inForceFrom) }) : t(`check.${result}Text`);
	return (
		<>
			<Alert tone={tones[result]} title={t(`check.${result}`)} live>
				<p>{words}</p>
				{verdict.sameFile && <p>{t("check.same")}</p>}
			</Alert>
			<SummaryList
				rows={[
					{ term: t("kind"), value: verdict.title },
					{ term: t("page.number"), value: `${verdict.number}, ${t("page.version")} ${verdict.version}` },
					{ term: t("page.parties"), value: verdict.parties.join(", ") },
					{ term: t("check.concluded"), value: <LocalDate value={verdict.concludedOn} /> },
					{ term: t("check.fingerprint"), value: inGroups(verdict.sha256) },
				]}
			/>
			{verdict.href && (
				<LinkButton href={verdict.href} look="secondary">
					{t("check.toAgreement")}
				</LinkButton>
			)}
		</>
	);
}
