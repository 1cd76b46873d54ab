import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { DataTable } from "~/design/data-table";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import { demand } from "~/platform/policy";
import type { World } from "~/platform/world.server";
import { mayNameSystems } from "../../policy.server";
import { NoSystem, openSystem } from "../client.server";
import { askForReading, nameSystem } from "../commands/name-system.server";
import { systemForm } from "../forms";
import { messages } from "../messages";
import { systemsOf } from "../queries/systems.server";
import type { Route } from "./+types/systems";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await systemsOf(world, params.place)),
	saved: new URL(request.url).searchParams.has("gespeichert"),
}));

/** Whether an OParl interface answers there, before it goes on the list; only for those who may name systems. */
async function doorProblem(address: string): Promise<"not-a-system" | "unreachable" | "address-unreadable" | null> {
	try {
		await openSystem(address, { hosts: [new URL(address).host] });
		return null;
	} catch (error) {
		if (!(error instanceof NoSystem)) throw error;
		const { code } = error.problem;
		if (code === "not-a-system" || code === "no-json") return "not-a-system";
		return code === "address-refused" || code === "host-refused" ? "address-unreadable" : "unreachable";
	}
}

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { organisationId, place } = await systemsOf(world, params.place);
	demand(mayNameSystems, world.actor, { organisationId });
	const form = await readForm(request, systemForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { value } = form;
	const problem = value.readsOparl ? await doorProblem(value.address) : null;
	if (problem) return again(form.typed, [{ code: problem, field: "address" }]);
	const outcome = await nameSystem(world, { organisationId, ...value });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	const { systemId } = outcome.value;
	if (value.readsOparl) await askForReading(world, { systemId });
	const here = `/o/${place.slug}/verwaltung/ratsinformation`;
	return onward(value.readsOparl ? `${here}/${systemId}?gelesen` : `${here}?gespeichert`);
});

export default function Systems({ loaderData: { place, systems, may, saved }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { date } = useFormat();
	const problems = useProblems(messages, actionData?.refusals);
	const here = `/o/${place.slug}/verwaltung/ratsinformation`;
	const typed = (name: string) => {
		const value = actionData?.typed[name];
		return typeof value === "string" ? value : "";
	};
	return (
		<>
			<title>{`${t("title")} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: t("title") }]} />
			{saved && !actionData && <Alert tone="success" title={t("saved")} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("title")} above={place.name} lead={t("lead")} />
			<DataTable
				caption={t("caption", { place: place.name })}
				rows={systems}
				rowKey={({ id }) => id}
				empty={<p>{t("empty")}</p>}
				columns={[
					{
						key: "name",
						header: t("name"),
						rowHeader: true,
						cell: ({ id, name }) => <a href={`${here}/${id}`}>{name}</a>,
					},
					{ key: "hosts", header: t("hosts"), cell: ({ hosts }) => hosts.join(", ") },
					{ key: "reads", header: t("reads"), cell: ({ oparlUrl }) => t(oparlUrl ? "oparl" : "linksOnly") },
					{
						key: "last",
						header: t("last"),
						cell: ({ last }) =>
							last
								? t("lastRead", { date: date(last.endedAt), outcome: t(`outcomes.${outcomeOf(last.outcome)}`) })
								: t("never"),
					},
				]}
			/>
			{may.name && (
				<Section id="neu" title={t("add.title")}>
					<Form>
						<TextField
							name="name"
							label={t("add.name")}
							hint={t("add.nameHint")}
							value={typed("name")}
							error={problems.at("name")}
						/>
						<TextField
							name="address"
							type="url"
							label={t("add.address")}
							hint={t("add.addressHint")}
							value={typed("address")}
							error={problems.at("address")}
						/>
						<Checkbox
							name="readsOparl"
							value="ja"
							checked={typed("readsOparl") === "ja"}
							label={t("add.readsOparl")}
							error={problems.at("readsOparl")}
						/>
						<TextField
							name="moreHosts"
							label={t("add.moreHosts")}
							hint={t("add.moreHostsHint")}
							value={typed("moreHosts")}
							error={problems.at("moreHosts")}
							optional
						/>
						<Button>{t("add.save")}</Button>
					</Form>
				</Section>
			)}
		</>
	);
}

/** A stored word of a reading's end; the database checks it. */
function outcomeOf(stored: string): "read" | "partial" | "failed" {
	return stored === "read" || stored === "partial" ? stored : "failed";
}
