import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";

/** Until or from when a survey can be answered, in a sentence; null when it never can. */
export function useWhen({
	open,
	from,
	until,
}: {
	open: boolean;
	from: Date | null;
	until: Date | null;
}): string | null {
	const t = useText(messages);
	const { dateLong } = useFormat();
	// what closes at midnight is named by the day before it
	const lastDay = until && dateLong(new Date(until.getTime() - 1));
	if (open) return lastDay && t("part.open", { date: lastDay });
	if (from) return t("part.later", { date: dateLong(from) });
	return lastDay && t("part.over", { date: lastDay });
}
