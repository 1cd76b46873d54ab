import { Badge } from "~/design/badge";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { LocalDate } from "~/design/time";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { acceptHelp, noteHours } from "../commands/help-with-process.server";
import { hoursForm } from "../forms";
import { helpAt } from "../queries/help.server";
import { setupMessages } from "../setup-messages";
import { textOf } from "../ui/process-fields";
import { PlaceCrumbs } from "../ui/work-crumbs";
import type { Route } from "./+types/help-for-one";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => helpAt(world, params));

/** The one act that this page offers in the state of the help: agreeing to it first, then noting hours. */
export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { help } = await helpAt(world, params);
	const here = `/o/${params.place}/verwaltung/beteiligung/hilfe/${help.id}`;
	if (help.state === "asked") {
		const accepted = await acceptHelp(world, { id: help.id });
		return accepted.done ? onward(here) : again({}, accepted.refusals);
	}
	const form = await readForm(request, hoursForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await noteHours(world, { id: help.id, ...form.value });
	return outcome.done ? onward(here) : again(form.typed, outcome.refusals);
});

export default function HelpForOne({ loaderData: { place, help }, actionData }: Route.ComponentProps) {
	const t = useText(setupMessages);
	const { errors, at } = useProblems(setupMessages, actionData?.refusals);
	const typed = actionData?.typed ?? {};
	const field = (name: string) => ({ name, value: textOf(typed[name]), error: at(name) });
	const end = `/o/${place.slug}/verwaltung/beteiligung/hilfe/${help.id}/beenden`;
	const accepted = help.state === "running" || help.state === "ended";
	return (
		<>
			<title>{`${help.title} – ${place.name}`}</title>
			<PlaceCrumbs place={place} here={help.title} />
			<ErrorSummary errors={errors} />
			<PageTitle
				title={help.title}
				above={t("help.of", { name: help.owner })}
				lead={help.request}
				state={<Badge tone={help.state === "running" ? "success" : "info"}>{t(`help.states.${help.state}`)}</Badge>}
			>
				<ButtonRow>
					{help.href && <LinkButton href={help.href}>{t("help.open")}</LinkButton>}
					{(help.state === "asked" || help.state === "running") && (
						<LinkButton look="secondary" href={end}>
							{t(help.state === "asked" ? "help.decline" : "help.end")}
						</LinkButton>
					)}
				</ButtonRow>
			</PageTitle>
			{help.state === "asked" && (
				<Form>
					<Button>{t("help.accept")}</Button>
				</Form>
			)}
			{accepted && (
				<Section id="stunden" title={t("help.note")}>
					<Form>
						<DateField {...field("day")} label={t("help.day")} />
						<TextField {...field("minutes")} label={t("help.minutes")} inputMode="numeric" width="short" />
						<TextField {...field("what")} label={t("help.what")} maxLength={300} />
						<Button>{t("help.noteButton")}</Button>
					</Form>
				</Section>
			)}
			{help.hours.length > 0 && (
				<DataTable
					caption={t("help.noted")}
					rows={help.hours}
					rowKey={({ id }) => id}
					footer={{ minutes: help.minutes }}
					columns={[
						{ key: "day", header: t("help.day"), rowHeader: true, cell: ({ day }) => <LocalDate value={day} /> },
						{ key: "what", header: t("help.what"), cell: ({ what }) => what },
						{ key: "minutes", header: t("help.minutes"), numeric: true, cell: ({ minutes }) => minutes },
					]}
				/>
			)}
		</>
	);
}
