import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { DataTable } from "~/design/data-table";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { LocalDate } from "~/design/time";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { StateBadge } from "../../ui/state-badge";
import { amendmentKinds } from "../amendment";
import { amendmentMessages } from "../amendment-messages";
import { beginAmendment } from "../commands/amend.server";
import { amendForm } from "../forms";
import { amendmentsPage } from "../queries/amendment-page.server";
import { AfterFrame } from "../ui/after-frame";
import type { Route } from "./+types/amendments";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await amendmentsPage(world, params.code)),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { place } = await amendmentsPage(world, params.code);
	if (place === null) throw new NotFound();
	const form = await readForm(request, amendForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await beginAmendment(world, { code: params.code, ...form.value });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${place}/verwaltung/vereinbarungen/${outcome.value.code}`);
});

export default function Amendments({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(amendmentMessages);
	const problems = useProblems(amendmentMessages, actionData?.refusals);
	const typed = actionData?.typed ?? page.kept ?? {};
	return (
		<AfterFrame page={page} title={t("title")} lead={t("lead")} errors={problems.errors}>
			{page.amendments.length === 0 ? (
				<p>{t("none")}</p>
			) : (
				<DataTable
					caption={t("list")}
					rows={page.amendments}
					rowKey={({ code }) => code}
					columns={[
						{
							key: "number",
							header: t("number"),
							rowHeader: true,
							cell: ({ code, number }) => <a href={`/vereinbarungen/${code}`}>{number}</a>,
						},
						{ key: "kind", header: t("kind"), cell: ({ kind }) => t(`kinds.${kind}`) },
						{ key: "reason", header: t("reasonOf"), cell: ({ reason }) => reason },
						{ key: "state", header: t("state"), cell: ({ state }) => <StateBadge state={state} /> },
						{
							key: "from",
							header: t("from"),
							cell: ({ inForceFrom }) => (inForceFrom ? <LocalDate value={inForceFrom} /> : t("open")),
						},
						{
							key: "changes",
							header: t("changes.title"),
							cell: ({ code, number }) => (
								<a href={`/vereinbarungen/${code}/aenderungen`}>{`${t("changes.title")}: ${number}`}</a>
							),
						},
					]}
				/>
			)}
			{page.mayBegin ? (
				<Section title={t("begin")} id="beginnen">
					<Form>
						<RadioGroup
							name="kind"
							label={t("kindField")}
							value={typed.kind?.toString() ?? "change"}
							error={problems.at("kind")}
							choices={amendmentKinds.map((kind) => ({
								value: kind,
								label: t(`kinds.${kind}`),
								hint: t(`kindHints.${kind}`),
							}))}
						/>
						<TextField
							name="reason"
							label={t("reason")}
							hint={t("reasonHint")}
							value={typed.reason?.toString()}
							error={problems.at("reason")}
						/>
						<Button>{t("beginButton")}</Button>
					</Form>
				</Section>
			) : (
				page.place && page.amendments.length === 0 && <Alert title={t("over")} />
			)}
		</AfterFrame>
	);
}
