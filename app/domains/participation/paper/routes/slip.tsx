import { PageTitle } from "~/design/page-title";
import { QrCode } from "~/design/qr-code";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { isWish } from "../paper";
import { slipPage } from "../queries/slip-page.server";
import { staffMessages } from "../staff-messages";
import { PaperCrumbs } from "../ui/paper-crumbs";
import type { Route } from "./+types/slip";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	slipPage(world, params),
);

export default function Slip({ loaderData: slip }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { dateLong } = useFormat();
	const number = String(slip.number ?? "");
	const words = slip.commentNumber === null ? "contribution" : "comment";
	return (
		<>
			<title>{`${t("slip.title")} ${number} – ${slip.title}`}</title>
			<PaperCrumbs head={slip} here={t("slip.title")} />
			<div className="gw-screen-only">
				<PageTitle title={t("slip.title")} above={slip.title} lead={t("slip.lead")} />
				<p>{t("slip.print")}</p>
			</div>
			<div className="gw-slip">
				<h2>
					{t("slip.head", { place: slip.placeName, number, kind: words, comment: String(slip.commentNumber ?? "") })}
				</h2>
				<p>
					{t("slip.about", {
						kind: words,
						title: slip.contribution,
						process: slip.title,
						date: slip.submittedAt ? dateLong(slip.submittedAt) : "",
					})}
				</p>
				<p>{t("slip.read", { address: slip.address })}</p>
				<p className="gw-slip__code">{slip.code}</p>
				<QrCode url={slip.url} label={t("slip.scan")} />
				{isWish(slip.wish) && <p>{t(`slip.wishes.${slip.wish}`)}</p>}
				{slip.answeredUntil && <p>{t("slip.answered", { date: dateLong(slip.answeredUntil) })}</p>}
				{slip.phone && <p>{t("slip.phone", { phone: slip.phone })}</p>}
			</div>
		</>
	);
}
