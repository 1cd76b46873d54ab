import { formatFor, textFor } from "~/platform/i18n";
import type { View } from "~/platform/world.server";
import { messages } from "../messages";
import { managedProcesses } from "./managed-processes.server";

/** A process that its staff work on: people contribute, or answers are still to be given. */
export type ProcessInWork = { title: string; href: string; state: string; next: string | null };

/**
 * What runs at a place, for those who make its processes, and where they begin a new one.
 * @returns null for others who work there
 * @throws NotFound, Forbidden
 */
export async function processesInWork(
	view: View,
	{ place }: { place: string },
): Promise<{ newHref: string; processes: ProcessInWork[] } | null> {
	const { may, processes } = await managedProcesses(view, { place });
	if (!may.create) return null;
	const t = textFor(view.locale, messages);
	const { dateLong } = formatFor(view.locale);
	const here = `/o/${place}/verwaltung/beteiligung`;
	return {
		newHref: `${here}/neu`,
		processes: processes
			.filter(({ state }) => state === "running" || state === "finished")
			.map(({ slug, title, state, next }) => ({
				title,
				href: `${here}/${slug}/antworten`,
				state: t(`states.${state}`),
				// what closes at midnight is named by the day before it
				next:
					next &&
					(next.what === "opens"
						? t("managed.opensOn", { date: dateLong(next.at) })
						: t("managed.closesOn", { date: dateLong(new Date(next.at.getTime() - 1)) })),
			})),
	};
}
