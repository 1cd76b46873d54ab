import { useText } from "~/platform/i18n";
import type { BallotOption } from "../ballot";
import { resultMessages } from "../result-messages";

/** What was chosen from, with the numbers of the ballot. Nothing where the vote was on the wording alone. */
export function OptionList({ options }: { options: readonly BallotOption[] }) {
	const t = useText(resultMessages);
	if (options.length === 0) return null;
	return (
		<>
			<p>{t("figures.options")}:</p>
			<ol>
				{options.map(({ number, title }) => (
					<li key={number}>{title}</li>
				))}
			</ol>
		</>
	);
}
