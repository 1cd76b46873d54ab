import { Alert } from "~/design/alert";
import { ButtonRow, LinkButton } from "~/design/button";
import { Section } from "~/design/layout";
import { SummaryList } from "~/design/summary-list";
import { LocalDateTime } from "~/design/time";
import { useFormat, useText } from "~/platform/i18n";
import { checkMessages } from "../check-messages";
import { inGroups } from "../fingerprint";
import type { SealShown } from "../queries/seal.server";

/** The seal of a concluded version and what belongs to it; the protocol and the trail are for the parties. */
export function Seal({ seal, code, inside }: { seal: SealShown; code: string; inside: boolean }) {
	const t = useText(checkMessages);
	const { dateTime } = useFormat();
	const trail = (
		<LinkButton href={`/vereinbarungen/${code}/pruefspur`} look="tertiary" download>
			{t("seal.trail")}
		</LinkButton>
	);
	return (
		<Section title={t("seal.title")} id="pruefvermerk" intro={t("seal.lead")}>
			{seal.state === "waits" && (
				<Alert tone="warning" title={t(`seal.waits.${seal.reason}`)}>
					<p>{t("seal.waitsText", { why: t(`seal.why.${seal.reason}`), since: dateTime(new Date(seal.since)) })}</p>
				</Alert>
			)}
			{seal.state === "none" && <Alert tone="info" title={t("seal.none")} />}
			{seal.state === "sealed" && (
				<SummaryList
					rows={[
						{ term: t("seal.at"), value: <LocalDateTime value={new Date(seal.at)} /> },
						{ term: t("seal.level"), value: t(seal.stamped ? "seal.stamped" : "seal.plain") },
						{ term: t("seal.certificate"), value: inGroups(seal.certificateSha256) },
						...(inside
							? [
									{
										term: t("seal.chain"),
										value: t("seal.chainOf", {
											head: inGroups(seal.chain.head),
											events: String(seal.chain.events),
										}),
									},
								]
							: []),
					]}
				/>
			)}
			<ButtonRow>
				{seal.state === "sealed" && (
					<LinkButton href={seal.pdfHref} look="secondary" download>
						{t("seal.sealedPdf")}
					</LinkButton>
				)}
				{seal.state === "sealed" && inside && (
					<LinkButton href={seal.protocolHref} look="secondary" download>
						{t("seal.protocol")}
					</LinkButton>
				)}
				{inside && trail}
			</ButtonRow>
		</Section>
	);
}
