import { Badge } from "~/design/badge";
import { Button } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { DateField } from "~/design/date-field";
import { FormScope, filterScope } from "~/design/field";
import { Section } from "~/design/layout";
import { LocalDate, Period } from "~/design/time";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import { partyMessages } from "../party-messages";
import type { partyPage } from "../queries/party-page.server";

type Page = Awaited<ReturnType<typeof partyPage>>;
type Tie = Page["ties"][number];

/** The ties of a party as they were on a day, then all others. */
export function PartyTies({ page, here, list }: { page: Page; here: string; list: string }) {
	const t = useText(partyMessages);
	const { dateLong } = useFormat();
	const { ties, day, posts } = page;
	const present = ties.filter(({ inForce }) => inForce);
	const others = ties.filter(({ inForce }) => !inForce);
	return (
		<Section id="verbindungen" title={day.isToday ? t("party.ties") : t("party.tiesOn", { date: dateLong(day.text) })}>
			<FormScope value={filterScope}>
				<form method="get" action={here} className="gw-form">
					<DateField name="tag" label={t("party.day")} value={day.text} />
					<Button look="secondary" small>
						{t("party.show")}
					</Button>
				</form>
			</FormScope>
			{present.length === 0 ? <p>{t("party.noTies")}</p> : <Ties ties={present} page={page} list={list} past={false} />}
			{posts.length > 0 && (
				<Section id="stellen" level={3} title={t("party.posts")}>
					<ul>
						{posts.map(({ id, since, ...post }) => (
							<li key={id}>{t("party.postText", { ...post, date: dateLong(since) })}</li>
						))}
					</ul>
				</Section>
			)}
			{others.length > 0 && (
				<Section id="frueher" level={3} title={t("party.otherTies")}>
					<Ties ties={others} page={page} list={list} past />
				</Section>
			)}
		</Section>
	);
}

function Ties({ ties, page, list, past }: { ties: Tie[]; page: Page; list: string; past: boolean }) {
	const t = useText(partyMessages);
	const say = useText(messages);
	return (
		<DataTable
			caption={t(past ? "party.otherTies" : "party.ties")}
			captionHidden
			rows={ties}
			rowKey={({ id }) => id}
			columns={[
				{
					key: "tie",
					header: t("party.tieWith"),
					rowHeader: true,
					cell: ({ label, other, role, uncertain }) => (
						<>
							{label} <a href={`${list}/akteur/${other.id}`}>{other.name}</a>
							{role && ` (${role})`} {uncertain && !past && <Badge tone="warning">{say("uncertain")}</Badge>}
						</>
					),
				},
				{
					key: "period",
					header: t("party.period"),
					cell: ({ since, lastDay }) => <Period from={since} until={lastDay ?? undefined} />,
				},
				{
					key: "more",
					header: t("party.more"),
					cell: ({ details, votingRight, onBehalfOf, substituteFor }) => {
						const said = [
							...details,
							...(votingRight === null ? [] : [t(votingRight ? "party.votes" : "party.noVotes")]),
							...(onBehalfOf ? [t("party.onBehalfOf", { name: onBehalfOf })] : []),
							...(substituteFor ? [t("party.substituteFor", { name: substituteFor })] : []),
						];
						return said.join(" · ") || "–";
					},
				},
				{
					key: "source",
					header: t("party.source"),
					cell: ({ source, author, enteredOn, visibility }) => (
						<>
							{author ? t("party.by", { source, name: author }) : source}, <LocalDate value={enteredOn} />
							<br />
							<span className="gw-muted gw-small">
								{t("party.visibility")}: {say(`visibilities.${visibility}`)}
							</span>
						</>
					),
				},
				...(page.may.keep
					? [
							{
								key: "act",
								header: t("party.change"),
								cell: ({ id, label, other }: Tie) => (
									<a
										href={`${list}/verbindung/${id}`}
										aria-label={t("party.changeOf", { name: `${label} ${other.name}` })}
									>
										{t("party.change")}
									</a>
								),
							},
						]
					: []),
			]}
		/>
	);
}
