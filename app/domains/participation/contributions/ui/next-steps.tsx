import { Section } from "~/design/layout";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { AuthorPage } from "../queries/author-page.server";

/** What happens next with the own contribution, and by when. */
export function NextSteps({ contribution }: { contribution: AuthorPage }) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const { state, process } = contribution;
	const what = {
		draft: "receipt.nextDraft",
		"waiting-for-confirmation": "receipt.nextDraft",
		"waiting-for-moderation": "receipt.nextModeration",
		published: "receipt.nextPublished",
		hidden: "receipt.nextHidden",
		withdrawn: "receipt.nextWithdrawn",
	} as const;
	const answered = state === "waiting-for-moderation" || state === "published";
	return (
		<Section id="weiter" title={t("receipt.next")}>
			<p>{t(what[state])}</p>
			{answered && process.answeredUntil && <p>{t("receipt.nextAnswer", { date: dateLong(process.answeredUntil) })}</p>}
		</Section>
	);
}
