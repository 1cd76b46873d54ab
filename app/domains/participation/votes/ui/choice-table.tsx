import { DataTable } from "~/design/data-table";
import { answers } from "~/domains/counting";
import { useText } from "~/platform/i18n";
import type { Choice } from "../../ballots/ballot";
import { messages } from "../messages";
import type { VoteHead } from "../queries/find-vote.server";

/** What stands on a ballot, option by option, in words. */
export function ChoiceTable({
	vote,
	choice,
	caption,
}: {
	vote: Pick<VoteHead, "settings" | "options">;
	choice: Choice;
	caption: string;
}) {
	const t = useText(messages);
	const { kind } = vote.settings;
	const words = (figure: number | undefined) => {
		if (figure === undefined) return t("paper.nothing");
		if (kind === "choose") return t("paper.ticked");
		if (kind === "ranking") return t("paper.place", { place: String(figure) });
		if (kind !== "yes-no") return String(figure);
		const answer = (["yes", "no", "abstain"] as const).find((one) => answers[one] === figure);
		return t(`paper.${answer ?? "nothing"}`);
	};
	return (
		<DataTable
			caption={caption}
			rows={vote.options}
			rowKey={({ number }) => String(number)}
			columns={[
				{
					key: "option",
					header: t("paper.option"),
					rowHeader: true,
					cell: ({ number, title }) => t("paper.number", { number: String(number), title }),
				},
				{ key: "figure", header: t("paper.figure"), cell: ({ number }) => words(choice[String(number)]) },
			]}
		/>
	);
}
