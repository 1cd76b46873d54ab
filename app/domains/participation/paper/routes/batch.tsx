import { Badge } from "~/design/badge";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { batchPath, lettersPath } from "../addresses";
import { markSent } from "../commands/tell.server";
import { addressDays } from "../paper";
import { batchOfLetters } from "../queries/letters.server";
import { staffMessages } from "../staff-messages";
import { AboutLink } from "../ui/about-link";
import { PaperCrumbs } from "../ui/paper-crumbs";
import type { Route } from "./+types/batch";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => ({
	batch: await batchOfLetters(world, params),
	at: { place: params.place, process: params.process },
}));

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { batchId } = await batchOfLetters(world, params);
	const outcome = await markSent(world, { batchId });
	return outcome.done ? onward(batchPath(params, batchId)) : again({}, outcome.refusals);
});

export default function Batch({ loaderData: { batch, at: here }, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { dateLong } = useFormat();
	const { errors } = useProblems(staffMessages, actionData?.refusals);
	const title = t("letters.batch", { number: batch.number });
	const printable = batch.letters.some(({ forgottenAt }) => forgottenAt === null);
	return (
		<>
			<title>{`${title} – ${batch.title}`}</title>
			<PaperCrumbs head={batch} between={{ label: t("letters.title"), href: lettersPath(here) }} here={title} />
			<ErrorSummary errors={errors} />
			<PageTitle
				title={title}
				above={batch.title}
				state={
					<Badge tone={batch.sentAt ? "success" : "info"}>
						{batch.sentAt ? t("letters.sent", { date: dateLong(batch.sentAt) }) : t("letters.unsent")}
					</Badge>
				}
				lead={printable ? t("letters.pdfHint") : undefined}
			>
				<ButtonRow>
					{printable && <LinkButton href={`${batchPath(here, batch.batchId)}/pdf`}>{t("letters.pdf")}</LinkButton>}
					{!batch.sentAt && (
						<Form inline id="versandt">
							<Button look="secondary">{t("letters.markSent")}</Button>
						</Form>
					)}
				</ButtonRow>
				{!batch.sentAt && <p>{t("letters.markSentHint", { days: addressDays })}</p>}
			</PageTitle>
			<DataTable
				caption={title}
				captionHidden
				rows={batch.letters}
				rowKey={({ code }) => code}
				columns={[
					{
						key: "to",
						header: t("letters.addressee"),
						rowHeader: true,
						cell: ({ name, street, town, forgottenAt }) =>
							forgottenAt ? t("letters.gone") : [name, street, town].filter(Boolean).join(", "),
					},
					{
						key: "contribution",
						header: t("letters.contribution"),
						cell: (letter) => <AboutLink {...letter} />,
					},
				]}
			/>
			<p>
				<a href={lettersPath(here)}>{t("letters.all")}</a>
			</p>
		</>
	);
}
