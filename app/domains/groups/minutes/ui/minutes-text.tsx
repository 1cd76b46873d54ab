import { DataTable } from "~/design/data-table";
import { Section } from "~/design/layout";
import { SummaryList } from "~/design/summary-list";
import { LocalDateTime } from "~/design/time";
import { useFormat, useLocale, useText } from "~/platform/i18n";
import { ResultBadge } from "../../deciding/ui/result-badge";
import { VotesTable } from "../../deciding/ui/votes-table";
import { messages } from "../../messages";
import type { Decided, Item } from "../content";
import { minutesMessages } from "../messages";
import type { MinutesPage } from "../queries/minutes-page.server";
import { nameIn, omittedWords, presenceWords, resultKey, signatureWords, visitWords, whereWords } from "./wording";

/** The text of minutes on a page: participants, then each item with notes and votes, then what is left out and signatures. */
export function MinutesText({ page }: { page: MinutesPage }) {
	const t = useText(minutesMessages);
	const words = useText(messages);
	const locale = useLocale();
	const { content } = page;
	const visitors = content.visitors ?? [];
	const name = (key: string) => nameIn(page.names, key, { hidden: t("hidden"), erased: words("erased") });
	return (
		<>
			<SummaryList
				rows={[
					{ term: t("when"), value: <LocalDateTime value={new Date(content.startsAt)} /> },
					...whereWords(content, t, locale),
					{ term: t("presided"), value: name(content.presidedBy) },
					{ term: t("taken"), value: name(content.minuteTaker) },
				]}
			/>
			<Section id="teilnehmende" title={t("participants")}>
				<DataTable
					caption={t("participants")}
					captionHidden
					rows={content.participants}
					rowKey={({ key }) => key}
					columns={[
						{ key: "member", header: t("member"), rowHeader: true, cell: ({ key }) => name(key) },
						{ key: "bench", header: words("group.bench"), cell: ({ bench }) => words(`benches.${bench}`) },
						{
							key: "presence",
							header: t("presence"),
							cell: (row) => presenceWords(row, content.format === "circular", t, name),
						},
					]}
				/>
			</Section>
			{visitors.length > 0 && (
				<Section id="gaeste" title={t("visitors")}>
					<DataTable
						caption={t("visitors")}
						captionHidden
						rows={visitors}
						rowKey={({ key }) => key}
						columns={[
							{ key: "visitor", header: t("visitor"), rowHeader: true, cell: ({ key }) => name(key) },
							{ key: "visit", header: t("visit"), cell: (row) => visitWords(row, t) },
						]}
					/>
				</Section>
			)}
			{content.items.map((item) => (
				<ItemText key={item.position} item={item} name={name} />
			))}
			<Omitted page={page} />
			<Signatures page={page} name={name} />
		</>
	);
}

function ItemText({ item, name }: { item: Item; name: (key: string) => string }) {
	const t = useText(minutesMessages);
	const words = useText(messages);
	const title = t("item", { number: String(item.position), title: item.title });
	const nothing = item.notes.length + item.decisions.length + item.tasks.length === 0;
	return (
		<Section id={`top-${item.position}`} title={item.isPublic ? title : `${title} (${words("closed")})`}>
			{nothing && <p>{t("noNotes")}</p>}
			{item.notes.map(({ text, speaker }, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: rendered once on the server and never reordered
				<p key={index} className="gw-lines">
					{speaker && <strong>{`${name(speaker)}: `}</strong>}
					{text}
				</p>
			))}
			{item.tasks.length > 0 && (
				<>
					<p>{t("tasks")}:</p>
					<ul>
						{item.tasks.map((task) => (
							<li key={task}>{task}</li>
						))}
					</ul>
				</>
			)}
			{item.decisions.map((decision) => (
				<DecisionText key={decision.code} decision={decision} name={name} />
			))}
		</Section>
	);
}

function DecisionText({ decision, name }: { decision: Decided; name: (key: string) => string }) {
	const t = useText(minutesMessages);
	return (
		<Section id={`abstimmung-${decision.code}`} level={3} title={t("decision", { title: decision.title })}>
			<p className="gw-lines">{decision.wording}</p>
			<p>{decision.result ? <ResultBadge result={resultKey(decision.result)} /> : t("uncertified")}</p>
			<VotesTable tallies={decision.benches} />
			<ul>
				{decision.figures?.map((figure) => (
					<li key={figure} lang="de">
						{figure}
					</li>
				))}
				{decision.rule.map((sentence) => (
					<li key={sentence} lang="de">
						{sentence}
					</li>
				))}
				{decision.biased.length > 0 && <li>{t("biased", { names: decision.biased.map(name).join(", ") })}</li>}
			</ul>
			<p>
				<a href={`/empfehlung/${decision.code}`} aria-label={`${t("toPage")}: ${decision.title}`}>
					{t("toPage")}
				</a>
			</p>
		</Section>
	);
}

function Omitted({ page }: { page: MinutesPage }) {
	const t = useText(minutesMessages);
	const said = omittedWords(page.omitted, t);
	if (said.length === 0) return null;
	return (
		<Section id="weggelassen" title={t("omitted.title")}>
			<ul>
				{said.map((sentence) => (
					<li key={sentence}>{sentence}</li>
				))}
			</ul>
		</Section>
	);
}

function Signatures({ page, name }: { page: MinutesPage; name: (key: string) => string }) {
	const t = useText(minutesMessages);
	const format = useFormat();
	const { content, signatures } = page;
	return (
		<Section id="unterschriften" title={t("signatures")}>
			<ul>
				{signatures.map((signature) => (
					<li key={signature.role}>
						{signatureWords(
							signature,
							name(signature.role === "chair" ? content.presidedBy : content.minuteTaker),
							t,
							format,
						)}
					</li>
				))}
				{signatures.length < 2 && <li>{t("notSignedYet")}</li>}
			</ul>
		</Section>
	);
}
