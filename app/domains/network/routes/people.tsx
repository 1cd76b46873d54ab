import { z } from "zod";
import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { LocalDate } from "~/design/time";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { removeForm } from "../forms";
import { messages } from "../messages";
import { peopleMessages } from "../people/messages";
import { peoplePage } from "../people/pages.server";
import { informByMail } from "../people/rights.server";
import { staffMessages } from "../staff-messages";
import type { Route } from "./+types/people";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const sent = Number.parseInt(query.get("informiert") ?? "", 10);
	const page = await peoplePage(world, params.place);
	return { ...page, sent: Number.isSafeInteger(sent) ? sent : null, erased: query.has("geloescht") };
});

const actOf = z.enum(["one", "all"]);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { place, untold } = await peoplePage(world, params.place);
	const fields = await formFields(request);
	const back = (count: number) => onward(`/o/${place.slug}/verwaltung/netzwerk/menschen?informiert=${count}`);
	if (actOf.parse(fields.get("act")) === "one") {
		const form = readFields(request, fields, removeForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await informByMail(world, form.value);
		return outcome.done ? back(1) : again(form.typed, outcome.refusals);
	}
	let count = 0;
	for (const { id, email } of untold) if (email && (await informByMail(world, { id })).done) count += 1;
	return back(count);
});

/** Who has not been told yet, who objects, and whose time ends. */
export default function People({ loaderData, actionData }: Route.ComponentProps) {
	const { place, untold, objecting, ending, sent, erased } = loaderData;
	const t = useText(peopleMessages);
	const staff = useText(staffMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const list = `/o/${place.slug}/verwaltung/netzwerk`;
	const name = {
		key: "name",
		header: t("page.name"),
		rowHeader: true,
		cell: (row: (typeof untold)[number]) => <a href={`${list}/akteur/${row.id}`}>{row.name}</a>,
	};
	return (
		<>
			<title>{`${t("page.title")} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: staff("list.title"), href: list }, { label: t("page.title") }]} />
			{sent !== null && !actionData && <Alert tone="success" title={t("page.informed", { count: sent })} live />}
			{erased && !actionData && <Alert tone="success" title={t("page.erased")} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("page.title")} lead={t("page.lead")} />
			<Section id="widersprueche" title={t("page.objecting")}>
				<DataTable
					caption={t("page.objecting")}
					captionHidden
					rows={objecting}
					rowKey={({ id }) => id}
					columns={[
						name,
						{
							key: "on",
							header: t("page.on"),
							cell: ({ objectedAt }) => objectedAt && <LocalDate value={objectedAt} />,
						},
						{
							key: "act",
							header: t("page.what"),
							cell: ({ id }) => <a href={`${list}/akteur/${id}/rechte`}>{t("page.decide")}</a>,
						},
					]}
					empty={<p>{t("page.noneObjecting")}</p>}
				/>
			</Section>
			<Section id="informieren" title={t("page.untold")}>
				<DataTable
					caption={t("page.untold")}
					captionHidden
					rows={untold}
					rowKey={({ id }) => id}
					columns={[
						name,
						{ key: "since", header: t("page.since"), cell: ({ createdAt }) => <LocalDate value={createdAt} /> },
						{
							key: "act",
							header: t("page.what"),
							cell: (row) => (
								<>
									{row.email ? (
										<Form id={`mail-${row.id}`} hidden={{ act: "one", id: row.id }} inline>
											<Button look="secondary" small label={t("page.informOf", { name: row.name })}>
												{t("page.inform")}
											</Button>
										</Form>
									) : (
										`${t("page.noAddress")} `
									)}
									<a href={`${list}/akteur/${row.id}/rechte`}>{t("page.otherwise")}</a>
								</>
							),
						},
					]}
					empty={<p>{t("page.noneUntold")}</p>}
				/>
				{untold.some(({ email }) => email) && (
					<Form id="alle" hidden={{ act: "all" }} inline>
						<Button>{t("page.informAll")}</Button>
					</Form>
				)}
			</Section>
			<Section id="fristen" title={t("page.ending")}>
				<DataTable
					caption={t("page.ending")}
					captionHidden
					rows={ending}
					rowKey={({ id }) => id}
					columns={[
						name,
						{ key: "on", header: t("page.on"), cell: ({ keepUntil }) => keepUntil && <LocalDate value={keepUntil} /> },
					]}
					empty={<p>{t("page.noneEnding")}</p>}
				/>
			</Section>
		</>
	);
}
