import { DataTable } from "~/design/data-table";
import { Flow, Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { readOperator } from "../operator.server";
import type { Route } from "./+types/privacy";

export const loader = conduct(async ({ world }: Route.LoaderArgs & { world: World }) => ({
	operator: await readOperator(world),
}));

const stored = ["account", "session", "guest", "contribution", "log"] as const;

/** Art. 13 GDPR, with the record of what is stored why and for how long (trust.md, privacy). */
export default function Privacy({ loaderData: { operator } }: Route.ComponentProps) {
	const t = useText(messages);
	return (
		<>
			<title>{`${t("privacy.title")} – Gemeinwerk`}</title>
			<PageTitle title={t("privacy.title")} lead={t("privacy.lead")} />
			<Section id="gespeichert" title={t("privacy.storedTitle")}>
				<DataTable
					caption={t("privacy.storedCaption")}
					columns={[
						{ key: "what", header: t("privacy.what"), rowHeader: true, cell: (key) => t(`privacy.${key}`) },
						{ key: "why", header: t("privacy.why"), cell: (key) => t(`privacy.${key}Why`) },
						{ key: "until", header: t("privacy.until"), cell: (key) => t(`privacy.${key}Until`) },
					]}
					rows={stored}
					rowKey={(key) => key}
				/>
			</Section>
			<Section id="nicht" title={t("privacy.trackingTitle")}>
				<Flow>
					<p>{t("privacy.tracking")}</p>
				</Flow>
			</Section>
			<Section id="rechte" title={t("privacy.rightsTitle")}>
				<Flow>
					<p>{t("privacy.rights")}</p>
				</Flow>
			</Section>
			<Section id="verantwortlich" title={t("privacy.responsible")}>
				<Flow>
					{operator ? (
						<>
							<p>
								{operator.name}, {operator.address.replaceAll("\n", ", ")}, {operator.phone}, {operator.email}
							</p>
							<p>
								{t("privacy.officer")}: {operator.dataProtection}
							</p>
							<p>
								{t("privacy.supervision")}: {operator.supervision}
							</p>
						</>
					) : (
						<p>{t("imprint.missing")}</p>
					)}
				</Flow>
			</Section>
		</>
	);
}
