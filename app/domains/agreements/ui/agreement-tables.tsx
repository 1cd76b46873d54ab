import { DataTable } from "~/design/data-table";
import { Section } from "~/design/layout";
import { LocalDate } from "~/design/time";
import { useFormat, useText } from "~/platform/i18n";
import { AnnexTable } from "../annexes/ui/annex-table";
import { costMessages } from "../costs/messages";
import { CostDetails } from "../costs/ui/cost-details";
import { messages } from "../messages";
import { noticePeriodMessages } from "../notice-period/messages";
import { useNoticeWords } from "../notice-period/ui/notice-words";
import { messages as particularsMessages } from "../particulars/messages";
import { DutyMatrix } from "../particulars/ui/duty-matrix";
import { ConditionTable, ContactTable, InformationTable } from "../particulars/ui/particular-tables";
import type { ShownAgreement } from "../queries/shown-agreement.server";

type Item = ShownAgreement["items"][number];

/** One cost item as a table: years down, parties across, the last row the sums. */
export function CostTable({ item }: { item: Item }) {
	const t = useText(messages);
	const { money } = useFormat();
	const amount = (cents: string | undefined) => (cents === undefined ? t("page.none") : money(BigInt(cents)));
	const sumOf = (index: number) =>
		item.years.every(({ shares }) => shares.length > index)
			? amount(item.years.reduce((total, { shares }) => total + BigInt(shares[index] ?? "0"), 0n).toString())
			: t("page.none");
	const { forecastFrom, unborne = [] } = item.details;
	const gapOf = (year: number) => unborne.find((gap) => gap.year === year)?.cents ?? "0";
	const table = (
		<DataTable
			caption={t("page.costCaption", {
				label: item.label,
				costClass: t(`classes.${item.costClass}`),
				key: t(`keys.${item.key}`),
			})}
			rows={item.years}
			rowKey={({ year }) => String(year)}
			columns={[
				{
					key: "year",
					header: t("page.year"),
					rowHeader: true,
					cell: ({ year }) => (forecastFrom && year >= forecastFrom ? `${year} (${t("page.forecast")})` : String(year)),
				},
				{ key: "sum", header: t("page.sum"), numeric: true, cell: ({ cents }) => amount(cents) },
				...item.parties.map((party, index) => ({
					key: `party-${index}`,
					header: party,
					numeric: true,
					cell: ({ shares }: Item["years"][number]) => amount(shares[index]),
				})),
				...(unborne.length > 0
					? [
							{
								key: "unborne",
								header: t("page.unborne"),
								numeric: true,
								cell: ({ year }: Item["years"][number]) => amount(gapOf(year)),
							},
						]
					: []),
			]}
			footer={{
				year: t("page.sum"),
				sum: amount(item.sum),
				unborne: amount(unborne.reduce((total, { cents }) => total + BigInt(cents), 0n).toString()),
				...Object.fromEntries(item.parties.map((_, index) => [`party-${index}`, sumOf(index)])),
			}}
		/>
	);
	return (
		<>
			{table}
			<CostDetails details={item.details} />
		</>
	);
}

/** What the parties agreed on funding, information and public relations. */
function Particulars({ shown }: { shown: ShownAgreement }) {
	const t = useText(particularsMessages);
	const { date } = useFormat();
	const { publicRelations: rules } = shown;
	return (
		<>
			{(shown.boundUntil || shown.fundingConditions.length > 0) && (
				<Section title={t("conditions")} id="auflagen">
					{shown.boundUntil && (
						<p>
							{t("binding")}: {t("boundTo", { day: date(shown.boundUntil) })}
						</p>
					)}
					<ConditionTable rows={shown.fundingConditions} />
				</Section>
			)}
			{shown.informationDuties.length > 0 && (
				<Section title={t("duties")} id="informationspflichten">
					<InformationTable rows={shown.informationDuties} />
				</Section>
			)}
			{(rules || shown.contacts.length > 0) && (
				<Section title={t("publicRelations")} id="oeffentlichkeit">
					{rules && (
						<p>
							{t("approval")} {t(`approvals.${rules.approval}`)}.{" "}
							{rules.approval !== "inform" && `${t("daysValue", { days: String(rules.days) })}. `}
							{rules.logoRule && `${t("logos")}: ${rules.logoRule}`}
						</p>
					)}
					<ContactTable rows={shown.contacts} />
				</Section>
			)}
			{shown.annexes.length > 0 && (
				<Section title={t("annexes.title")} id="anlagen">
					<AnnexTable annexes={shown.annexes} />
				</Section>
			)}
		</>
	);
}

