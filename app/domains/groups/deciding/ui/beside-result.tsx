import { Alert } from "~/design/alert";
import { DataTable } from "~/design/data-table";
import { Section } from "~/design/layout";
import { useText } from "~/platform/i18n";
import type { BenchKind } from "../../group";
import { messages } from "../../messages";
import { ballotMessages } from "../ballot-messages";
import type { DecisionRecord, NamedVote } from "../queries/decision-record.server";
import { resultMessages } from "../result-messages";
import { ChoiceWords } from "./choice-words";

/** A member as the reader may name them. */
function useMemberWords(): (member: { name: string | null; bench: BenchKind }) => string {
	const t = useText(resultMessages);
	const words = useText(messages);
	return ({ name, bench }) => name ?? t("votes.nameless", { bench: words(`benches.${bench}`) });
}

/** What stands beside a result: votes by name, objections with their treatment, reservations, minority opinions, a refusal. */
export function BesideResult({ record, groupHref, code }: { record: DecisionRecord; groupHref: string; code: string }) {
	const t = useText(resultMessages);
	const ballot = useText(ballotMessages);
	return (
		<>
			{record.refusal && (
				<Alert tone="warning" title={t("refusal.title")}>
					<p>
						{t("refusal.reason")}: {record.refusal.reason}
					</p>
				</Alert>
			)}
			{record.replaced && <p>{t("replaced.this")}</p>}
			{record.replacedByCode && (
				<p>
					{t("replaced.by")} <a href={`${groupHref}/abstimmungen/${record.replacedByCode}`}>{t("replaced.toNew")}</a>
				</p>
			)}
			{record.votes.length > 0 && <Votes record={record} />}
			<Objections objections={record.objections} earlier={record.replaced?.objections ?? []} />
			<Statements statements={record.statements} />
			{record.mayState && (
				<p>
					<a href={`${groupHref}/abstimmungen/${code}/daneben`}>{ballot("statement.title")}</a>
				</p>
			)}
		</>
	);
}

function Votes({ record }: { record: DecisionRecord }) {
	const t = useText(resultMessages);
	const words = useText(messages);
	const nameOf = useMemberWords();
	const unnamed = (one: { name: string | null }) => one.name ?? words("group.nameless");
	return (
		<Section id="stimmen" title={t("votes.title")}>
			<DataTable
				caption={t("votes.title")}
				captionHidden
				rows={record.votes}
				rowKey={({ membershipId }) => membershipId}
				columns={[
					{
						key: "person",
						header: t("votes.person"),
						rowHeader: true,
						cell: (vote) => (
							<>
								{nameOf(vote)}
								{vote.acting && ` (${t("votes.acting", { name: unnamed(vote.acting) })})`}
								{vote.witness && ` (${t("votes.onBehalf", { name: unnamed(vote.witness) })})`}
							</>
						),
					},
					{
						key: "choice",
						header: t("votes.choice"),
						cell: ({ choice }) => <ChoiceWords choice={choice} options={record.options} />,
					},
					{ key: "reason", header: t("votes.reason"), cell: ({ reason }) => reason ?? "–" },
				]}
			/>
		</Section>
	);
}

function Objections({ objections, earlier }: { objections: readonly NamedVote[]; earlier: readonly NamedVote[] }) {
	const t = useText(resultMessages);
	if (objections.length + earlier.length === 0) return null;
	return (
		<Section id="einwaende" title={t("objections.title")}>
			<ObjectionList objections={objections} />
			{earlier.length > 0 && (
				<Section id="fruehere-einwaende" level={3} title={t("objections.earlier")} intro={t("objections.earlierText")}>
					<ObjectionList objections={earlier} />
				</Section>
			)}
		</Section>
	);
}

function ObjectionList({ objections }: { objections: readonly NamedVote[] }) {
	const t = useText(resultMessages);
	const nameOf = useMemberWords();
	if (objections.length === 0) return null;
	return (
		<ul>
			{objections.map((vote) => (
				<li key={vote.membershipId}>
					<strong>{nameOf(vote)}:</strong> {vote.reason}
					<br />
					{vote.treatment
						? `${t(vote.treatment.outcome === "integrated" ? "objections.integrated" : "objections.stands")}: ${vote.treatment.note}`
						: t("objections.open")}
				</li>
			))}
		</ul>
	);
}

function Statements({ statements }: { statements: DecisionRecord["statements"] }) {
	const t = useText(resultMessages);
	const nameOf = useMemberWords();
	if (statements.length === 0) return null;
	return (
		<Section id="minderheit" title={t("statements.title")}>
			{statements.map((one) => (
				<Section
					key={one.id}
					id={one.id}
					level={3}
					title={`${t(`statements.${one.kind}`)} ${t("statements.by", { name: nameOf(one) })}`}
				>
					{one.text.split(/\n{2,}/).map((paragraph) => (
						<p key={paragraph}>{paragraph}</p>
					))}
				</Section>
			))}
		</Section>
	);
}
