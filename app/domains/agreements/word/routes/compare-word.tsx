import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Button } from "~/design/button";
import { Disclosure } from "~/design/disclosure";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextDifference } from "~/design/text-difference";
import { TextPair } from "~/design/text-pair";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { editingPage } from "../../drafting/queries/editing-pages.server";
import { EditFrame } from "../../drafting/ui/edit-frame";
import { PlainText } from "../../drafting/ui/plain-text";
import { actForm, wordDecisionForm } from "../../forms";
import { messages as publicMessages } from "../../messages";
import { declineWordClause, takeWordClause } from "../commands/word-return.server";
import { messages } from "../messages";
import { wordReturn } from "../queries/word-returns.server";
import type { Route } from "./+types/compare-word";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { draft, points: _, ...page } = await editingPage(world, params);
	return {
		...page,
		returned: await wordReturn(world, draft, givenId(params.return)),
		blocks: draft.blocks.map(({ key, heading, revision }) => ({ key, heading, revision })),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { here, code, draft } = await editingPage(world, params);
	const returnId = givenId(params.return);
	const fields = await formFields(request);
	const { act } = actForm.parse({ act: fields.get("act") ?? "" });
	const form = readFields(request, fields, wordDecisionForm);
	if (!form.valid) return again({}, form.refusals);
	const { clauseId, block, revision } = form.value;
	const back = onward(`${here}/word/${returnId}#klausel-${clauseId}`);
	if (act === "decline") {
		const outcome = await declineWordClause(world, { code, returnId, clauseId });
		return outcome.done ? back : again({}, outcome.refusals);
	}
	if (act === "append") {
		// Added to what stands there now: nothing of it is lost, so any revision will do.
		const now = draft.blocks.find(({ key }) => key === block)?.revision;
		if (now === undefined) return again({ clauseId }, [{ code: "choose-one", field: "block" }]);
		const outcome = await takeWordClause(world, { code, returnId, clauseId, block, revision: now });
		return outcome.done ? back : again({ clauseId }, outcome.refusals);
	}
	const outcome = await takeWordClause(world, { code, returnId, clauseId, block, revision });
	return outcome.done ? back : again({ clauseId }, outcome.refusals);
});

export default function CompareWord({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { date } = useFormat();
	const problems = useProblems(publicMessages, actionData?.refusals);
	const { returned } = page;
	const day = date(returned.day);
	const refusedClause = actionData?.typed.clauseId?.toString();
	const shown = (text: string) => (text === "" ? <p>{t("comparison.empty")}</p> : <PlainText text={text} />);
	const decisions = { taken: "success", declined: "neutral" } as const;
	return (
		<EditFrame
			page={page}
			title={t("comparison.title", { name: returned.name })}
			lead={returned.party ? t("comparison.leadParty", { party: returned.party, day }) : t("comparison.lead", { day })}
			errors={problems.errors}
			form={refusedClause ? `entscheiden-${refusedClause}` : undefined}
		>
			{returned.clauses.length === 0 && <Alert tone="success" title={t("comparison.nothing")} />}
			{returned.clauses.map(({ id, block, heading, text, ours, decision, pieces }, index) => {
				const title = heading || t("comparison.unmatched");
				const numbered = `${index + 1}. ${title}`;
				return (
					<Section
						key={id}
						title={numbered}
						id={`klausel-${id}`}
						aside={
							<Badge tone={decision === "taken" || decision === "declined" ? decisions[decision] : "warning"}>
								{t(
									decision === "taken"
										? "comparison.taken"
										: decision === "declined"
											? "comparison.declined"
											: "comparison.open",
								)}
							</Badge>
						}
					>
						{ours ? (
							<>
								{text === "" && <p>{t("comparison.gone")}</p>}
								<TextPair
									sides={[
										{ title: t("comparison.ours"), children: shown(ours.text) },
										{ title: t("comparison.theirs"), children: shown(text) },
									]}
								/>
								<Disclosure summary={t("comparison.difference")}>
									<TextDifference
										pieces={pieces}
										words={{
											removed: t("comparison.removed"),
											added: t("comparison.added"),
											end: t("comparison.end"),
										}}
									/>
								</Disclosure>
							</>
						) : (
							<>
								<p>{t("comparison.unmatchedHow")}</p>
								<PlainText text={text} />
							</>
						)}
						{page.mayEdit && decision === null && (
							<>
								{ours && block ? (
									<Form
										inline
										id={`entscheiden-${id}`}
										hidden={{ act: "take", clauseId: id, block, revision: String(ours.revision) }}
									>
										<Button label={t(text === "" ? "comparison.strikeOf" : "comparison.takeOf", { heading: numbered })}>
											{t(text === "" ? "comparison.strike" : "comparison.take")}
										</Button>
									</Form>
								) : (
									<Form id={`entscheiden-${id}`} hidden={{ act: "append", clauseId: id }}>
										<Select
											name="block"
											label={t("comparison.where")}
											options={page.blocks.map(({ key, heading: ourHeading }) => ({ value: key, label: ourHeading }))}
											error={refusedClause === id ? problems.at("block") : undefined}
										/>
										<Button>{t("comparison.append")}</Button>
									</Form>
								)}
								<Form inline id={`lassen-${id}`} hidden={{ act: "decline", clauseId: id }}>
									<Button look="secondary" label={t("comparison.declineOf", { heading: numbered })}>
										{t("comparison.decline")}
									</Button>
								</Form>
							</>
						)}
					</Section>
				);
			})}
			{returned.same.length > 0 && (
				<Section title={t("comparison.same")} id="gleich">
					<ul>
						{returned.same.map((heading) => (
							<li key={heading}>{heading}</li>
						))}
					</ul>
				</Section>
			)}
		</EditFrame>
	);
}
