import { DataTable } from "~/design/data-table";
import { Disclosure } from "~/design/disclosure";
import { type EqualSharesResult, type GreedyResult, roundedDown } from "~/domains/counting";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { ResultPage } from "../queries/result-page.server";

type Title = (id: string) => string;

/** Every step of a count, in the order in which it was taken, in plain words. */
export function CountSteps({ result, title }: { result: ResultPage; title: Title }) {
	const { count } = result;
	return count.method === "greedy" ? (
		<GreedySteps count={count} title={title} isPoints={result.ballot === "points"} />
	) : (
		<ShareRounds count={count} title={title} isPoints={result.ballot === "points"} />
	);
}

function GreedySteps({ count, title, isPoints }: { count: GreedyResult; title: Title; isPoints: boolean }) {
	const t = useText(messages);
	const { money, number } = useFormat();
	return (
		<ol>
			{count.steps.map((step) => (
				<li key={step.project}>
					<strong>{title(step.project)}</strong> – {t(isPoints ? "result.pointsHead" : "result.votes")}:{" "}
					{number(BigInt(step.votes))}, {t("result.cost")}: {money(BigInt(step.cost))}.{" "}
					{t(`result.greedy.${step.outcome}`, {
						left: money(BigInt(step.left)),
						because: step.because === null ? "" : title(step.because),
					})}{" "}
					{step.tiedWith.length > 0 && t("result.tied", { others: step.tiedWith.map(title).join(", ") })}
				</li>
			))}
		</ol>
	);
}

function ShareRounds({ count, title, isPoints }: { count: EqualSharesResult; title: Title; isPoints: boolean }) {
	const t = useText(messages);
	const { money, number } = useFormat();
	const exact = (amount: string) => money(roundedDown(amount));
	return (
		<>
			{count.steps.length > 0 && (
				<p>{t("result.shares.start", { voters: Number(count.voters), share: exact(count.share) })}</p>
			)}
			<ol>
				{count.rounds.map((round) => (
					<li key={round.project}>
						<strong>{title(round.project)}</strong> – {t("result.cost")}: {exact(round.cost)}.{" "}
						{t(isPoints ? "result.shares.roundPoints" : "result.shares.round", {
							supporters: Number(round.supporters),
							price: exact(round.price),
						})}{" "}
						{round.paidAllTheyHad !== "0" && t("result.shares.poor", { count: Number(round.paidAllTheyHad) })}{" "}
						{round.tiedWith.length > 0 && t("result.tied", { others: round.tiedWith.map(title).join(", ") })}
					</li>
				))}
				{count.completed.map((id) => (
					<li key={id}>
						<strong>{title(id)}</strong> – {t("result.shares.completed")}
					</li>
				))}
			</ol>
			<p>{t(`result.shares.ended.${count.ended}`, { cost: exact(count.tooExpensive?.cost ?? "0") })}</p>
			{count.steps.length > 1 && (
				<Disclosure summary={t("result.shares.steps")}>
					<DataTable
						caption={t("result.shares.steps")}
						captionHidden
						rows={[...count.steps, ...(count.tooExpensive ? [count.tooExpensive] : [])]}
						rowKey={({ share }) => share}
						columns={[
							{ key: "share", header: t("result.shares.share"), rowHeader: true, cell: ({ share }) => exact(share) },
							{ key: "count", header: t("result.shares.count"), numeric: true, cell: ({ funded }) => number(funded) },
							{ key: "cost", header: t("result.shares.cost"), numeric: true, cell: ({ cost }) => exact(cost) },
						]}
					/>
				</Disclosure>
			)}
		</>
	);
}
