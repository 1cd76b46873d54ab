import { useFormat, useText } from "~/platform/i18n";
import { noticePeriodMessages } from "../messages";
import type { NoticePeriod } from "../notice-period";

/** A period of notice as one sentence. */
export function useNoticeWords(): (period: NoticePeriod) => string {
	const t = useText(noticePeriodMessages);
	const { date } = useFormat();
	return ({ months, towards, firstEnd, form }) => {
		const words = { count: months, towards: t(`ends.${towards}`), form: t(`forms.${form}`) };
		return firstEnd ? t("sentenceFirst", { ...words, day: date(firstEnd) }) : t("sentence", words);
	};
}
