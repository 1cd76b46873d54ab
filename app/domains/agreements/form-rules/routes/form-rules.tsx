import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { DataTable } from "~/design/data-table";
import { PageTitle } from "~/design/page-title";
import { organisationMessages } from "~/domains/organisations/index";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../../messages";
import { formRuleMessages } from "../messages";
import { formRulesPage } from "../queries/form-rules-page.server";
import type { Route } from "./+types/form-rules";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await formRulesPage(world, params.place)),
	saved: new URL(request.url).searchParams.has("saved"),
}));

export default function FormRules({ loaderData: page }: Route.ComponentProps) {
	const t = useText(formRuleMessages);
	const say = useText(messages);
	const kinds = useText(organisationMessages);
	const { date } = useFormat();
	const here = `/o/${page.place.slug}/verwaltung/vereinbarungen`;
	return (
		<>
			<title>{`${t("title")} – ${page.place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: page.place.name, href: `/o/${page.place.slug}` },
					{ label: t("manage"), href: here },
					{ label: t("title") },
				]}
			/>
			{page.saved && <Alert tone="success" title={t("saved")} live />}
			<PageTitle title={t("title")} lead={t("lead")} />
			<p>{t("click")}</p>
			<DataTable
				caption={t("caption")}
				rows={page.rules}
				rowKey={({ key }) => key}
				columns={[
					{
						key: "norm",
						header: t("norm"),
						rowHeader: true,
						cell: ({ key, norm }) => <a href={`${here}/formregeln/${key}`}>{norm}</a>,
					},
					{
						key: "applies",
						header: t("applies"),
						cell: ({ stateName, organisationKinds, nature }) =>
							[
								stateName ?? t("everywhere"),
								organisationKinds?.map((kind) => kinds(`kinds.${kind}`)).join(", ") ?? t("everybody"),
								nature && say(`natures.${nature}`),
							]
								.filter(Boolean)
								.join("; "),
					},
					{
						key: "form",
						header: t("form"),
						cell: ({ requiredForm, officialTitle }) =>
							`${say(`forms.${requiredForm}`)}${officialTitle ? `, ${t("officialTitle")}` : ""}`,
					},
					{
						key: "state",
						header: t("state"),
						cell: ({ reviewedBy, reviewedOn }) =>
							reviewedBy && reviewedOn ? (
								t("reviewed", { by: reviewedBy, day: date(reviewedOn) })
							) : (
								<Badge tone="warning">{t("unreviewed")}</Badge>
							),
					},
				]}
			/>
		</>
	);
}
