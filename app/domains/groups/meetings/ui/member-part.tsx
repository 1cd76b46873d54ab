import { Section } from "~/design/layout";
import { LocalDateTime } from "~/design/time";
import { useText } from "~/platform/i18n";
import { messages } from "../../messages";
import { memberMessages } from "../member-messages";
import type { MemberMeetings } from "../queries/member-part.server";

/** What a member has to do about meetings, for „Mein Arbeitskreis“. */
export function MemberPart({ part, group }: { part: MemberMeetings; group: string }) {
	const t = useText(memberMessages);
	const words = useText(messages);
	return (
		<Section id="meine-sitzungen" title={t("title")}>
			{part.polls.length === 0 && part.meetings.length === 0 && <p>{t("nothing")}</p>}
			<ul>
				{part.polls.map(({ id, title, href, answered }) => (
					<li key={id}>
						<a href={href}>{t("poll", { title })}</a>
						{answered && ` (${t("answered")})`}
					</li>
				))}
				{part.meetings.map((meeting) => {
					const here = `${group}/sitzungen/${meeting.id}`;
					const circular = meeting.format === "circular";
					return (
						<li key={meeting.id}>
							<a href={circular && meeting.running ? `${here}/schriftlich` : here}>{meeting.title}</a>
							{circular ? (
								meeting.endsAt && (
									<>
										, {words("meeting.untilWhen")} <LocalDateTime value={meeting.endsAt} />
									</>
								)
							) : (
								<>
									, <LocalDateTime value={meeting.startsAt} />
								</>
							)}
							{meeting.reply && !circular && !meeting.running && (
								<>
									: <a href={meeting.reply.href}>{t(meeting.reply.state ? `said.${meeting.reply.state}` : "reply")}</a>
								</>
							)}
						</li>
					);
				})}
			</ul>
		</Section>
	);
}
