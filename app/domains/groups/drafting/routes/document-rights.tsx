import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { DataTable } from "~/design/data-table";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { untilAfter } from "../../day.server";
import { typedText } from "../../ui/typed";
import { giveRight } from "../commands/rights.server";
import { documentRights } from "../document";
import { rightForm } from "../forms";
import { messages } from "../messages";
import { rightsPage } from "../queries/rights-page.server";
import { DocumentCrumbs } from "../ui/document-crumbs";
import { workMessages } from "../work-messages";
import type { Route } from "./+types/document-rights";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	page: await rightsPage(world, params),
	isSaved: new URL(request.url).searchParams.has("gespeichert"),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id: documentId } = await rightsPage(world, params);
	const form = await readForm(request, rightForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { personId, right, lastDay } = form.value;
	const outcome = await giveRight(world, { documentId, personId, right, validUntil: untilAfter(lastDay) });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/arbeitskreise/${params.group}/texte/${params.document}/rechte?gespeichert`);
});

/** Who may write and read in a text. */
export default function DocumentRights({ loaderData: { page, isSaved, kept }, actionData }: Route.ComponentProps) {
	const t = useText(workMessages);
	const { date } = useFormat();
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	const field = (name: string) => ({ name, value: typedText(typed, name), error: at(name) });
	return (
		<>
			<title>{`${t("rights.title")} – ${page.title}`}</title>
			<DocumentCrumbs head={page} last={t("rights.title")} />
			<ErrorSummary errors={errors} />
			{isSaved && !actionData && <Alert tone="success" title={t("rights.saved")} live />}
			<PageTitle title={t("rights.title")} above={page.title} lead={t("rights.lead")} />
			<DataTable
				caption={t("rights.title")}
				captionHidden
				rows={page.people}
				rowKey={({ personId }) => personId}
				columns={[
					{
						key: "name",
						header: t("rights.person"),
						rowHeader: true,
						cell: ({ name, isMember }) => `${name} (${t(isMember ? "rights.member" : "rights.guest")})`,
					},
					{
						key: "right",
						header: t("rights.right"),
						cell: ({ right, isMember, lapsed, lastDay }) =>
							[
								t(`rights.kinds.${right ?? (isMember ? "write" : "none")}`),
								...(lastDay ? [t(lapsed ? "rights.lapsed" : "rights.lasts", { date: date(lastDay) })] : []),
							].join(", "),
					},
				]}
			/>
			<Section id="recht" title={t("rights.change")}>
				<Form>
					<Select {...field("personId")} label={t("rights.person")} options={page.known} />
					<RadioGroup
						{...field("right")}
						label={t("rights.right")}
						choices={[...documentRights, "as-group" as const].map((right) => ({
							value: right,
							label: t(`rights.kinds.${right}`),
						}))}
					/>
					<DateField {...field("lastDay")} label={t("rights.until")} hint={t("rights.untilHint")} optional />
					<Button>{t("rights.save")}</Button>
				</Form>
			</Section>
		</>
	);
}
