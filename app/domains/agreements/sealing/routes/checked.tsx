import { data } from "react-router";
import { Breadcrumb } from "~/design/breadcrumb";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { requestContext } from "~/platform/http/request.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { checkMessages } from "../check-messages";
import { checkVersion, normalCode } from "../queries/check-version.server";
import { CheckForm } from "../ui/check-form";
import { VerdictView } from "../ui/verdict";
import type { Route } from "./+types/checked";

export const loader = conduct(async ({ world, params, context }: Route.LoaderArgs & { world: World }) => {
	const { ip } = context.get(requestContext);
	const verdict = await checkVersion(world, { typed: params.code, fileSha256: null, ip });
	return data({ code: normalCode(params.code), verdict }, { status: verdict.result === "limited" ? 429 : 200 });
});

export default function Checked({ loaderData: { code, verdict } }: Route.ComponentProps) {
	const t = useText(checkMessages);
	return (
		<>
			<title>{t("title")}</title>
			<Breadcrumb entries={[{ label: t("title"), href: "/pruefen" }, { label: code }]} />
			<PageTitle title={t("title")} above={code} />
			<VerdictView verdict={verdict} />
			<Section title={t("again")} id="noch-einmal">
				<CheckForm />
			</Section>
		</>
	);
}
