import type { ReactNode } from "react";
import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useText } from "~/platform/i18n";
import { paperPath } from "../addresses";
import { type Choice, written } from "../ballot";
import { messages } from "../messages";
import type { BoxHead } from "../queries/find-box.server";
import { BoxCrumbs } from "./box-crumbs";
import { VotingWords } from "./box-words";

type Errors = Parameters<typeof ErrorSummary>[0]["errors"];

/** A ballot paper around its fields: what is saved, how it goes on, and why it does not when it is over. */
export function PaperFrame({
	paper,
	errors,
	rules,
	savedText,
	children,
}: {
	paper: BoxHead & { hasVoted: boolean; isSaved: boolean };
	errors: Errors;
	/** What may stand on the ballot. */
	rules: ReactNode;
	/** What is saved so far; left out after a refused form. */
	savedText?: string;
	children: ReactNode;
}) {
	const t = useText(messages);
	return (
		<>
			<title>{`${t("paper.title")} – ${paper.title}`}</title>
			<BoxCrumbs box={paper} here={t("paper.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle
				title={paper.hasVoted ? t("paper.done") : t("paper.title")}
				above={paper.title}
				lead={paper.hasVoted || !paper.voting.isOpen ? undefined : t("paper.lead")}
			/>
			{paper.hasVoted ? (
				<>
					<p>{t("paper.doneText")}</p>
					<LinkButton look="secondary" href={paper.path}>
						{t("paper.back")}
					</LinkButton>
				</>
			) : !paper.voting.isOpen ? (
				<Alert tone="warning" title={t("paper.closed")}>
					<p>{t("paper.closedText")}</p>
					<VotingWords box={paper} />
				</Alert>
			) : (
				<>
					{rules}
					{paper.isSaved && savedText !== undefined && (
						<Alert title={t("paper.saved")} live>
							<p>{savedText}</p>
						</Alert>
					)}
					<Form>
						<div
							className="gw-flow"
							data-island="autosave"
							data-saved={t("paper.autosaved")}
							data-failed={t("paper.autosaveFailed")}
						>
							{children}
						</div>
						<ButtonRow>
							<Button name="weiter" value="pruefen">
								{t("paper.check")}
							</Button>
							<Button look="secondary">{t("paper.save")}</Button>
						</ButtonRow>
					</Form>
				</>
			)}
		</>
	);
}

/** The page between choosing and casting: what stands on the ballot (`children`), and the one button that counts. */
export function CastFrame({
	paper,
	choice,
	token,
	errors,
	missing,
	children,
}: {
	paper: BoxHead;
	choice: Choice;
	token: string;
	errors: Errors;
	/** Why it cannot be cast like this. */
	missing: readonly { message: string }[];
	children: ReactNode;
}) {
	const t = useText(messages);
	return (
		<>
			<title>{`${t("cast.title")} – ${paper.title}`}</title>
			<BoxCrumbs box={paper} here={t("cast.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("cast.title")} above={paper.title} lead={t("cast.lead")} />
			{children}
			{missing.length > 0 && (
				<Alert tone="warning" title={t("cast.notYet")}>
					<ul>
						{missing.map(({ message }) => (
							<li key={message}>{message}</li>
						))}
					</ul>
				</Alert>
			)}
			<Form hidden={{ stimmen: written(choice) }}>
				<ButtonRow>
					{missing.length === 0 && <Button>{t("cast.cast")}</Button>}
					<LinkButton look="secondary" href={paperPath(paper.kind, token)}>
						{t("cast.change")}
					</LinkButton>
				</ButtonRow>
			</Form>
		</>
	);
}
