import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { SummaryList } from "~/design/summary-list";
import { TextArea } from "~/design/text-area";
import { UploadList } from "~/design/upload-list";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { textOf } from "../../contributions/ui/words-fields";
import { votes } from "../../texts/statement";
import { divideForWeighing, weighPlanningPart } from "../commands/weigh-statement.server";
import { weighForm } from "../forms";
import { messages } from "../messages";
import { type WeighedPart, weighingPage } from "../queries/statements.server";
import { staffMessages } from "../staff-messages";
import { StaffCrumbs, staffPath } from "../ui/crumbs";
import { Paragraphs } from "../ui/paragraphs";
import type { Route } from "./+types/weigh";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	statement: await weighingPage(world, params),
	isSaved: new URL(request.url).searchParams.has("gespeichert"),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const statement = await weighingPage(world, params);
	const form = await readForm(request, weighForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { act, divided, teil = "", vote, comment } = form.value;
	const which = { processId: statement.process.id, number: statement.number };
	const outcome =
		act === "divide"
			? await divideForWeighing(world, { ...which, divided })
			: await weighPlanningPart(world, { ...which, partId: givenId(teil), vote, comment });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${staffPath(statement)}/stellungnahmen/${statement.number}?gespeichert`);
});

export default function Weigh({ loaderData: { statement, isSaved }, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const words = useText(messages);
	const { dateTime, dateLong } = useFormat();
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const typed: Typed = actionData?.typed ?? {};
	const title = t("weigh.title", { number: String(statement.number) });
	return (
		<>
			<title>{`${title} – ${statement.process.title}`}</title>
			<StaffCrumbs
				head={statement}
				between={{ label: t("statements.title"), href: `${staffPath(statement)}/stellungnahmen` }}
				here={title}
			/>
			<ErrorSummary errors={errors} />
			{isSaved && !actionData && <Alert tone="success" title={t("weigh.saved")} live />}
			<PageTitle title={title} above={statement.name} />
			<SummaryList
				rows={[
					{
						term: t("weigh.from"),
						value: [statement.organisation, statement.author].filter((text) => text !== null).join(", "),
					},
					...(statement.reach ? [{ term: t("weigh.reach"), value: statement.reach }] : []),
					{
						term: t("weigh.at"),
						value: (
							<>
								{statement.channel === "online" ? dateTime(statement.receivedAt) : dateLong(statement.receivedOn)},{" "}
								{t(`ways.${statement.channel}`)}{" "}
								{statement.isLate && <Badge tone="warning">{t("statements.late")}</Badge>}
							</>
						),
					},
					...(statement.enteredAt ? [{ term: t("weigh.entered"), value: dateTime(statement.enteredAt) }] : []),
					{ term: t("weigh.sum"), value: <code>{statement.sha256}</code> },
				]}
			/>
			<Section id="wortlaut" title={t("weigh.wording")}>
				<blockquote>
					<Paragraphs text={statement.text} />
				</blockquote>
			</Section>
			{statement.files.length > 0 && (
				<Section id="anlagen" title={t("weigh.files")}>
					<UploadList files={statement.files.map((file) => ({ ...file, kind: words("page.file") }))} />
				</Section>
			)}
			{!statement.isTime && <Alert title={t("weigh.wait")} />}
			{statement.isTime && (
				<Section id="teile" title={t("weigh.divide")} intro={t("weigh.divideHint")}>
					<Form id="zerlegen" hidden={{ act: "divide" }}>
						<TextArea
							name="divided"
							label={t("weigh.divided")}
							value={typed.act === "divide" ? textOf(typed.divided) : statement.divided}
							error={at("divided")}
							rows={8}
						/>
						<Button look="secondary">{t("weigh.divideNow")}</Button>
					</Form>
				</Section>
			)}
			{statement.parts.length > 0 && (
				<Section id="abwaegen" title={t("weigh.parts")}>
					{statement.parts.map((part, index) => (
						<Part
							key={part.id}
							part={part}
							number={String(index + 1)}
							isTime={statement.isTime}
							// what was just refused comes back as it was typed
							typed={typed.act === "weigh" && typed.teil === part.id ? typed : null}
							at={at}
						/>
					))}
				</Section>
			)}
		</>
	);
}

function Part({
	part,
	number,
	isTime,
	typed,
	at,
}: {
	part: WeighedPart;
	number: string;
	isTime: boolean;
	typed: Typed | null;
	at: (field: string) => string | undefined;
}) {
	const t = useText(staffMessages);
	const words = useText(messages);
	return (
		<Section id={`teil-${number}`} title={t("weigh.part", { number })} level={3}>
			<blockquote>
				<Paragraphs text={part.words} />
			</blockquote>
			{isTime ? (
				<Form id={`abwaegung-${number}`} hidden={{ act: "weigh", teil: part.id }}>
					<Select
						name="vote"
						label={t("weigh.vote", { number })}
						value={typed ? textOf(typed.vote) : (part.vote ?? "")}
						error={typed ? at("vote") : undefined}
						empty={t("weigh.openVote")}
						options={votes.map((value) => ({ value, label: words(`votes.${value}`) }))}
						optional
					/>
					<TextArea
						name="comment"
						label={t("weigh.comment", { number })}
						value={typed ? textOf(typed.comment) : part.comment}
						error={typed ? at("comment") : undefined}
						rows={3}
						optional
					/>
					<Button look="secondary" label={`${t("weigh.weighNow")}: ${t("weigh.part", { number })}`}>
						{t("weigh.weighNow")}
					</Button>
				</Form>
			) : (
				<>
					<p>
						<strong>{part.vote ? words(`votes.${part.vote}`) : t("weigh.openVote")}</strong>
					</p>
					<Paragraphs text={part.comment} />
				</>
			)}
		</Section>
	);
}
