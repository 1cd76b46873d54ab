import { useFormat, useText } from "~/platform/i18n";
import { onBehalfMessages } from "../messages";
import type { ShownWord } from "../queries/speaking.server";

/** In whose name somebody spoke, on which decision that rests, and the letter for that party. */
export function GivenWords({ words }: { words: readonly ShownWord[] }) {
	const t = useText(onBehalfMessages);
	const { date } = useFormat();
	if (words.length === 0) return null;
	return (
		<ul>
			{words.map(({ id, party, agent, decidedOn, decision, files, letterHref }) => (
				<li key={id}>
					{t("given", { agent, party, day: date(decidedOn) })}
					{decision && `: ${decision}`}.{" "}
					{files.map(({ name, href }) => (
						<span key={href}>
							<a href={href}>{name}</a>{" "}
						</span>
					))}
					<a href={letterHref}>{t("letter", { party })}</a>
				</li>
			))}
		</ul>
	);
}
