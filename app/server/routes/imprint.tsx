import { Flow, Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { readOperator } from "../operator.server";
import type { Route } from "./+types/imprint";

export const loader = conduct(async ({ world }: Route.LoaderArgs & { world: World }) => ({
	operator: await readOperator(world),
}));

/** § 5 DDG, § 18 MStV: who offers these pages. */
export default function Imprint({ loaderData: { operator } }: Route.ComponentProps) {
	const t = useText(messages);
	return (
		<>
			<title>{`${t("imprint.title")} – Gemeinwerk`}</title>
			<PageTitle title={t("imprint.title")} lead={operator ? undefined : t("imprint.missing")} />
			{operator && (
				<>
					<Section id="anbieter" title={t("imprint.provider")}>
						<Flow>
							<p>{operator.name}</p>
							<Lines text={operator.address} />
							{operator.represented && (
								<p>
									{t("imprint.represented")}: {operator.represented}
								</p>
							)}
						</Flow>
					</Section>
					<Section id="kontakt" title={t("imprint.contact")}>
						<Flow>
							<p>
								{t("imprint.phone")}: <a href={`tel:${operator.phone.replace(/[^+\d]/g, "")}`}>{operator.phone}</a>
								{operator.phoneHours && ` (${operator.phoneHours})`}
							</p>
							<p>
								{t("imprint.email")}: <a href={`mailto:${operator.email}`}>{operator.email}</a>
							</p>
						</Flow>
					</Section>
				</>
			)}
		</>
	);
}

/** Text with line breaks as it was entered. */
function Lines({ text }: { text: string }) {
	return (
		<p>
			{text.split("\n").map((line, index) => (
				<span key={line}>
					{index > 0 && <br />}
					{line}
				</span>
			))}
		</p>
	);
}
