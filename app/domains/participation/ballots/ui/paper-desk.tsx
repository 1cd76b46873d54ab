import type { ReactNode } from "react";
import { Alert } from "~/design/alert";
import { Button, ButtonRow } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { Stat, StatRow } from "~/design/stat";
import { TextField } from "~/design/text-field";
import { useFormat, useText } from "~/platform/i18n";
import { differences } from "../ballot";
import type { BoxHead } from "../queries/find-box.server";
import type { PaperBallots } from "../queries/paper-ballots.server";
import { staffMessages } from "../staff-messages";
import { ManagedBoxCrumbs } from "./box-crumbs";

const paperStates = ["once", "different", "taken", "decided"] as const;

/** The desk where paper ballots are typed in twice: the entry with the fields of the ballot, and the entries that differ. */
export function PaperDesk({
	box,
	papers,
	done,
	typedCode,
	errors,
	codeError,
	title,
	children,
}: {
	box: BoxHead;
	papers: PaperBallots;
	/** What became of the last entry. */
	done: string | null;
	typedCode: string;
	errors: Parameters<typeof ErrorSummary>[0]["errors"];
	codeError: string | undefined;
	/** What stands on the ballot under this number. */
	title: (number: string) => string;
	children: ReactNode;
}) {
	const t = useText(staffMessages);
	const { number: figure } = useFormat();
	const state = paperStates.find((one) => one === done);
	const value = (given: number | null) => (given === null ? t("papers.nothing") : String(given));
	return (
		<>
			<title>{`${t("papers.title")} – ${box.title}`}</title>
			<ManagedBoxCrumbs box={box} here={t("papers.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("papers.title")} above={box.title} lead={t("papers.lead")} />
			<StatRow>
				<Stat label={t("papers.once")} value={figure(papers.once)} />
				<Stat label={t("papers.different")} value={figure(papers.different)} />
				<Stat label={t("papers.taken")} value={figure(papers.taken)} />
			</StatRow>
			{state && errors.length === 0 && (
				<Alert tone={state === "different" ? "warning" : "success"} title={t(`papers.states.${state}`)} live />
			)}
			{papers.isOpen ? (
				<Form>
					<TextField
						name="letter"
						label={t("papers.code")}
						value={typedCode}
						error={codeError}
						autoComplete="off"
						spellCheck={false}
						width="medium"
					/>
					{children}
					<Button>{t("papers.type")}</Button>
				</Form>
			) : (
				<Alert tone="warning" title={t("papers.closed")}>
					<p>{t("papers.closedText")}</p>
				</Alert>
			)}
			<p>{t("papers.stored")}</p>
			{papers.differing.length > 0 && papers.isOpen && (
				<Section id="verschieden" title={t("papers.decide")} intro={t("papers.decideHint")}>
					{papers.differing.map(({ id, first, second }, index) => (
						<Form key={id} hidden={{ zettel: id }}>
							<DataTable
								caption={`${t("papers.decide")} ${index + 1}`}
								rows={differences(first, second)}
								rowKey={({ number }) => number}
								columns={[
									{ key: "number", header: t("papers.number"), rowHeader: true, cell: ({ number }) => title(number) },
									{ key: "first", header: t("papers.first"), cell: ({ one }) => value(one) },
									{ key: "second", header: t("papers.second"), cell: ({ other }) => value(other) },
								]}
							/>
							<ButtonRow>
								{(["first", "second", "neither"] as const).map((right) => (
									<Button key={right} name="richtig" value={right} look="secondary">
										{t(right === "neither" ? "papers.neither" : `papers.${right}Right`)}
									</Button>
								))}
							</ButtonRow>
						</Form>
					))}
				</Section>
			)}
		</>
	);
}
