import type { ReactNode } from "react";
import { PageTitle } from "~/design/page-title";
import { QrCode } from "~/design/qr-code";
import { WritingLines } from "~/design/writing-lines";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { BoxHead } from "../queries/find-box.server";
import { BoxCrumbs } from "./box-crumbs";
import { VotingWords } from "./box-words";

/** A ballot to print: who votes is known by the code of the letter; what is voted on stands in the children. */
export function BallotSheet({ box, url, children }: { box: BoxHead; url: string; children: ReactNode }) {
	const t = useText(messages);
	return (
		<>
			<title>{`${t("sheet.title")}: ${box.title}`}</title>
			<BoxCrumbs box={box} here={t("sheet.title")} />
			<PageTitle title={box.title} above={t("sheet.title")} lead={t("sheet.lead")} />
			<VotingWords box={box} />
			<p>{t("sheet.once")}</p>
			{box.place.phone && <p>{t("sheet.phone", { phone: box.place.phone })}</p>}
			<WritingLines label={t("sheet.letter")} lines={1} />
			{children}
			<QrCode url={url} label={t("sheet.online")} />
		</>
	);
}

/** A line of a ballot: the option, with boxes to tick or a line for a figure. */
export function SheetLine({ label, hint, boxes }: { label: string; hint?: string; boxes: readonly string[] | null }) {
	const t = useText(messages);
	return (
		<li>
			<p>
				<strong>{label}</strong>
			</p>
			{hint && <p>{hint}</p>}
			{boxes ? (
				<ul className="gw-boxes gw-boxes--row">
					{boxes.map((box) => (
						<li key={box}>{`☐ ${box}`.trim()}</li>
					))}
				</ul>
			) : (
				<WritingLines label={t("sheet.write")} lines={1} />
			)}
		</li>
	);
}
