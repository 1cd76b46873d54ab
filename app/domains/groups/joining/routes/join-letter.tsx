import { Button } from "~/design/button";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { givenId } from "~/platform/http/given-id.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { GroupCrumbs, managedPath } from "../../ui/group-crumbs";
import { joiningMessages } from "../messages";
import { letterPage } from "../queries/join-pages.server";
import type { Route } from "./+types/join-letter";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	letterPage(world, { ...params, seat: givenId(params.seat) }),
);

/** Where the letter with the code of a seat is made. */
export default function JoinLetter({ loaderData: seat }: Route.ComponentProps) {
	const t = useText(joiningMessages);
	const { dateTime } = useFormat();
	const group = { slug: seat.slug, name: seat.group };
	return (
		<>
			<title>{`${t("letter.title")} – ${seat.group}`}</title>
			<GroupCrumbs place={seat.place} group={group} last={t("letter.title")} />
			<PageTitle title={t("letter.title")} above={seat.name} lead={t("letter.lead")} />
			{seat.joined ? (
				<p>{t("letter.joined")}</p>
			) : (
				<>
					<p>{t("letter.once")}</p>
					{seat.written && <p>{t("letter.written", { date: dateTime(seat.written) })}</p>}
					<Form action={`${managedPath(seat.place.slug, seat.slug)}/mitglieder/${seat.id}/brief.pdf`}>
						<Button>{t("letter.make")}</Button>
					</Form>
				</>
			)}
		</>
	);
}
