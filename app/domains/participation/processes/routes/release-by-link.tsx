import { data } from "react-router";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { findPass, withPass } from "~/domains/accounts/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { publishWholeProcess } from "../../commands/publish-whole-process.server";
import { changedSinceAsked } from "../../parts.server";
import { releaseForm } from "../forms";
import { messages } from "../messages";
import { mayorPurpose } from "../policy.server";
import { processById } from "../queries/find-process.server";
import { pageOf } from "../queries/process-page.server";
import { publishing } from "../queries/process-work.server";
import { ChangedSince } from "../ui/changed-since";
import { DecisionFrame } from "../ui/decision-frame";
import { ReleaseWords } from "../ui/release-words";
import type { Route } from "./+types/release-by-link";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const pass = await findPass(world, params.token, mayorPurpose);
	const released = new URL(request.url).searchParams.has("freigegeben");
	if (!pass) return data({ page: null, work: null, changedParts: [], released }, { status: released ? 200 : 404 });
	const bearer = await withPass(world, params.token, mayorPurpose);
	const process = await processById(bearer, pass.subject.id);
	const place = process.organisation.space?.slug ?? "";
	return {
		work: await publishing(bearer, process, place),
		page: await pageOf(bearer, process, place),
		changedParts: await changedSinceAsked(bearer, process.id),
		released: false,
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const bearer = await withPass(world, params.token, mayorPurpose);
	const pass = await findPass(world, params.token, mayorPurpose);
	const form = await readForm(request, releaseForm);
	if (!form.valid || !pass) return again(form.typed, form.valid ? [] : form.refusals);
	const outcome = await publishWholeProcess(bearer, { id: pass.subject.id, revision: form.value.revision });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/freigabe-beteiligung/${params.token}?freigegeben`);
});

export default function ReleaseByLink({
	loaderData: { page, work, changedParts, released },
	actionData,
}: Route.ComponentProps) {
	const t = useText(messages);
	const { errors } = useProblems(messages, actionData?.refusals);
	if (!page || !work) {
		const title = t(released ? "publish.mayorDone" : "publish.mayorGone");
		return (
			<>
				<title>{title}</title>
				<PageTitle title={title} lead={released ? undefined : t("publish.mayorGoneText")} />
			</>
		);
	}
	return (
		<>
			<title>{`${t("publish.release")} – ${work.title}`}</title>
			<ErrorSummary errors={errors} />
			<PageTitle title={work.title} above={t("publish.read")} />
			<DecisionFrame process={page} />
			{work.release && <ReleaseWords release={work.release} />}
			<ChangedSince parts={changedParts} />
			{work.release?.may && changedParts.length === 0 && (
				<Form hidden={{ revision: String(work.revision) }}>
					<Button>{t("publish.release")}</Button>
				</Form>
			)}
		</>
	);
}
