import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages as ballotMessages } from "../../ballots/messages";
import { BoxCrumbs } from "../../ballots/ui/box-crumbs";
import { ResultNote } from "../../ballots/ui/box-words";
import { RecountWords } from "../../ballots/ui/recount-words";
import { messages } from "../messages";
import { type VoteResult, voteResult } from "../queries/vote-pages.server";
import { ResultFigures } from "../ui/result-figures";
import { ResultSteps } from "../ui/result-steps";
import { VoteRuleWords } from "../ui/vote-words";
import type { Route } from "./+types/vote-result";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	voteResult(world, params),
);

/** Who came first, or what was adopted, in one sentence. */
function useOutcome({ count, voters }: VoteResult, title: (option: string) => string): string {
	const t = useText(messages);
	const [first] = count.winners;
	if (voters === 0) return t("result.nobody");
	if (count.method === "yes-no") {
		return t("result.adopted", { count: count.winners.length, titles: count.winners.map(title).join(", ") });
	}
	return first ? t("result.winner", { title: title(first) }) : t("result.noVotes");
}

export default function Result({ loaderData: result }: Route.ComponentProps) {
	const t = useText(messages);
	const b = useText(ballotMessages);
	const title = (option: string) => result.options.find(({ number }) => String(number) === option)?.title ?? option;
	const outcome = useOutcome(result, title);
	return (
		<>
			<title>{`${t("result.title")} – ${result.title}`}</title>
			<BoxCrumbs box={result} here={t("result.title")} />
			<PageTitle
				title={t("result.title")}
				above={result.title}
				lead={`${b("result.voters", { voters: result.voters })} ${outcome}`}
			>
				<p>{t("result.advice")}</p>
			</PageTitle>
			<ResultNote note={result.note} />
			<Section id="zahlen" title={t("result.figures")}>
				<ResultFigures count={result.count} title={title} />
			</Section>
			<Section id="schritte" title={t("result.how")}>
				<VoteRuleWords vote={result} />
				<ResultSteps count={result.count} title={title} />
			</Section>
			<RecountWords
				result={result}
				source="json"
				files={[
					{ ending: "json", label: "JSON" },
					{ ending: "csv", label: "CSV" },
				]}
			/>
			<p>{t("result.shuffled")}</p>
		</>
	);
}
