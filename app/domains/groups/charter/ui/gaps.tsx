import { Alert } from "~/design/alert";
import { useText } from "~/platform/i18n";
import { formMessages } from "../../form-messages";
import type { BenchKind, CompositionProblem } from "../../group";
import { messages } from "../../messages";

/** What of the charter the seats of a day do not keep; nothing when they do. */
export function Gaps({ gaps }: { gaps: readonly (CompositionProblem & { bench: BenchKind })[] }) {
	const t = useText(formMessages);
	const words = useText(messages);
	if (gaps.length === 0) return null;
	return (
		<Alert tone="warning" title={t("group.gaps")}>
			<ul>
				{gaps.map(({ bench, seats, limit, problem }) => (
					<li key={bench}>
						{t(problem === "too-few" ? "group.tooFew" : "group.tooMany", {
							bench: words(`benches.${bench}`),
							seats: String(seats),
							limit: String(limit),
						})}
					</li>
				))}
			</ul>
		</Alert>
	);
}
