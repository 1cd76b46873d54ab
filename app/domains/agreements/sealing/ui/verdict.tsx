import { Alert, type Tone } from "~/design/alert";
import { LinkButton } from "~/design/button";
import { SummaryList } from "~/design/summary-list";
import { LocalDate, LocalDateTime } from "~/design/time";
import { useFormat, useText } from "~/platform/i18n";
import { checkMessages } from "../check-messages";
import { inGroups } from "../fingerprint";
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
	const t = useText(checkMessages);
	const { date } = useFormat();
	if (!("sha256" in verdict)) {
		const words = {
			limited: null,
			altered: t("alteredText"),
			unknown: t(verdict.result === "unknown" && verdict.by === "file" ? "unknownFile" : "unknownText"),
		}[verdict.result];
		return (
			<Alert tone={tones[verdict.result]} title={t(verdict.result)} live>
				{words && <p>{words}</p>}
			</Alert>
		);
	}
	const { result, seal } = verdict;
	const words = result === "waiting" ? t("waitingText", { day: date(verdict.inForceFrom) }) : t(`${result}Text`);
	return (
		<>
			<Alert tone={tones[result]} title={t(result)} live>
				<p>
					{words}
					{result === "superseded" && !verdict.successor && ` ${t("supersededBy", { number: String(verdict.newest) })}`}
				</p>
				{verdict.successor && (
					<p>
						<a href={verdict.successor.href}>
							{t("successor", { number: verdict.successor.number, day: date(verdict.successor.from) })}
						</a>
					</p>
				)}
				{verdict.sameFile && <p>{t(`same.${verdict.sameFile}`)}</p>}
			</Alert>
			<SummaryList
				rows={[
					{ term: t("kind"), value: verdict.title },
					{ term: t("number"), value: `${verdict.number}, ${t("version")} ${verdict.version}` },
					{ term: t("parties"), value: verdict.parties.join(", ") },
					{ term: t("concluded"), value: <LocalDate value={verdict.concludedOn} /> },
					{ term: t("fingerprint"), value: inGroups(verdict.sha256) },
					{
						term: t("seal.title"),
						value:
							seal.state === "sealed" ? (
								<LocalDateTime value={new Date(seal.at)} />
							) : seal.state === "waits" ? (
								t(`seal.waits.${seal.reason}`)
							) : (
								t("seal.none")
							),
					},
					...(seal.state === "sealed"
						? [{ term: t("seal.certificate"), value: inGroups(seal.certificateSha256) }]
						: []),
				]}
			/>
			{verdict.href && (
				<LinkButton href={verdict.href} look="secondary">
					{t("toAgreement")}
				</LinkButton>
			)}
		</>
	);
}
