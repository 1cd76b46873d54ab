import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { LocalDateTime } from "~/design/time";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { guestMessages } from "../messages";
import { guestPage } from "../queries/guest-pages.server";
import { AccessOver } from "../ui/access-over";
import type { Route } from "./+types/guest";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => ({
	guest: await guestPage(world, params.token),
}));

/** What a guest sees: the named items and papers, until the named day. */
export default function GuestRoute({ loaderData: { guest } }: Route.ComponentProps) {
	return guest ? <Guest guest={guest} /> : <AccessOver />;
}

function Guest({ guest }: { guest: NonNullable<Route.ComponentProps["loaderData"]["guest"]> }) {
	const t = useText(guestMessages);
	const { dateLong, bytes } = useFormat();
	return (
		<>
			<title>{t("page.title")}</title>
			<meta name="robots" content="noindex" />
			<PageTitle title={guest.group} above={t("page.title")} lead={t("page.lead", { name: guest.name })} />
			<p>{t("page.until", { date: dateLong(guest.lastDay) })}</p>
			{guest.meetings.length > 0 && (
				<Section id="sitzungen" title={t("page.meetings")}>
					<ul>
						{guest.meetings.map(({ id, title, startsAt, place, reply }) => (
							<li key={id}>
								<a href={reply}>{t("page.reply", { title })}</a>
								<br />
								<LocalDateTime value={startsAt} />
								{place && `, ${place}`}
							</li>
						))}
					</ul>
				</Section>
			)}
			{guest.items.length > 0 && (
				<Section id="punkte" title={t("page.items")}>
					<ul>
						{guest.items.map(({ id, number, title, meeting }) => (
							<li key={id}>
								{t("page.number", { number: String(number), title })}
								<br />
								{meeting.title}, <LocalDateTime value={meeting.startsAt} />, {meeting.place}
							</li>
						))}
					</ul>
				</Section>
			)}
			{guest.files.length > 0 && (
				<Section id="unterlagen" title={t("page.files")}>
					<ul>
						{guest.files.map((file) => (
							<li key={file.href}>
								<a href={file.href}>{file.title}</a> ({file.name}, {bytes(file.bytes)})
							</li>
						))}
					</ul>
				</Section>
			)}
		</>
	);
}
