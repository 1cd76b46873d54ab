import { Alert } from "~/design/alert";
import { LinkButton } from "~/design/button";
import { useFormat, useText } from "~/platform/i18n";
import { moderationRules } from "../contribution";
import { messages } from "../messages";
import type { AuthorPage } from "../queries/author-page.server";

/** Why the own contribution was hidden, what the moderation writes, and where a review stands. */
export function HidingNotice({
	hiding,
	askHref,
}: {
	hiding: NonNullable<AuthorPage["hiding"]>;
	askHref: string | null;
}) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const rule = moderationRules.find((known) => known === hiding.rule) ?? "off-topic";
	return (
		<Alert tone="warning" title={t("receipt.hiddenBecause", { rule: t(`rules.${rule}`) })}>
			{hiding.reason && (
				<>
					<p>{t("receipt.hiddenWords")}</p>
					<blockquote>{hiding.reason}</blockquote>
				</>
			)}
			{hiding.reviewedAt && hiding.reviewOutcome === "upheld" ? (
				<>
					<p>{t("receipt.upheld", { date: dateLong(hiding.reviewedAt) })}</p>
					{hiding.reviewReason && <blockquote>{hiding.reviewReason}</blockquote>}
				</>
			) : (
				hiding.reviewAskedAt && <p>{t("receipt.asked", { date: dateLong(hiding.reviewAskedAt) })}</p>
			)}
			{askHref && (
				<LinkButton look="secondary" href={askHref}>
					{t("receipt.ask")}
				</LinkButton>
			)}
		</Alert>
	);
}
