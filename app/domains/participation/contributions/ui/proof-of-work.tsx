import { useText } from "~/platform/i18n";
import { messages } from "../messages";

/** In a form of a place that asks for a proof of work: the task for the browser, and what happens without JavaScript. */
export function ProofOfWork({ challenge }: { challenge: string | null }) {
	const t = useText(messages);
	if (challenge === null) return null;
	return (
		<div data-island="proof-of-work" data-challenge={challenge}>
			<p className="gw-muted gw-small">{t("proof.hint")}</p>
		</div>
	);
}
