import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { Card, CardList } from "~/design/card";
import { EmptyState } from "~/design/empty-state";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { LocalDateTime } from "~/design/time";
import { houseAddress } from "~/platform/address.server";
import { conduct } from "~/platform/http/conduct.server";
import { useLocale, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../../../messages";
import { calendarMessages } from "../messages";
import { type Month, monthsFrom, monthText, readMonth } from "../month";
import { calendarOwner, meetingsOfMonth, monthOf } from "../queries/public-meetings.server";
import type { Route } from "./+types/calendar";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const within: { place?: string; group?: string } = params;
	const owner = await calendarOwner(world, within);
	const { pathname, searchParams } = new URL(request.url);
	const month = readMonth(searchParams.get("monat")) ?? monthOf(world.now);
	return {
		owner,
		path: pathname,
		month,
		feed: houseAddress(`${pathname.replace(/\/$/, "")}.ics`),
		meetings: await meetingsOfMonth(world, month, within),
	};
});

function useMonth(): (month: Month) => string {
	const locale = useLocale();
	const format = new Intl.DateTimeFormat(locale === "de" ? "de-DE" : "en-GB", {
		month: "long",
		year: "numeric",
		timeZone: "UTC",
	});
	return ({ year, month }) => format.format(new Date(Date.UTC(year, month - 1, 1)));
}

/** The public meetings of a month as a list: of the whole house, one place, or one group. */
export default function MeetingCalendar({ loaderData: page }: Route.ComponentProps) {
	const t = useText(calendarMessages);
	const words = useText(messages);
	const nameOf = useMonth();
	const { owner, path, month } = page;
	const title = owner ? t("titleAt", { name: owner.name }) : t("title");
	const at = (months: number) => monthsFrom(month, months);
	return (
		<>
			<title>{`${title}, ${nameOf(month)}`}</title>
			<meta name="description" content={t("lead")} />
			{owner && (
				<Breadcrumb
					entries={[{ label: words("list.title"), href: `/o/${owner.place}/arbeitskreise` }, { label: title }]}
				/>
			)}
			<PageTitle title={title} lead={t("lead")} />
			<Section id="monat" title={t("month", { month: nameOf(month) })}>
				{page.meetings.length === 0 ? (
					<EmptyState title={t("empty")} level={3} />
				) : (
					<CardList>
						{page.meetings.map((meeting) => (
							<Card
								key={meeting.id}
								title={meeting.title}
								href={meeting.href}
								above={`${meeting.group}, ${meeting.placeName}`}
								state={
									<Badge tone={meeting.state === "cancelled" ? "warning" : "info"}>
										{words(`meetingStates.${meeting.state}`)}
									</Badge>
								}
							>
								<p>
									<LocalDateTime value={meeting.startsAt} />, {meeting.where || t("online")}
								</p>
							</Card>
						))}
					</CardList>
				)}
			</Section>
			<nav aria-label={t("months")}>
				<ButtonRow>
					<LinkButton look="secondary" href={`${path}?monat=${monthText(at(-1))}`}>
						{t("earlier", { month: nameOf(at(-1)) })}
					</LinkButton>
					<LinkButton look="secondary" href={`${path}?monat=${monthText(at(1))}`}>
						{t("later", { month: nameOf(at(1)) })}
					</LinkButton>
				</ButtonRow>
			</nav>
			<Section id="abonnieren" title={t("feed")}>
				<p>
					{t("feedText")} <a href={page.feed}>{page.feed}</a>
				</p>
			</Section>
		</>
	);
}
