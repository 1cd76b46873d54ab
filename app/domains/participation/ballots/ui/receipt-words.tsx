import type { ReactNode } from "react";
import { LinkButton } from "~/design/button";
import { PageTitle } from "~/design/page-title";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { BoxHead } from "../queries/find-box.server";
import { BoxCrumbs } from "./box-crumbs";

/** A cast ballot with its receipt; just cast (`isNew`) or looked up. `children` is what stands on it. */
export function ReceiptWords({
	ballot,
	isNew,
	children,
}: {
	ballot: BoxHead & { receipt: string };
	isNew: boolean;
	children: ReactNode;
}) {
	const t = useText(messages);
	const title = isNew ? t("receipt.title") : t("receipt.look");
	return (
		<>
			<title>{`${title} – ${ballot.title}`}</title>
			<BoxCrumbs box={ballot} here={t("receipt.code")} />
			<PageTitle title={title} above={ballot.title} lead={isNew ? t("receipt.lead") : undefined} />
			<p>
				{t("receipt.code")}: <strong data-receipt>{(ballot.receipt.match(/.{1,4}/g) ?? []).join("-")}</strong>
			</p>
			<p>{t("receipt.how")}</p>
			<p>{t("receipt.warning")}</p>
			{children}
			<LinkButton look="secondary" href={ballot.path}>
				{t("paper.back")}
			</LinkButton>
		</>
	);
}
