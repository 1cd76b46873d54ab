import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { returnTextToGroup } from "../commands/hand-over.server";
import { handOverMessages } from "../hand-over-messages";
import { textToReturn } from "../queries/hand-over.server";
import { StaffCrumbs } from "../ui/staff-crumbs";
import type { Route } from "./+types/return-to-group";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	textToReturn(world, params),
);

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { id, document } = await textToReturn(world, params);
	const outcome = await returnTextToGroup(world, { textId: id });
	if (!outcome.done) return again({}, outcome.refusals);
	return onward(document.href);
});

/** Gives a text back to the group that wrote it, with what was accepted. */
export default function ReturnToGroup({ loaderData: text, actionData }: Route.ComponentProps) {
	const t = useText(handOverMessages);
	const { errors } = useProblems(handOverMessages, actionData?.refusals);
	const { document, published, heard, taken } = text;
	return (
		<>
			<title>{`${t("give.title")} – ${text.title}`}</title>
			<StaffCrumbs head={text} here={t("give.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle
				title={t("give.title")}
				above={text.title}
				lead={
					published === null
						? undefined
						: t("give.lead", { group: document.group, title: document.title, number: String(published) })
				}
			/>
			{published !== null && <p>{t("give.counts", { heard, taken })}</p>}
			{published === null && <Alert tone="warning" title={t("give.none")} />}
			{document.draftOpen && <Alert tone="warning" title={t("give.writing")} />}
			<p>
				<a href={document.href}>{t("give.toGroup")}</a>
			</p>
			{published !== null && !document.draftOpen && (
				<Form inline>
					<Button>{t("give.save")}</Button>
				</Form>
			)}
		</>
	);
}
