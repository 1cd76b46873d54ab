import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { QrCode } from "~/design/qr-code";
import { TextArea } from "~/design/text-area";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { bulletinPage } from "../queries/bulletin.server";
import { setupMessages } from "../setup-messages";
import { WorkCrumbs } from "../ui/work-crumbs";
import type { Route } from "./+types/bulletin";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	bulletinPage(world, params),
);

export default function Bulletin({ loaderData: process }: Route.ComponentProps) {
	const t = useText(setupMessages);
	const { dateLong } = useFormat();
	const { first, last, answeredUntil, decidedBy, phone, where } = process;
	const short = process.address.replace(/^https?:\/\//, "");
	const lines = [
		t("bulletin.headline", { title: process.title }),
		"",
		process.summary,
		"",
		...(first && last ? [t("bulletin.period", { first: dateLong(first), last: dateLong(last) })] : []),
		...(decidedBy ? [t("bulletin.decides", { decider: decidedBy })] : []),
		...(answeredUntil ? [t("bulletin.answered", { date: dateLong(answeredUntil) })] : []),
		"",
		t("bulletin.online", { address: short }),
		...(phone ? [t("bulletin.phone", { phone })] : []),
		t("bulletin.paper", { where }),
	];
	return (
		<>
			<title>{`${t("bulletin.title")} – ${process.title}`}</title>
			<WorkCrumbs process={process} here={t("bulletin.title")} />
			<PageTitle title={t("bulletin.title")} above={process.title} lead={t("bulletin.lead")} />
			<div className="gw-screen-only">
				<TextArea name="text" label={t("bulletin.text")} value={lines.join("\n")} rows={lines.length + 4} />
			</div>
			<div className="gw-print-only">
				{lines.filter(Boolean).map((line) => (
					<p key={line}>{line}</p>
				))}
			</div>
			<Section id="abschnitt" title={t("bulletin.cut")}>
				<div className="gw-slip">
					<p>
						<strong>{t("bulletin.slipIntro", { title: process.title })}</strong>
					</p>
					<p>{t("bulletin.slipText")}</p>
					<div className="gw-slip__lines" aria-hidden="true" />
					<p className="gw-slip__line">{t("bulletin.slipName")}</p>
					<p className="gw-slip__line">{t("bulletin.slipReach")}</p>
					{last && <p>{t("bulletin.slipReturn", { date: dateLong(last), where })}</p>}
					<p>{t("bulletin.privacy")}</p>
					<QrCode url={process.address} />
				</div>
			</Section>
		</>
	);
}
