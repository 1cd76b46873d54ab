import { useText } from "~/platform/i18n";
import { pollMessages } from "../messages";
import type { openPolls } from "../queries/poll-list.server";

/** The date polls of a group that wait for a date; nothing where there are none. */
export function OpenPolls({ polls, group }: { polls: Awaited<ReturnType<typeof openPolls>>; group: string }) {
	const t = useText(pollMessages);
	if (polls.length === 0) return null;
	return (
		<ul>
			{polls.map(({ id, title, state, silent }) => (
				<li key={id}>
					<a href={`${group}/terminabfragen/${id}`}>
						{t("page.title")}: {title}
					</a>{" "}
					({t(`page.states.${state}`)}, {t("list.silent", { count: silent })})
				</li>
			))}
		</ul>
	);
}
