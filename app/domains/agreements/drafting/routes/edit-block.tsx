import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { Form } from "~/design/form";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { blockForm } from "../../forms";
import { messages } from "../../messages";
import { editBlock } from "../commands/edit-words.server";
import { editingMessages } from "../editing-messages";
import { editingPage } from "../queries/editing-pages.server";
import { EditFrame } from "../ui/edit-frame";
import { PlainText } from "../ui/plain-text";
import type { Route } from "./+types/edit-block";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { draft, points: _, ...page } = await editingPage(world, params);
	const block = draft.blocks.find(({ key }) => key === params.block);
	if (!block) throw new NotFound();
	return { ...page, block, kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { here, code } = await editingPage(world, params);
	const form = await readForm(request, blockForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await editBlock(world, { code, key: params.block, ...form.value });
	return outcome.done ? onward(`${here}#bausteine`) : again(form.typed, outcome.refusals);
});

export default function EditBlock({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(editingMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? page.kept ?? {};
	const { block } = page;
	const conflict = actionData?.refusals.some(({ code }) => code === "changed-meanwhile");
	return (
		<EditFrame page={page} title={block.heading} lead={block.question} errors={problems.errors}>
			{page.mayEdit ? (
				<>
					<Form hidden={{ revision: String(block.revision) }} draftKey={`agreement:${page.code}:${block.key}`}>
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
					{conflict && (
						<Alert tone="warning" title={t("edit.stored")}>
							<PlainText text={block.text} />
						</Alert>
					)}
				</>
			) : (
				<PlainText text={block.text} />
			)}
		</EditFrame>
	);
}
