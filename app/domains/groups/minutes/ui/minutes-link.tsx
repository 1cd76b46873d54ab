import { LinkButton } from "~/design/button";
import { useText } from "~/platform/i18n";
import { taskMessages } from "../../tasks/messages";
import { minutesMessages } from "../messages";
import { minutesStaffMessages } from "../staff-messages";

/** The way to the minutes of a meeting, where there are some for this reader. */
export function MinutesLink({ minutes }: { minutes: { href: string; final: boolean } | null }) {
	const t = useText(minutesMessages);
	if (!minutes) return null;
	return (
		<LinkButton look="secondary" href={minutes.href}>
			{t(minutes.final ? "open" : "openDraft")}
		</LinkButton>
	);
}

/** For who runs the group, at a meeting: due tasks onto the agenda before it, minutes after it, tasks out of it. */
export function ManageLinks({ here, held }: { here: string; held: boolean }) {
	const t = useText(minutesStaffMessages);
	const task = useText(taskMessages);
	const [group = "", meeting = ""] = here.split("/sitzungen/");
	return held ? (
		<>
			<LinkButton look="secondary" href={`${here}/protokoll`}>
				{t("toMinutes")}
			</LinkButton>
			<LinkButton look="secondary" href={`${group}/aufgaben/neu?sitzung=${meeting}`}>
				{task("list.add")}
			</LinkButton>
		</>
	) : (
		<LinkButton look="secondary" href={`${here}/aufgaben`}>
			{task("agenda.title")}
		</LinkButton>
	);
}
