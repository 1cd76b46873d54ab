import { ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { weighingTable } from "../queries/statements.server";
import { staffMessages } from "../staff-messages";
import { useAuthor } from "../ui/author";
import { StaffCrumbs, staffPath } from "../ui/crumbs";
import { Paragraphs } from "../ui/paragraphs";
import type { Route } from "./+types/table";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	weighingTable(world, params),
);

/** The weighing table in two columns, for printing and for the council. */
export default function Table({ loaderData: plan }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const words = useText(messages);
	const authorOf = useAuthor();
	const path = staffPath(plan);
	const rows = plan.rows.flatMap(({ author, parts }) => parts.map((part) => ({ author, part })));
	return (
		<>
			<title>{`${t("table.title")} – ${plan.process.title}`}</title>
			<StaffCrumbs head={plan} here={t("table.title")} />
			<PageTitle title={t("table.title")} above={plan.name} lead={t("table.lead")} />
			<ButtonRow>
				<LinkButton look="secondary" href={`${path}/abwaegung.docx`}>
					{t("table.docx")}
				</LinkButton>
				<LinkButton look="secondary" href={`${path}/abwaegung.csv`}>
					{t("table.csv")}
				</LinkButton>
			</ButtonRow>
			<DataTable
				caption={t("table.title")}
				captionHidden
				rows={rows}
				rowKey={({ part }) => part.id}
				empty={<p>{t("table.none")}</p>}
				columns={[
					{
						key: "statement",
						header: t("table.statement"),
						cell: ({ author, part }) => (
							<>
								<p>
									<strong>{authorOf(author)}</strong>
								</p>
								<Paragraphs text={part.words} />
							</>
						),
					},
					{
						key: "weighing",
						header: t("table.weighing"),
						cell: ({ part }) => (
							<>
								<p>
									<strong>{part.vote ? words(`votes.${part.vote}`) : t("table.open")}</strong>
								</p>
								<Paragraphs text={part.comment} />
							</>
						),
					},
				]}
			/>
			{plan.notedShare !== null && <p>{t("statements.share", { share: String(plan.notedShare) })}</p>}
		</>
	);
}
