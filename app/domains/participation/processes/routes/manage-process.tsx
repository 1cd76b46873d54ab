import { Badge } from "~/design/badge";
import { ButtonRow, LinkButton } from "~/design/button";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { TaskList } from "~/design/task-list";
import { conduct } from "~/platform/http/conduct.server";
import { useLocale, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { evaluationTasks } from "../../evaluation/index";
import { staffPagesOfParts } from "../../parts.server";
import { messages } from "../messages";
import { workOf } from "../queries/process-work.server";
import { recipeMessages } from "../recipe-messages";
import { setupMessages } from "../setup-messages";
import { stateTone } from "../ui/state-tone";
import { WorkCrumbs } from "../ui/work-crumbs";
import type { Route } from "./+types/manage-process";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const process = await workOf(world, params);
	return { process, parts: await staffPagesOfParts(world, process.id) };
});

export default function ManageProcess({ loaderData: { process, parts } }: Route.ComponentProps) {
	const t = useText(setupMessages);
	const m = useText(messages);
	const r = useText(recipeMessages);
	const locale = useLocale();
	const path = `/o/${process.place.slug}/verwaltung/beteiligung/${process.slug}`;
	const isDraft = process.state === "draft";
	const living = process.state !== "archived";
	const { check, recipe } = process;
	const tasks = [
		...(living ? [{ title: t("manage.frame"), href: `${path}/bearbeiten` }] : []),
		...(living
			? [
					{
						title: t("manage.phases"),
						href: `${path}/phasen`,
						state: <span>{t("manage.phaseCount", { count: process.phases })}</span>,
					},
				]
			: []),
		...(living
			? [
					{
						title: t("manage.check"),
						href: `${path}/check`,
						hint: check.demanded ? undefined : t("manage.checkFree"),
						state: check.demanded ? <span>{t("manage.checkOpen", { count: check.open })}</span> : undefined,
					},
				]
			: []),
		{
			title: t("manage.publish"),
			href: `${path}/veroeffentlichen`,
			state: isDraft ? (
				<span>{process.waitsForRelease ? t("manage.waits") : t("manage.missing", { count: process.missing })}</span>
			) : undefined,
		},
		{ title: t("manage.bulletin"), href: `${path}/mitteilungsblatt` },
		...(isDraft ? [] : [{ title: t("manage.answers"), href: `${path}/antworten` }]),
		{
			title: t("manage.help"),
			href: `${path}/hilfe`,
			state: <span>{t("manage.helpCount", { count: process.helps })}</span>,
		},
	];
	const more = [
		{
			title: t("manage.sheet"),
			href: `/o/${process.place.slug}/verwaltung/uebergabe/verfahren/${process.id}`,
			hint: t("manage.sheetHint"),
		},
		...(isDraft ? [] : evaluationTasks(locale, process)),
		...parts.map((part) => ({ title: part.title, href: `${path}/${part.path}` })),
		...(recipe
			? [{ title: t("manage.guide"), href: `/beteiligung/muster/${recipe}`, hint: r(`names.${recipe}`) }]
			: []),
		...(process.may.own
			? [
					{ title: t("manage.copy"), href: `${path}/kopieren`, hint: t("manage.copyHint") },
					{ title: t("manage.save"), href: `${path}/muster`, hint: t("manage.saveHint") },
				]
			: []),
		...(isDraft && process.may.own
			? [{ title: t("manage.bin"), href: `${path}/papierkorb`, hint: t("manage.binHint") }]
			: []),
	];
	return (
		<>
			<title>{`${process.title} – ${process.place.name}`}</title>
			<WorkCrumbs process={process} />
			<PageTitle
				title={process.title}
				above={process.place.name}
				state={<Badge tone={stateTone[process.state]}>{m(`states.${process.state}`)}</Badge>}
			>
				<ButtonRow>
					<LinkButton look="secondary" href={`/o/${process.place.slug}/beteiligung/${process.slug}`}>
						{t("manage.page")}
					</LinkButton>
				</ButtonRow>
			</PageTitle>
			<Section id="aufgaben" title={t("manage.tasks")}>
				<TaskList tasks={tasks} />
			</Section>
			<Section id="weiteres" title={t("manage.more")}>
				<TaskList tasks={more} />
			</Section>
		</>
	);
}
