import { Breadcrumb } from "~/design/breadcrumb";
import { DataTable } from "~/design/data-table";
import { Disclosure } from "~/design/disclosure";
import { Flow, Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages as processMessages } from "../../processes/messages";
import { type Field, fileFormats } from "../data-set";
import { messages } from "../messages";
import { dataPage } from "../queries/data-files.server";
import type { Route } from "./+types/open-data";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	dataPage(world, params),
);

export default function OpenData({ loaderData: page, params }: Route.ComponentProps) {
	const t = useText(messages);
	const p = useText(processMessages);
	const path = `/o/${params.place}/beteiligung/${params.process}`;
	const { licence, source } = page;
	return (
		<>
			<title>{`${t("page.title")} – ${page.process.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: page.place.name, href: `/o/${params.place}` },
					{ label: p("overview.title"), href: `/o/${params.place}/beteiligung` },
					{ label: page.process.title, href: path },
					{ label: t("page.title") },
				]}
			/>
			<PageTitle title={t("page.title")} above={page.process.title} lead={t("page.lead")} />
			<Section id="lizenz" title={t("page.licence")}>
				<Flow>
					<p>{licence.address ? <a href={licence.address}>{licence.name}</a> : licence.name}</p>
					<p>{t("page.source", { place: source.place, title: source.title, address: source.address })}</p>
					<p>{t("page.personal")}</p>
				</Flow>
			</Section>
			<Section id="dateien" title={t("page.files")} intro={t("page.reading")}>
				{page.files.map(({ key, fields }) => (
					<Section key={key} id={key} level={3} title={t(`files.${key}.title`)} intro={t(`files.${key}.about`)}>
						<p>
							{fileFormats.map((format, index) => (
								<span key={format}>
									{index > 0 && " · "}
									<a href={`${path}/daten/${key}.${format}`}>{`${key}.${format}`}</a>
								</span>
							))}
						</p>
						<Disclosure summary={t("page.fields", { count: fields.length })}>
							<DataTable
								caption={t("page.fieldsOf", { file: t(`files.${key}.title`) })}
								captionHidden
								columns={[
									{
										key: "name",
										header: t("page.name"),
										cell: (field: Field) => <code>{field}</code>,
										rowHeader: true,
									},
									{
										key: "meaning",
										header: t("page.meaning"),
										cell: (field: Field) => t(`fields.${field}`),
									},
								]}
								rows={fields}
								rowKey={(field) => field}
							/>
						</Disclosure>
					</Section>
				))}
				{page.ballots.map(({ path: part, title, formats }) => (
					<Section
						key={part}
						id={`stimmzettel-${part.replace("/", "-")}`}
						level={3}
						title={t("ballots.title", { title })}
						intro={t("ballots.about")}
					>
						<p>
							{formats.map((format, index) => (
								<span key={format}>
									{index > 0 && " · "}
									<a href={`${path}/${part}/stimmzettel/${format}`}>{`stimmzettel.${format}`}</a>
								</span>
							))}
						</p>
					</Section>
				))}
			</Section>
		</>
	);
}
