import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { Explained } from "../plans/queries/explained.server";

/** Rule, plan and date in one sentence: why this post answers. */
export function Why({ explanation: { by, day, plan, area, topic } }: { explanation: Explained }) {
	const t = useText(messages);
	const format = useFormat();
	if (by === "HANDOVER") return t("why.HANDOVER", { date: format.dateLong(day) });
	if (by === "MANUAL" || !plan) return t("why.MANUAL", { date: format.dateLong(day) });
	const values = { plan: plan.name, date: format.dateLong(plan.from), area: area ?? "–", topic: topic ?? "–" };
	return t(`why.${by}`, values);
}
