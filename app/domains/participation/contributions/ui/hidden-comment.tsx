import { Alert } from "~/design/alert";
import { LinkButton } from "~/design/button";
import { useFormat, useText } from "~/platform/i18n";
import { commentMessages } from "../comment-messages";
import { moderationRules } from "../contribution";
import { messages } from "../messages";
import type { ownCommentPage } from "../queries/comment-page.server";

type Hiding = NonNullable<Awaited<ReturnType<typeof ownCommentPage>>["hiding"]>;

/** Why the own comment was hidden, and where a review stands. */
export function HiddenComment({ hiding, askHref }: { hiding: Hiding; askHref: string | null }) {
	const t = useText(commentMessages);
	const words = useText(messages);
	const { dateLong } = useFormat();
	const rule = moderationRules.find((known) => known === hiding.rule) ?? "off-topic";
	return (
		<Alert tone="warning" title={t("own.hiddenBecause", { rule: words(`rules.${rule}`) })}>
			{hiding.reason && <blockquote>{hiding.reason}</blockquote>}
			{hiding.reviewedAt && hiding.reviewOutcome === "upheld" ? (
				<>
					<p>{t("own.upheld", { date: dateLong(hiding.reviewedAt) })}</p>
					{hiding.reviewReason && <blockquote>{hiding.reviewReason}</blockquote>}
				</>
			) : (
				hiding.reviewAskedAt && <p>{t("own.asked", { date: dateLong(hiding.reviewAskedAt) })}</p>
			)}
			{askHref && (
				<LinkButton look="secondary" href={askHref}>
					{t("own.review")}
				</LinkButton>
			)}
		</Alert>
	);
}
