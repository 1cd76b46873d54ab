import { Badge, type BadgeTone } from "~/design/badge";
import { Disclosure } from "~/design/disclosure";
import { Section } from "~/design/layout";
import { SummaryList } from "~/design/summary-list";
import { useFormat, useText } from "~/platform/i18n";
import type { BoxState } from "../ballot";
import { messages } from "../messages";
import type { BoxHead } from "../queries/find-box.server";

const tones: Record<BoxState, BadgeTone> = {
	preparing: "neutral",
	frozen: "info",
	voting: "success",
	closed: "warning",
	counted: "info",
};

/** Where a vote stands. */
export function BoxStateBadge({ state }: { state: BoxState }) {
	const t = useText(messages);
	return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>;
}

/** Until when, from when or since when one can vote; and from when it is counted where paper takes longer. */
export function VotingWords({ box }: { box: Pick<BoxHead, "voting" | "countDueAt" | "paperDays" | "state"> }) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const { voting, countDueAt } = box;
	// what closes at midnight is named by the day before it
	const lastDay = (moment: Date) => dateLong(new Date(moment.getTime() - 1));
	if (voting.isOpen && voting.until) return <p>{t("voting.until", { date: lastDay(voting.until) })}</p>;
	if (voting.from) return <p>{t("voting.from", { date: dateLong(voting.from) })}</p>;
	if (!voting.until) return <p>{t("voting.notYet")}</p>;
	return (
		<p>
			{t("voting.over", { date: lastDay(voting.until) })}{" "}
			{box.state === "closed" &&
				box.paperDays > 0 &&
				countDueAt &&
				t("voting.countedFrom", { date: lastDay(countDueAt) })}
		</p>
	);
}

/** What is promised about secrecy, and what is not. */
export function Secrecy() {
	const t = useText(messages);
	return (
		<Section id="geheim" title={t("secrecy.title")}>
			<p>{t("secrecy.text")}</p>
		</Section>
	);
}

export type FrozenRule = {
	at: Date;
	hash: string | null;
	seed: string | null;
	lot: readonly { number: string; title: string }[];
};

/** The lot and the checksum of a frozen rule. */
export function LotWords({ frozen }: { frozen: FrozenRule }) {
	const t = useText(messages);
	return (
		<Disclosure summary={t("frozen.lot")}>
			<p>{t("frozen.lotHint")}</p>
			<ol>
				{frozen.lot.map(({ number, title }) => (
					<li key={number}>
						{number}: {title}
					</li>
				))}
			</ol>
			<SummaryList
				rows={[
					{ term: t("frozen.seed"), value: <code>{frozen.seed}</code> },
					{ term: t("frozen.hash"), value: <code>{frozen.hash}</code> },
				]}
			/>
		</Disclosure>
	);
}

/** The one answer for all who voted, or that it is still to come. */
export function ResultNote({ note }: { note: BoxHead["note"] }) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	return (
		<Section id="antwort" title={t("result.note")}>
			{note ? (
				<>
					{note.text.split(/\n+/).map((paragraph) => (
						<p key={paragraph}>{paragraph}</p>
					))}
					<p>{t("result.noteAt", { date: dateLong(note.at) })}</p>
				</>
			) : (
				<p>{t("result.noNote")}</p>
			)}
		</Section>
	);
}
