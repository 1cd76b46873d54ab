import { data } from "react-router";
import { ErrorSummary } from "~/design/error-summary";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { requestContext } from "~/platform/http/request.server";
import { useText } from "~/platform/i18n";
import type { Refusal } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { readCheckForm } from "../check-upload.server";
import { messages } from "../messages";
import { checkVersion, normalCode, type Verdict } from "../queries/check-version.server";
import { CheckForm } from "../ui/check-form";
import { VerdictView } from "../ui/verdict";
import type { Route } from "./+types/check";

type Answer = { code: string; verdict: Verdict | null; refusals: Refusal[] };

export const action = conduct(async ({ world, request, context }: Route.ActionArgs & { world: World }) => {
	const form = await readCheckForm(request);
	const refuse = (code: string, typed: string, field?: string) =>
		data<Answer>({ code: typed, verdict: null, refusals: [{ code, field }] }, { status: 422 });
	if (!form) return refuse("invalid", "", "file");
	const code = normalCode(form.code);
	if (code === "") return refuse("text-empty", "", "code");
	if (form.fileSha256 === null) return onward(`/pruefen/${code}`);
	const { ip } = context.get(requestContext);
	const verdict = await checkVersion(world, { typed: code, fileSha256: form.fileSha256, ip });
	return data<Answer>({ code, verdict, refusals: [] }, { status: verdict.result === "limited" ? 429 : 200 });
});

export default function Check({ actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const answer = actionData instanceof Response ? undefined : actionData;
	const problems = useProblems(messages, answer?.refusals);
	return (
		<>
			<title>{t("check.title")}</title>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("check.title")} lead={t("check.lead")} />
			{answer?.verdict && <VerdictView verdict={answer.verdict} />}
			<CheckForm code={answer?.code} error={problems.at("code")} />
		</>
	);
}
