import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { PhoneLink } from "~/design/phone-link";
import { useProblems } from "~/design/problems";
import { TaskList } from "~/design/task-list";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { DispositionBadge } from "../../answers/index";
import { batchPath, contactPath, lettersPath } from "../addresses";
import { noteCall, printLetters } from "../commands/tell.server";
import { callForm } from "../forms";
import { processForLetters } from "../queries/enter-page.server";
import { lettersPage } from "../queries/letters.server";
import { staffMessages } from "../staff-messages";
import { AboutLink } from "../ui/about-link";
import { PaperCrumbs } from "../ui/paper-crumbs";
import type { Route } from "./+types/letters";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	page: await lettersPage(world, params),
	at: { place: params.place, process: params.process },
	called: new URL(request.url).searchParams.get("angerufen"),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id: processId } = await processForLetters(world, params);
	const fields = await formFields(request);
	if (!fields.has("entry")) {
		const outcome = await printLetters(world, { processId });
		return outcome.done ? onward(batchPath(params, outcome.value.batchId)) : again({}, outcome.refusals);
	}
	const form = readFields(request, fields, callForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await noteCall(world, { processId, entryId: form.value.entry });
	if (!outcome.done) return again({}, outcome.refusals);
	return onward(`${lettersPath(params)}?angerufen=${outcome.value.number}#anrufe`);
});

export default function Letters({ loaderData: { page, at: here, called }, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { dateLong } = useFormat();
	const { errors } = useProblems(staffMessages, actionData?.refusals);
	return (
		<>
			<title>{`${t("letters.title")} – ${page.title}`}</title>
			<PaperCrumbs head={page} here={t("letters.title")} />
			<ErrorSummary errors={errors} />
			{called && <Alert tone="success" title={t("letters.calledDone", { number: called })} live />}
			<PageTitle title={t("letters.title")} above={page.title} lead={t("letters.lead")} />
			<Section id="drucken" title={t("letters.toPrint")}>
				{page.letters.length === 0 ? (
					<EmptyState title={t("letters.nothing")} level={3}>
						<p>{t("letters.nothingText")}</p>
					</EmptyState>
				) : (
					<>
						<Form inline id="zusammenstellen">
							<Button>{t("letters.print", { count: page.letters.length })}</Button>
						</Form>
						<DataTable
							caption={t("letters.toPrint")}
							captionHidden
							rows={page.letters}
							rowKey={({ entryId }) => entryId}
							columns={[
								{
									key: "to",
									header: t("letters.addressee"),
									rowHeader: true,
									cell: ({ name, street, town }) => [name, street, town].filter(Boolean).join(", "),
								},
								{
									key: "contribution",
									header: t("letters.contribution"),
									cell: (reply) => <AboutLink {...reply} />,
								},
								{
									key: "change",
									header: t("letters.address"),
									cell: ({ code, number }) => (
										<a href={contactPath(here, code)}>{`${t("letters.address")} (${number})`}</a>
									),
								},
							]}
						/>
					</>
				)}
			</Section>
			{page.batches.length > 0 && (
				<Section id="stapel" title={t("letters.batches")}>
					<TaskList
						tasks={page.batches.map(({ id, number, letters, printedAt, sentAt }) => ({
							title: t("letters.batch", { number }),
							href: batchPath(here, id),
							hint: `${t("letters.letters", { count: letters })}, ${t("letters.printed", { date: dateLong(printedAt) })}`,
							state: <span>{sentAt ? t("letters.sent", { date: dateLong(sentAt) }) : t("letters.unsent")}</span>,
						}))}
					/>
				</Section>
			)}
			<Section id="anrufe" title={t("letters.calls")}>
				<DataTable
					caption={t("letters.calls")}
					captionHidden
					rows={page.calls}
					rowKey={({ entryId }) => entryId}
					empty={<p>{t("letters.noCalls")}</p>}
					columns={[
						{
							key: "who",
							header: t("enter.phone"),
							rowHeader: true,
							cell: ({ name, phone }) => (
								<>
									{name && `${name}, `}
									{phone && <PhoneLink number={phone} />}
								</>
							),
						},
						{
							key: "what",
							header: t("letters.contribution"),
							cell: (reply) => <AboutLink {...reply} />,
						},
						{
							key: "say",
							header: t("enter.reply"),
							cell: ({ disposition, reasonText }) => (
								<>
									<DispositionBadge disposition={disposition} />
									<p>{reasonText}</p>
								</>
							),
						},
						{
							key: "done",
							header: t("letters.called"),
							cell: ({ entryId, number, code }) => (
								<>
									<Form inline id={`anruf-${entryId}`} hidden={{ entry: entryId }}>
										<Button small look="secondary" label={`${t("letters.called")}: ${number}`}>
											{t("letters.called")}
										</Button>
									</Form>
									<a href={contactPath(here, code)}>{`${t("letters.address")} (${number})`}</a>
								</>
							),
						},
					]}
				/>
			</Section>
		</>
	);
}
