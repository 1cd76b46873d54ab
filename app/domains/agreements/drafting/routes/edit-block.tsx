import { Button } from "~/design/button";
import { Form } from "~/design/form";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { Conflicts } from "../../clauses/ui/conflicts";
import { blockForm } from "../../forms";
import { messages } from "../../messages";
import { messages as particularsMessages } from "../../particulars/messages";
import { optionalBlocks } from "../../templates/seeds.server";
import { editBlock } from "../commands/edit-words.server";
import { removeOptionalBlock } from "../commands/optional-blocks.server";
import { editingMessages } from "../editing-messages";
import { editingPage } from "../queries/editing-pages.server";
import { EditFrame } from "../ui/edit-frame";
import { PlainText } from "../ui/plain-text";
import { SaveConflict } from "../ui/save-conflict";
import type { Route } from "./+types/edit-block";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { draft, points: _, ...page } = await editingPage(world, params);
	const block = draft.blocks.find(({ key }) => key === params.block);
	if (!block) throw new NotFound();
	const { key } = block;
	return {
		...page,
		block,
		conflicts: page.conflicts.filter(({ between }) => between.includes(key)),
		optional: (await optionalBlocks()).some((one) => one.key === key),
		kept: await keptForm(world, request),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { here, code } = await editingPage(world, params);
	const fields = await formFields(request);
	if (fields.get("act") === "remove") {
		const outcome = await removeOptionalBlock(world, { code, key: params.block });
		return outcome.done ? onward(`${here}#bausteine`) : again({}, outcome.refusals);
	}
	const form = readFields(request, fields, blockForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await editBlock(world, { code, key: params.block, ...form.value });
	return outcome.done ? onward(`${here}#bausteine`) : again(form.typed, outcome.refusals);
});

export default function EditBlock({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(editingMessages);
	const say = useText(particularsMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? page.kept ?? {};
	const { block } = page;
	const conflict = actionData?.refusals.some(({ code }) => code === "changed-meanwhile");
	return (
		<EditFrame page={page} title={block.heading} lead={block.question} errors={problems.errors} form="text">
			{page.mayEdit ? (
				<>
					<Form
						id="text"
						hidden={{ revision: String(block.revision) }}
						draftKey={`agreement:${page.code}:${block.key}`}
					>
						<TextArea
							name="text"
							rows={16}
							optional
							label={t("block.text")}
							hint={t("block.textHint")}
							value={typed.text?.toString() ?? block.text}
							error={problems.at("text")}
						/>
						<Button>{t("edit.save")}</Button>
					</Form>
					{conflict && <SaveConflict yours={typed.text?.toString() ?? ""} stored={block.text} />}
					<Conflicts conflicts={page.conflicts} />
					{page.optional && (
						<Form inline id="entfernen" hidden={{ act: "remove" }}>
							<Button look="tertiary">{say("optional.remove")}</Button>
						</Form>
					)}
				</>
			) : (
				<PlainText text={block.text} />
			)}
		</EditFrame>
	);
}
