import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { readUploadFields } from "~/domains/files/index.server";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readFields } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { UploadLimits } from "~/platform/storage/receive.server";
import type { World } from "~/platform/world.server";
import { moveForm } from "../../path/forms";
import { messages } from "../../path/messages";
import { staffMessages } from "../../path/staff-messages";
import { PaperLinkView } from "../../path/ui/paper-links";
import { checkLink } from "../commands/check-link.server";
import { confirmLink, keepLinkCopy, moveLink, removeLink } from "../commands/links.server";
import { managedLink } from "../queries/links.server";
import type { Route } from "./+types/link";

const limits: UploadLimits = { files: 1, fileBytes: 20_000_000, totalBytes: 20_000_000, kinds: ["pdf", "image"] };

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const told = query.has("geprueft") ? ("checked" as const) : query.has("gespeichert") ? ("saved" as const) : null;
	return { ...(await managedLink(world, params)), told };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	// whoever may not see the page shall not fill the disk or make the house ask others
	const { id, about } = await managedLink(world, params);
	const here = `/o/${params.place}/verwaltung/ratsverweise/${id}`;
	const upload = await readUploadFields(request, limits);
	if (upload.refusals.length > 0) return again({}, upload.refusals);
	switch (upload.fields.get("act")) {
		case "check":
			await checkLink(world, id);
			return onward(`${here}?geprueft`);
		case "confirm": {
			const outcome = await confirmLink(world, { id });
			return outcome.done ? onward(`${here}?gespeichert`) : again({}, outcome.refusals);
		}
		case "move": {
			const form = readFields(request, upload.fields, moveForm);
			if (!form.valid) return again(form.typed, form.refusals);
			const outcome = await moveLink(world, { id, ...form.value });
			return outcome.done ? onward(`${here}?gespeichert`) : again(form.typed, outcome.refusals);
		}
		case "remove":
			await removeLink(world, { id });
			return onward(`${about.path}?gespeichert#verweise`);
		default: {
			const outcome = await upload.act(() => keepLinkCopy(world, { id, files: upload.files }));
			return outcome.done ? onward(`${here}?gespeichert`) : again({}, outcome.refusals);
		}
	}
});

const knownProblems = ["host-refused", "address-refused", "unreachable", "too-slow", "too-large"] as const;

export default function Link({ loaderData: link, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const say = useText(messages);
	const problems = useProblems(messages, actionData?.refusals);
	const { place, about, told, lastProblem } = link;
	const problem = knownProblems.find((known) => known === lastProblem) ?? "other";
	const typed = actionData?.typed.webUrl;
	const address = link.webUrl ?? link.oparlId;
	return (
		<>
			<title>{`${link.title} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: about.title, href: about.path }, { label: link.title }]} />
			{told && !actionData && <Alert tone="success" title={t(told === "checked" ? "links.checked" : "saved")} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={link.title} above={`${say("kind")} · ${about.title}`} />
			{lastProblem && (
				<Alert tone="warning" title={t(`links.problems.${problem}`)}>
					<p>
						<a href={`/o/${place.slug}/verwaltung/ratsinformation`}>{t("links.systems")}</a>
					</p>
				</Alert>
			)}
			<Section id="stand" title={say("links.title")}>
				<PaperLinkView link={link} />
				{address && (
					<Form id="pruefen" hidden={{ act: "check" }} inline>
						<Button look="secondary">{t("links.check")}</Button>
					</Form>
				)}
			</Section>
			{link.state === "changed" && (
				<Section id="bestaetigen" title={t("links.confirm")} intro={t("links.confirmText")}>
					<Form id="bestaetigung" hidden={{ act: "confirm" }} inline>
						<Button>{t("links.confirm")}</Button>
					</Form>
				</Section>
			)}
			<Section id="umgezogen" title={t("links.moved")} intro={t("links.movedText")}>
				<Form id="adresse" hidden={{ act: "move" }}>
					<TextField
						name="webUrl"
						type="url"
						label={t("links.webUrl")}
						hint={t("links.webUrlHint")}
						value={typeof typed === "string" ? typed : (link.webUrl ?? "")}
						error={problems.at("webUrl")}
					/>
					<Button look="secondary">{t("links.move")}</Button>
				</Form>
			</Section>
			<Section id="kopie" title={t("links.upload")} intro={t("links.uploadText")}>
				<Form id="hochladen" files hidden={{ act: "copy" }}>
					<FileField
						name="copy"
						accept="application/pdf,image/*"
						label={t("links.file")}
						hint={t("links.fileHint")}
						error={problems.at("copy")}
					/>
					<Button look="secondary">{t("links.upload")}</Button>
				</Form>
			</Section>
			<Section id="entfernen" title={t("links.remove")}>
				<Form id="weg" hidden={{ act: "remove" }} inline>
					<Button look="danger">{t("links.remove")}</Button>
				</Form>
			</Section>
		</>
	);
}
