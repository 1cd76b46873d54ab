import { Badge } from "~/design/badge";
import { Section } from "~/design/layout";
import { useFormat, useText } from "~/platform/i18n";
import { ballotMessages } from "../ballot-messages";
import type { OpenVoteForReader } from "../queries/ballot-page.server";
import { resultMessages } from "../result-messages";

/** The open votes in which the reader has a say; nothing where there is none. */
export function OpenVotes({ votes, groupHref }: { votes: readonly OpenVoteForReader[]; groupHref: string }) {
	const t = useText(ballotMessages);
	const results = useText(resultMessages);
	const format = useFormat();
	if (votes.length === 0) return null;
	return (
		<Section id="abstimmungen" title={t("ballot.section")}>
			<ul>
				{votes.map(({ code, title, mode, closesAt, hasVoted }) => (
					<li key={code}>
						<a href={`${groupHref}/abstimmungen/${code}`}>{title}</a> ({results(`modes.${mode}`)}
						{closesAt && `, ${t("ballot.until", { until: format.dateTime(closesAt) })}`}){" "}
						<Badge tone={hasVoted ? "success" : "warning"}>{t(hasVoted ? "ballot.voted" : "ballot.notVoted")}</Badge>
					</li>
				))}
			</ul>
		</Section>
	);
}
