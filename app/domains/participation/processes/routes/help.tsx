import { Badge } from "~/design/badge";
import { Button } from "~/design/button";
import { Card, CardList } from "~/design/card";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { askForHelp } from "../commands/help-with-process.server";
import { helpForm } from "../forms";
import { helpOfProcess } from "../queries/help.server";
import { setupMessages } from "../setup-messages";
import { textOf } from "../ui/process-fields";
import { WorkCrumbs } from "../ui/work-crumbs";
import type { Route } from "./+types/help";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	helpOfProcess(world, params),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await helpOfProcess(world, params);
	const form = await readForm(request, helpForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await askForHelp(world, { processId: id, ...form.value });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/verwaltung/beteiligung/${params.process}/hilfe`);
});

export default function Help({ loaderData: process, actionData }: Route.ComponentProps) {
	const t = useText(setupMessages);
	const { number } = useFormat();
	const { errors, at } = useProblems(setupMessages, actionData?.refusals);
	const typed = actionData?.typed ?? {};
	const path = `/o/${process.place.slug}/verwaltung/beteiligung/${process.slug}/hilfe`;
	return (
		<>
			<title>{`${t("help.title")} – ${process.title}`}</title>
			<WorkCrumbs process={process} here={t("help.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("help.title")} above={process.title} lead={t("help.lead")} />
			{process.helps.length === 0 ? (
				<p>{t("help.none")}</p>
			) : (
				<CardList>
					{process.helps.map((help) => (
						<Card
							key={help.id}
							title={help.helper}
							level={2}
							state={
								<Badge tone={help.state === "running" ? "success" : "info"}>{t(`help.states.${help.state}`)}</Badge>
							}
							foot={help.minutes > 0 && <span>{t("help.hours", { hours: number(help.minutes / 60) })}</span>}
						>
							<p>{help.request}</p>
							{process.may.ask && (help.state === "asked" || help.state === "running") && (
								<p>
									<a href={`${path}/${help.id}/beenden`}>
										{t(help.state === "asked" ? "help.takeBack" : "help.end")}
										<span className="kern-sr-only">: {help.helper}</span>
									</a>
								</p>
							)}
						</Card>
					))}
				</CardList>
			)}
			{process.may.ask && process.state !== "archived" && (
				<Section id="bitten" title={t("help.ask")}>
					<Form>
						<Select
							name="helperId"
							label={t("help.whom")}
							value={textOf(typed.helperId)}
							error={at("helperId")}
							options={process.organisations.map(({ id, name }) => ({ value: id, label: name }))}
						/>
						<TextArea
							name="request"
							label={t("help.request")}
							value={textOf(typed.request)}
							error={at("request")}
							rows={3}
							maxLength={1000}
						/>
						<Button>{t("help.askButton")}</Button>
					</Form>
				</Section>
			)}
		</>
	);
}
