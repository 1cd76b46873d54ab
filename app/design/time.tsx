import { type DateLike, useFormat, useText } from "~/platform/i18n";
import { messages } from "./messages";

/**
 * A date for people, and for machines in `datetime`. A Date is a moment shown in German time; a `YYYY-MM-DD` string is
 * a calendar date and stays that day everywhere.
 */
export function LocalDate({ value, long }: { value: DateLike; long?: boolean }) {
	const format = useFormat();
	return (
		<time dateTime={typeof value === "string" ? value : value.toISOString()}>
			{long ? format.dateLong(value) : format.date(value)}
		</time>
	);
}

/** A moment with date and time of day, in German time. */
export function LocalDateTime({ value }: { value: Date }) {
	const format = useFormat();
	return <time dateTime={value.toISOString()}>{format.dateTime(value)}</time>;
}

/** From – to, both days included; either end may be open ("ab 1.9.2026", "bis 3.12.2026"); one day is said once. */
export function Period({ from, until }: { from?: DateLike; until?: DateLike }) {
	const t = useText(messages);
	if (from && from === until) return <LocalDate value={from} />;
	return (
		<span className="gw-period">
			{!from && `${t("period.until")} `}
			{!until && `${t("period.from")} `}
			{from && <LocalDate value={from} />}
			{from && until && " – "}
			{until && <LocalDate value={until} />}
		</span>
	);
}
