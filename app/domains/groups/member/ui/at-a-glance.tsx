import { Section } from "~/design/layout";
import { SummaryList } from "~/design/summary-list";
import { LocalDateTime } from "~/design/time";
import { useText } from "~/platform/i18n";
import { memberMessages } from "../messages";
import type { AtAGlance as Glance } from "../queries/at-a-glance.server";

/** Three lines for a member: what the group is for, what is next, what is asked of them. */
export function AtAGlance({ glance }: { glance: Glance }) {
	const t = useText(memberMessages);
	const { purpose, next, asked } = glance;
	return (
		<Section id="auf-einen-blick" title={t("glance.title")}>
			<SummaryList
				rows={[
					{ term: t("glance.purpose"), value: purpose },
					{
						term: t("glance.next"),
						value: next ? (
							<>
								<a href={next.href}>{next.title}</a>
								{next.running ? (
									`, ${t("glance.running")}`
								) : (
									<>
										, <LocalDateTime value={next.startsAt} />
									</>
								)}
								{next.place && `, ${next.place}`}
							</>
						) : (
							t("noMeetings")
						),
					},
					{
						term: t("asked.title"),
						value:
							asked.length === 0 ? (
								t("asked.nothing")
							) : (
								<ul>
									{asked.map(({ text, href, note }) => (
										<li key={`${href} ${text}`}>
											<a href={href}>{text}</a>
											{note && ` (${note})`}
										</li>
									))}
								</ul>
							),
					},
				]}
			/>
		</Section>
	);
}
