import { Badge } from "~/design/badge";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { messages } from "../../messages";
import { GroupCrumbs, managedPath } from "../../ui/group-crumbs";
import { typedText } from "../../ui/typed";
import { mayHappen } from "../call";
import { answerFor } from "../commands/answer.server";
import { drawLot } from "../commands/draw.server";
import { cancelCall } from "../commands/publish-call.server";
import { runForm } from "../forms";
import { callMessages } from "../messages";
import { managedCall } from "../queries/call-pages.server";
import { callStaffMessages } from "../staff-messages";
import { CallFacts } from "../ui/call-facts";
import type { Route } from "./+types/manage-call";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedCall(world, params.code),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const call = await managedCall(world, params.code);
	const form = await readForm(request, runForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { act, application, publicValue, reason } = form.value;
	const known = call.applications.some(({ id }) => id === application);
	if (act !== "draw" && act !== "cancel" && !known) throw new NotFound();
	const outcome =
		act === "draw"
			? await drawLot(world, { callId: call.id, publicValue })
			: act === "cancel"
				? await cancelCall(world, { callId: call.id, reason })
				: await answerFor(world, application, act);
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(params.place, params.group)}/aufrufe/${params.code}`);
});

const answers = ["accept", "decline", "withdraw"] as const;

/** A call for those who fill the seats: applications, the draw, answers by telephone. */
export default function ManageCall({ loaderData: call, actionData }: Route.ComponentProps) {
	const t = useText(callStaffMessages);
	const say = useText(callMessages);
	const words = useText(messages);
	const { date } = useFormat();
	const { errors, at } = useProblems(callMessages, actionData?.refusals);
	const chosen = actionData?.typed.act;
	const here = `${managedPath(call.group.place.slug, call.group.slug)}/aufrufe/${call.code}`;
	return (
		<>
			<title>{`${t("call")} – ${call.group.name}`}</title>
			<GroupCrumbs place={call.group.place} group={call.group} last={t("call")} />
			<ErrorSummary errors={errors} form={typeof chosen === "string" ? chosen : undefined} />
			<PageTitle
				title={say("call.above", { bench: words(`benches.${call.bench}`), seats: call.seats })}
				above={call.group.name}
				state={<Badge tone={call.state === "open" ? "success" : "info"}>{say(`callStates.${call.state}`)}</Badge>}
			>
				<ButtonRow>
					<LinkButton look="secondary" href={`/aufruf/${call.code}`}>
						{t("see")}
					</LinkButton>
					<LinkButton look="secondary" href={`/aufruf/${call.code}/los`}>
						{say("call.record")}
					</LinkButton>
					{call.state === "open" && (
						<LinkButton look="secondary" href={`${here}/eintragen`}>
							{t("enter")}
						</LinkButton>
					)}
				</ButtonRow>
			</PageTitle>
			<CallFacts call={call} />
			{call.state === "closed" && (
				<Section id="auslosen" title={t("draw")} intro={t("drawText")}>
					<Form id="draw" hidden={{ act: "draw" }}>
						{call.publicSource && (
							<TextField
								name="publicValue"
								label={t("publicValue", { source: call.publicSource })}
								value={typedText(actionData?.typed, "publicValue")}
								error={at("publicValue")}
							/>
						)}
						<Button>{t("drawSave")}</Button>
					</Form>
				</Section>
			)}
			<Section id="bewerbungen" title={t("applications")}>
				<DataTable
					caption={t("applications")}
					captionHidden
					rows={call.applications}
					rowKey={({ id }) => id}
					empty={<p>{t("noApplications")}</p>}
					columns={[
						{ key: "number", header: t("number"), numeric: true, cell: ({ number }) => number ?? "–" },
						{
							key: "name",
							header: t("name"),
							rowHeader: true,
							cell: ({ name, stratum }) => [name || "–", stratum].filter(Boolean).join(", "),
						},
						{ key: "contact", header: t("contact"), cell: ({ contact }) => contact || "–" },
						{ key: "rank", header: t("rank"), numeric: true, cell: ({ rank }) => rank ?? "–" },
						{
							key: "state",
							header: t("state"),
							cell: ({ state, answerUntil }) =>
								[
									say(`applicationStates.${state}`),
									state === "offered" && answerUntil && t("until2", { date: date(answerUntil) }),
								]
									.filter(Boolean)
									.join(" "),
						},
						{
							key: "answer",
							header: t("answer"),
							cell: ({ id, name, state }) => (
								<ButtonRow>
									{answers
										.filter((act) => mayHappen(state, act))
										.map((act) => (
											<Form key={act} hidden={{ act, application: id }} inline>
												<Button small look="secondary" label={t("actLabel", { act: t(act), name })}>
													{t(act)}
												</Button>
											</Form>
										))}
								</ButtonRow>
							),
						},
					]}
				/>
			</Section>
			{(call.state === "open" || call.state === "closed") && (
				<Section id="absagen" title={t("cancel")}>
					<Form id="cancel" hidden={{ act: "cancel" }}>
						<TextArea
							name="reason"
							label={t("reason")}
							value={chosen === "cancel" ? typedText(actionData?.typed, "reason") : ""}
							error={at("reason")}
							rows={2}
						/>
						<Button look="danger">{t("cancel")}</Button>
					</Form>
				</Section>
			)}
		</>
	);
}
