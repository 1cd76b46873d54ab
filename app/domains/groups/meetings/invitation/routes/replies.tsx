import { DataTable } from "~/design/data-table";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { givenId } from "~/platform/http/given-id.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { GroupCrumbs, managedPath } from "../../../ui/group-crumbs";
import { invitationMessages } from "../messages";
import { invitationList } from "../queries/invitation-pages.server";
import type { Route } from "./+types/replies";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	invitationList(world, { ...params, meeting: givenId(params.meeting) }),
);

/** Who was invited and what they said, for who runs the group. */
export default function Replies({ loaderData: meeting }: Route.ComponentProps) {
	const t = useText(invitationMessages);
	const here = `${managedPath(meeting.place.slug, meeting.group.slug)}/sitzungen/${meeting.id}`;
	const { invitations } = meeting;
	const count = (wanted: string | null) => String(invitations.filter(({ reply }) => reply === wanted).length);
	const mayWrite = meeting.state === "planned" || meeting.state === "invited";
	return (
		<>
			<title>{`${t("list.title")} – ${meeting.title}`}</title>
			<GroupCrumbs place={meeting.place} group={meeting.group} meeting={meeting} last={t("list.title")} />
			<PageTitle title={t("list.title")} above={meeting.title} lead={t("list.lead")} />
			<p>
				{t("list.count", {
					coming: count("coming"),
					substitute: count("substitute"),
					absent: count("absent"),
					open: count(null),
				})}
			</p>
			<DataTable
				caption={t("list.caption")}
				captionHidden
				rows={invitations}
				rowKey={({ id }) => id}
				empty={<p>{t("list.empty")}</p>}
				columns={[
					{
						key: "person",
						header: t("list.person"),
						rowHeader: true,
						cell: ({ name, isGuest, standsInFor, onPaper }) =>
							[
								name,
								...(isGuest ? [t("list.guest")] : []),
								...(standsInFor ? [t("list.standsIn", { name: standsInFor })] : []),
								...(onPaper ? [t("list.paper")] : []),
							].join(", "),
					},
					{
						key: "reply",
						header: t("list.reply"),
						cell: ({ reply, writtenDown }) =>
							reply ? `${t(`list.said.${reply}`)}${writtenDown ? ` (${t("list.writtenDown")})` : ""}` : t("list.none"),
					},
					{
						key: "acts",
						header: t("list.acts"),
						cell: ({ id, name, onPaper }) => (
							<>
								{mayWrite && (
									<a href={`${here}/rueckmeldungen/${id}`} aria-label={t("list.writeLabel", { name })}>
										{t("list.write")}
									</a>
								)}
								{onPaper && (
									<>
										{mayWrite && <br />}
										<a href={`${here}/rueckmeldungen/${id}/einladung.pdf`} aria-label={t("list.letterLabel", { name })}>
											{t("list.letter")}
										</a>
									</>
								)}
							</>
						),
					},
				]}
			/>
		</>
	);
}
