import { data } from "react-router";
import { z } from "zod";
import { ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { readOnce, readUploadForm } from "~/domains/files/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { requestContext } from "~/platform/http/request.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { checkForm } from "../../forms";
import { pdfOnly } from "../../signing/pdf-only";
import { checkMessages } from "../check-messages";
import { checkFile, checkVersion, mayUpload, normalCode, normalHash } from "../queries/check-version.server";
import { houseCertificates } from "../queries/house-seal.server";
import { Certificates } from "../ui/certificates";
import { CheckForm } from "../ui/check-form";
import { VerdictView } from "../ui/verdict";
import type { Route } from "./+types/check";

export const loader = conduct(async ({ world }: Route.LoaderArgs & { world: World }) => ({
	certificates: await houseCertificates(world.db),
}));

const uploadLimits = { files: 1, fileBytes: 25_000_000, totalBytes: 26_000_000, kinds: ["pdf"] as const };

/** Without scripts no browser computes a fingerprint: then the file comes here, is read once and thrown away. */
async function checkUpload(world: World, request: Request, ip: string) {
	if (!(await mayUpload(ip))) {
		return data({ typed: {}, refusals: [], verdict: { result: "limited" } as const }, { status: 429 });
	}
	const form = await readUploadForm(request, z.object({}), uploadLimits);
	if (!form.valid) return again({}, pdfOnly(form.refusals));
	const [stored] = form.files;
	if (!stored) return again({}, [{ code: "pdf-missing", field: "pdf" }]);
	const verdict = await checkFile(world, { pdf: await readOnce(stored), ip });
	return data({ typed: {}, refusals: [], verdict }, { status: verdict.result === "limited" ? 429 : 200 });
}

export const action = conduct(async ({ world, request, context }: Route.ActionArgs & { world: World }) => {
	const { ip } = context.get(requestContext);
	if (request.headers.get("content-type")?.startsWith("multipart/form-data")) return checkUpload(world, request, ip);
	const form = await readForm(request, checkForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const code = normalCode(form.value.code);
	const fileSha256 = normalHash(form.value.sha256);
	// Forms keep no codes; this one is printed on paper.
	const typed = { code, sha256: form.value.sha256 };
	if (form.value.sha256 !== "" && fileSha256 === null) return again(typed, [{ code: "hash-invalid", field: "sha256" }]);
	if (fileSha256 === null) {
		if (code === "") return again(typed, [{ code: "nothing-to-check", field: "code" }]);
		return onward(`/pruefen/${code}`);
	}
	const verdict = await checkVersion(world, { typed: code, fileSha256, ip });
	return data({ typed, refusals: [], verdict }, { status: verdict.result === "limited" ? 429 : 200 });
});

export default function Check({ loaderData: { certificates }, actionData }: Route.ComponentProps) {
	const t = useText(checkMessages);
	const problems = useProblems(checkMessages, actionData?.refusals);
	const verdict = actionData && "verdict" in actionData ? actionData.verdict : null;
	const typed = (name: string) => {
		const value = actionData?.typed[name as keyof typeof actionData.typed];
		return typeof value === "string" ? value : undefined;
	};
	return (
		<>
			<title>{t("title")}</title>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("title")} lead={t("lead")} />
			{verdict && <VerdictView verdict={verdict} />}
			<CheckForm
				typed={{ code: typed("code"), sha256: typed("sha256") }}
				errors={{ code: problems.at("code"), sha256: problems.at("sha256"), pdf: problems.at("pdf") }}
			/>
			<Section
				title={t("seal.own")}
				id="selbst-pruefen"
				intro={t("seal.ownText", { command: "node pruefen.mjs PRUEFSPUR.json DATEI.pdf" })}
			>
				<Certificates certificates={certificates} />
				<ButtonRow>
					<LinkButton href="/pruefen/werkzeug" look="secondary" download>
						{t("seal.tool")}
					</LinkButton>
					{certificates.some(({ current }) => current) && (
						<LinkButton href="/pruefen/zertifikat" look="secondary" download>
							{t("seal.download")}
						</LinkButton>
					)}
					<LinkButton href="/pruefen/kettenkopf" look="tertiary">
						{t("seal.anchors")}
					</LinkButton>
				</ButtonRow>
			</Section>
		</>
	);
}
