import { useFormat, useText } from "~/platform/i18n";
import type { Author } from "../queries/statements.server";
import { staffMessages } from "../staff-messages";

/** How the weighing table names an author: an organisation by its name, a person by the day of the statement only. */
export function useAuthor(): (author: Author) => string {
	const t = useText(staffMessages);
	const { dateLong } = useFormat();
	return ({ organisation, receivedOn, number }) =>
		organisation
			? t("table.organisation", { name: organisation, number: String(number), date: dateLong(receivedOn) })
			: t("table.citizen", { number: String(number), date: dateLong(receivedOn) });
}
