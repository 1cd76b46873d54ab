import { type Locale, textFor } from "~/platform/i18n";
import type { DecisionCount } from "../../../counting/index";
import type { BallotOption } from "../ballot";
import { resultMessages } from "../result-messages";
import { answerWords } from "./decision-rule-words";

/**
 * The figures of a count in words, for a record that has no tables of its own for them: answers, points, places, resistance,
 * or the sum of a secret vote of which nobody knows the groups.
 * @returns empty where yes and no by group say everything
 */
export function countSentences(locale: Locale, count: DecisionCount, options: readonly BallotOption[]): string[] {
	const t = textFor(locale, resultMessages);
	const title = (number: string) => options.find((option) => option.number === number)?.title ?? number;
	const answers = (given: Readonly<Record<string, number>>) =>
		Object.entries(given)
			.map(([answer, votes]) => t("sentences.answer", { answer: answerWords(locale, answer), votes: String(votes) }))
			.join(", ");
	switch (count.method) {
		case "majority": {
			const { yes, no, abstain } = count.count.votes;
			return count.byBench.length > 0 ? [] : [answers({ yes, no, abstain })];
		}
		case "consent":
		case "consensus":
			return [answers(count.answers)];
		case "score":
			return count.options.map(({ option, sum }) => t("sentences.points", { title: title(option), points: sum }));
		case "ranking":
			return count.places.map((tied, index) =>
				t("sentences.place", { place: String(index + 1), titles: tied.map(title).join(" = ") }),
			);
		case "resistance":
			return count.options.map(({ option, resistance }) =>
				t("sentences.resistance", { title: title(option), resistance: String(resistance) }),
			);
	}
}
