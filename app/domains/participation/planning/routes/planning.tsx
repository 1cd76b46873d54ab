import { Alert } from "~/design/alert";
import { ButtonRow, LinkButton } from "~/design/button";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { PhoneLink } from "~/design/phone-link";
import { SummaryList } from "~/design/summary-list";
import { UploadList } from "~/design/upload-list";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { planningPage } from "../queries/pages.server";
import { Chain } from "../ui/chain";
import { PublicCrumbs, publicPath, staffPath } from "../ui/crumbs";
import type { Route } from "./+types/planning";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	planningPage(world, params),
);

export default function Planning({ loaderData: plan }: Route.ComponentProps) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const { display } = plan;
	return (
		<>
			<title>{`${plan.name} – ${plan.place.name}`}</title>
			<PublicCrumbs head={plan} />
			<PageTitle title={plan.name} above={t(`kinds.${plan.kind}`)}>
				{plan.may.manage && (
					<ButtonRow>
						<LinkButton look="secondary" href={staffPath(plan)}>
							{t("page.manage")}
						</LinkButton>
					</ButtonRow>
				)}
			</PageTitle>
			<Alert title={t("accompaniesTitle")}>
				<p>{t("accompanies")}</p>
			</Alert>
			<SummaryList
				rows={[
					...(display
						? [
								{
									term: display.round > 1 ? t("page.round") : t("page.period"),
									value: t("page.days", { from: dateLong(display.startsOn), to: dateLong(display.endsOn) }),
								},
								...(display.changes ? [{ term: t("page.changes"), value: display.changes }] : []),
								{ term: t("page.second"), value: display.secondAccess },
								{ term: t("page.environment"), value: display.environmentalInfo },
							]
						: [{ term: t("page.period"), value: t("part.none") }]),
					...(plan.area ? [{ term: t("page.area"), value: plan.area }] : []),
					{ term: t("page.office"), value: plan.office },
					...(plan.officeAddress ? [{ term: t("page.address"), value: plan.officeAddress }] : []),
					...(plan.phone ? [{ term: t("page.phone"), value: <PhoneLink number={plan.phone} /> }] : []),
				]}
			/>
			<Section id="unterlagen" title={t("page.documents")}>
				<UploadList
					files={plan.documents.map((file) => ({ ...file, kind: t("page.file") }))}
					empty={t(plan.documentsExpected ? "page.noDocuments" : "page.documentsMissing")}
				/>
			</Section>
			<Section id="stellungnahme" title={t("page.state")}>
				{display?.takes && (
					<>
						<p>{t("page.take")}</p>
						<LinkButton href={`${publicPath(plan)}/stellungnahme`}>{t("page.takeButton")}</LinkButton>
					</>
				)}
				{display?.links && plan.systemAddress && (
					<>
						<p>{t("page.link")}</p>
						<LinkButton href={plan.systemAddress}>{t("page.linkButton")}</LinkButton>
					</>
				)}
				<p>{display?.takes || display?.links ? t("page.other") : t("page.closed")}</p>
			</Section>
			<Section id="stand" title={t("page.chain")}>
				<Chain steps={plan.steps} />
			</Section>
		</>
	);
}