/** What an agreement holds beside its texts: duties, dates, costs, cover, commitments. */
export function AgreementTables({ shown }: { shown: ShownAgreement }) {
	const t = useText(messages);
	const say = useText(costMessages);
	const notice = useText(noticePeriodMessages);
	const inWords = useNoticeWords();
	const { money } = useFormat();
	return (
		<>
			{shown.duties.length > 0 && (
				<Section title={t("page.duties")} id="aufgaben">
					<DutyMatrix duties={shown.duties} parties={shown.parties.map(({ name }) => name)} />
					<DataTable
						caption={t("page.duties")}
						captionHidden
						rows={shown.duties}
						rowKey={({ task, phase }) => `${phase} ${task}`}
						columns={[
							{ key: "task", header: t("page.task"), rowHeader: true, cell: ({ task }) => task },
							{ key: "phase", header: t("page.phase"), cell: ({ phase }) => t(`phases.${phase}`) },
							{ key: "who", header: t("page.responsible"), cell: ({ responsible }) => responsible },
							{ key: "helps", header: t("page.helps"), cell: ({ helpers }) => helpers.join(", ") || t("page.none") },
						]}
					/>
				</Section>
			)}
			{shown.milestones.length > 0 && (
				<Section title={t("page.milestones")} id="termine">
					<DataTable
						caption={t("page.milestones")}
						captionHidden
						rows={shown.milestones}
						rowKey={({ day, title }) => `${day} ${title}`}
						columns={[
							{ key: "day", header: t("page.day"), cell: ({ day }) => <LocalDate value={day} /> },
							{ key: "title", header: t("page.milestone"), rowHeader: true, cell: ({ title }) => title },
							{ key: "phase", header: t("page.phase"), cell: ({ phase }) => t(`phases.${phase}`) },
						]}
					/>
				</Section>
			)}
			{shown.items.length > 0 && (
				<Section title={t("page.costs")} id="kosten">
					{shown.items.map((item) => (
						<CostTable key={item.label} item={item} />
					))}
				</Section>
			)}
			{shown.cover.length > 0 && (
				<Section title={t("page.cover")} id="deckung">
					<DataTable
						caption={t("page.cover")}
						captionHidden
						rows={shown.cover}
						rowKey={({ year, label, cents }) => `${year} ${label} ${cents}`}
						columns={[
							{ key: "year", header: t("page.year"), cell: ({ year }) => String(year) },
							{ key: "who", header: t("page.who"), rowHeader: true, cell: ({ label }) => label },
							{ key: "kind", header: t("page.source"), cell: ({ kind }) => say(`kinds.${kind ?? "own"}`) },
							{ key: "cents", header: t("page.amount"), numeric: true, cell: ({ cents }) => money(BigInt(cents)) },
							{
								key: "standing",
								header: t("page.standing"),
								cell: ({ standing }) => (standing ? t(`standings.${standing}`) : t("page.none")),
							},
							{ key: "bearer", header: t("page.bearer"), cell: ({ bearer }) => bearer || t("page.none") },
						]}
					/>
				</Section>
			)}
			{shown.commitments.length > 0 && (
				<Section title={t("page.commitments")} id="zusage">
					<DataTable
						caption={t("page.commitments")}
						captionHidden
						rows={shown.commitments}
						rowKey={({ party, from }) => `${party} ${from}`}
						columns={[
							{ key: "party", header: t("page.party"), rowHeader: true, cell: ({ party }) => party },
							{ key: "from", header: t("page.from"), cell: ({ from }) => <LocalDate value={from} /> },
							{ key: "until", header: t("page.until"), cell: ({ until }) => <LocalDate value={until} /> },
							{
								key: "yearly",
								header: t("page.yearly"),
								numeric: true,
								cell: ({ yearly }) => (yearly === undefined ? t("page.none") : money(BigInt(yearly))),
							},
							{ key: "basis", header: t("page.basis"), cell: ({ basis }) => basis },
							{ key: "adjustment", header: t("page.adjustment"), cell: ({ adjustment }) => adjustment },
						]}
					/>
				</Section>
			)}
			{shown.noticePeriod && (
				<Section title={notice("title")} id="kuendigungsfrist">
					<p>{inWords(shown.noticePeriod)}</p>
				</Section>
			)}
			<Particulars shown={shown} />
		</>
	);
}
