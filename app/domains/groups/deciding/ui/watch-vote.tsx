import { Alert } from "~/design/alert";
import { ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { Section } from "~/design/layout";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../../messages";
import { ballotMessages } from "../ballot-messages";
import type { managedRecommendation } from "../queries/managed-recommendation.server";
import { slipMessages } from "../slip-messages";
import { voteStaffMessages } from "../vote-staff-messages";

type Loaded = Awaited<ReturnType<typeof managedRecommendation>>;

/** How far an open vote by name or in secret is: until when, who has voted, and what can be done about it. */
export function WatchVote({ loaded, path }: { loaded: Loaded; path: string }) {
	const t = useText(voteStaffMessages);
	const ballot = useText(ballotMessages);
	const words = useText(messages);
	const slips = useText(slipMessages);
	const format = useFormat();
	const { voters, may, recommendation, hold } = loaded;
	if (!voters || !may.close) return null;
	const { voted, entitled, shownFrom, closesAt, remindAt, remindedAt, people } = voters;
	return (
		<Section id="stand" title={t("watch.title")}>
			<p>{closesAt ? t("watch.until", { until: format.dateTime(closesAt) }) : t("watch.untilClosed")}</p>
			{hold && (
				<Alert tone="warning" title={t("watch.held")} level={3}>
					<p>{words(`refusals.${hold}`)}</p>
				</Alert>
			)}
			{remindedAt ? (
				<p>{t("watch.reminded", { at: format.dateTime(remindedAt) })}</p>
			) : (
				remindAt && <p>{t("watch.willRemind", { at: format.dateTime(remindAt) })}</p>
			)}
			<p>
				{voted === null
					? ballot("ballot.votersHidden", { from: String(shownFrom) })
					: ballot("ballot.voters", { voted: String(voted), entitled: String(entitled) })}
			</p>
			{people && (
				<DataTable
					caption={t("watch.people")}
					rows={people}
					rowKey={({ membershipId }) => membershipId}
					columns={[
						{ key: "person", header: t("watch.person"), rowHeader: true, cell: ({ name }) => name },
						{ key: "bench", header: words("group.bench"), cell: ({ bench }) => words(`benches.${bench}`) },
						{
							key: "state",
							header: t("watch.state"),
							cell: ({ hasVoted }) => ballot(hasVoted ? "ballot.voted" : "ballot.notVoted"),
						},
					]}
				/>
			)}
			<ButtonRow>
				{recommendation.record.mode === "named" && (
					<LinkButton look="secondary" href={`${path}/fuer-mitglied`}>
						{t("watch.onBehalf")}
					</LinkButton>
				)}
				{recommendation.record.mode === "secret" && recommendation.record.rule.method === "majority" && (
					<LinkButton look="secondary" href={`${recommendation.group.href}/abstimmungen/${recommendation.code}/zettel`}>
						{slips("slips.link")}
					</LinkButton>
				)}
				<LinkButton look="secondary" href={`${path}/schliessen`}>
					{t("watch.close")}
				</LinkButton>
			</ButtonRow>
		</Section>
	);
}
