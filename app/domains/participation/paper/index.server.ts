import { textFor } from "~/platform/i18n";
import type { View } from "~/platform/world.server";
import { processById } from "../processes/index.server";
import { mayEnterPaper } from "./policy.server";
import { staffMessages } from "./staff-messages";

/** The way to typing in paper, for those who may, of a process that asks for contributions or remarks; otherwise null. */
export async function paperStaffPage(view: View, processId: string): Promise<{ title: string; path: string } | null> {
	const process = await processById(view, processId);
	const asks = process.phases.some(({ switches }) => switches.includes("contribute") || switches.includes("annotate"));
	if (!asks || !mayEnterPaper(view.actor, process)) return null;
	return { title: textFor(view.locale, staffMessages)("enter.title"), path: "papier" };
}
