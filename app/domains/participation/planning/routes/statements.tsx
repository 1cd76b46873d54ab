import { Badge } from "~/design/badge";
import { ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { statementsPage } from "../queries/statements.server";
import { staffMessages } from "../staff-messages";
import { StaffCrumbs, staffPath } from "../ui/crumbs";
import type { Route } from "./+types/statements";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	statementsPage(world, params),
);

/** The statements for the office. */
export default function Statements({ loaderData: plan }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { dateTime, dateLong } = useFormat();
	const path = staffPath(plan);
	return (
		<>
			<title>{`${t("statements.title")} – ${plan.process.title}`}</title>
			<StaffCrumbs head={plan} here={t("statements.title")} />
			<PageTitle title={t("statements.title")} above={plan.name} lead={t("statements.lead")}>
				{plan.mayEnter && (
					<ButtonRow>
						<LinkButton look="secondary" href={`${path}/stellungnahmen/eingeben`}>
							{t("enter.title")}
						</LinkButton>
					</ButtonRow>
				)}
			</PageTitle>
			<DataTable
				caption={t("statements.title")}
				captionHidden
				rows={plan.statements}
				rowKey={({ number }) => String(number)}
				empty={<p>{t("statements.none")}</p>}
				columns={[
					{
						key: "number",
						header: t("statements.number"),
						rowHeader: true,
						cell: ({ number }) => (
							<a href={`${path}/stellungnahmen/${number}`}>{t("weigh.title", { number: String(number) })}</a>
						),
					},
					{
						key: "author",
						header: t("statements.author"),
						cell: ({ organisation, name }) => [organisation, name].filter((text) => text !== null).join(", "),
					},
					{
						key: "received",
						header: t("statements.received"),
						// typed in: the office knows the day
						cell: ({ receivedAt, receivedOn, channel, isLate }) => (
							<>
								{channel === "online" ? dateTime(receivedAt) : dateLong(receivedOn)}, {t(`ways.${channel}`)}{" "}
								{isLate && <Badge tone="warning">{t("statements.late")}</Badge>}
							</>
						),
					},
					{
						key: "state",
						header: t("statements.state"),
						cell: ({ parts, open }) =>
							parts === 0
								? t("statements.notDivided")
								: open > 0
									? t("statements.open", { open: String(open), parts: String(parts) })
									: t("statements.weighed"),
					},
				]}
			/>
			{plan.notedShare !== null && (
				<p>
					{t("statements.share", { share: String(plan.notedShare) })} {t("statements.shareHint")}
				</p>
			)}
			<ButtonRow>
				<LinkButton look="secondary" href={`${path}/abwaegung`}>
					{t("statements.table")}
				</LinkButton>
			</ButtonRow>
		</>
	);
}
