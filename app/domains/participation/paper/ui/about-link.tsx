import { useText } from "~/platform/i18n";
import { staffMessages } from "../staff-messages";

/** What a letter, a call or an entry is about: a contribution, or a comment below one. */
export function AboutLink({
	code,
	number,
	commentNumber,
	title,
}: {
	code: string;
	number: number | null;
	commentNumber: number | null;
	title: string;
}) {
	const t = useText(staffMessages);
	const contribution = `${number ?? ""}. ${title}`;
	return commentNumber === null ? (
		<a href={`/b/${code}`}>{contribution}</a>
	) : (
		<a href={`/k/${code}`}>{t("letters.comment", { number: String(commentNumber), contribution })}</a>
	);
}
