import { houseAddress } from "~/platform/address.server";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { BallotSheet, SheetLine } from "../../ballots/ui/ballot-sheet";
import { messages } from "../messages";
import { voteSheet } from "../queries/vote-pages.server";
import { VoteBallotWords } from "../ui/vote-words";
import { highestResistance } from "../vote";
import type { Route } from "./+types/vote-sheet";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const vote = await voteSheet(world, params);
	return { vote, url: houseAddress(vote.path) };
});

/** The ballot of a vote to print. */
export default function VoteSheet({ loaderData: { vote, url } }: Route.ComponentProps) {
	const t = useText(messages);
	const { kind } = vote.settings;
	const boxes =
		kind === "choose"
			? [""]
			: kind === "yes-no"
				? (["yes", "no", "abstain"] as const).map((answer) => t(`paper.${answer}`))
				: kind === "resistance"
					? Array.from({ length: highestResistance + 1 }, (_, figure) => String(figure))
					: null;
	return (
		<BallotSheet box={vote} url={url}>
			<VoteBallotWords vote={vote} />
			<ol>
				{vote.options.map(({ number, title, text }) => (
					<SheetLine
						key={number}
						label={t("paper.number", { number: String(number), title })}
						hint={text || undefined}
						boxes={boxes}
					/>
				))}
			</ol>
		</BallotSheet>
	);
}
