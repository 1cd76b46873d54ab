import { fromStored } from "~/platform/calendar.server";
import type { AgreementNoticePeriod } from "~/platform/database/generated/client";
import { knownWord } from "../stored-word";
import { type NoticePeriod, noticeForms, towardsEnds } from "./notice-period";

/** A period of notice as the rules take it; null where none was agreed as data. */
export function noticePeriodOf(row: AgreementNoticePeriod | null): NoticePeriod | null {
	return (
		row && {
			months: row.months,
			towards: knownWord(towardsEnds, row.towards),
			firstEnd: row.firstEnd && fromStored(row.firstEnd).toString(),
			form: knownWord(noticeForms, row.form),
		}
	);
}
