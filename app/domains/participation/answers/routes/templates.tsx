import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { Card, CardList } from "~/design/card";
import { EmptyState } from "~/design/empty-state";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { templatesPath } from "../addresses";
import { messages } from "../messages";
import { templatesPage } from "../queries/templates.server";
import { staffMessages } from "../staff-messages";
import { DispositionBadge } from "../ui/answer-box";
import { PlainText } from "../ui/answer-fields";
import type { Route } from "./+types/templates";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const search = new URL(request.url).searchParams;
	const happened = (["saved", "removed"] as const).find((name) => search.has(name)) ?? null;
	return { ...(await templatesPage(world, params)), happened, place: params.place };
});

export default function Templates({ loaderData: { templates, happened, place } }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const words = useText(messages);
	const { dateLong } = useFormat();
	const here = templatesPath(place);
	const make = <LinkButton href={`${here}/neu`}>{t("templates.make")}</LinkButton>;
	return (
		<>
			<title>{t("templates.title")}</title>
			<Breadcrumb
				entries={[
					{ label: words("crumbs.manage"), href: `/o/${place}/verwaltung/beteiligung` },
					{ label: t("templates.title") },
				]}
			/>
			{happened && <Alert tone="success" title={t(`templates.${happened}`)} live />}
			<PageTitle title={t("templates.title")} lead={t("templates.lead")}>
				{templates.length > 0 && <ButtonRow>{make}</ButtonRow>}
			</PageTitle>
			{templates.length === 0 ? (
				<EmptyState title={t("templates.none")} action={make}>
					<p>{t("templates.noneHint")}</p>
				</EmptyState>
			) : (
				<CardList>
					{templates.map(({ id, name, disposition, text, changedAt }) => (
						<Card
							key={id}
							level={2}
							title={name}
							state={<DispositionBadge disposition={disposition} />}
							foot={t("templates.changedOn", { date: dateLong(changedAt) })}
						>
							<PlainText text={text} />
							<ButtonRow>
								<LinkButton small look="secondary" href={`${here}/${id}`} label={t("templates.changeOf", { name })}>
									{t("templates.change")}
								</LinkButton>
							</ButtonRow>
						</Card>
					))}
				</CardList>
			)}
		</>
	);
}
