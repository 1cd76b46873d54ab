import { z } from "zod";
import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { managedPlace } from "~/domains/organisations/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { refused } from "~/platform/outcome";
import type { UploadLimits } from "~/platform/storage/receive.server";
import type { World } from "~/platform/world.server";
import { removeLogo, setLogo } from "../commands/logo.server";
import { messages } from "../messages";
import { logoOf } from "../queries/logo.server";
import { readUploadForm } from "../upload-form.server";
import type { Route } from "./+types/logo";

/** SVG is refused like everything that is no picture of pixels: it can carry scripts, and a redrawn PNG looks the same. */
const limits: UploadLimits = { files: 1, fileBytes: 5_000_000, totalBytes: 5_500_000, kinds: ["image"] };

const logoForm = z.object({
	description: z.string("description-missing").trim().min(3, "description-missing").max(200, "description-missing"),
});

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const place = await managedPlace(world, params.place);
	const asked = new URL(request.url).searchParams;
	return {
		place: { slug: place.slug, name: place.name },
		logo: await logoOf(world, place.logoFileId),
		notice: (["saved", "removed"] as const).find((name) => asked.has(name)) ?? null,
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	// Whoever may not see the page shall not fill the disk either.
	const { organisationId, slug } = await managedPlace(world, params.place);
	const here = `/o/${slug}/verwaltung/ort/logo`;
	if (!request.headers.get("content-type")?.startsWith("multipart/form-data")) {
		await removeLogo(world, { organisationId });
		return onward(`${here}?removed`);
	}
	const form = await readUploadForm(request, logoForm, limits);
	if (!form.valid) return again(form.typed, form.refusals);
	const [stored] = form.files;
	if (!stored) return again(form.typed, refused("logo-missing", { field: "logo" }).refusals);
	const { description } = form.value;
	const outcome = await form.act(() => setLogo(world, { organisationId, stored, description }));
	return outcome.done ? onward(`${here}?saved`) : again(form.typed, outcome.refusals);
});

/** The logo of a place, for its administrators. */
export default function PlaceLogo({ loaderData: { place, logo, notice }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const problems = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed.description;
	const work = `/o/${place.slug}/verwaltung`;
	return (
		<>
			<title>{`${t("logo.title")} – ${place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: t("logo.work"), href: work },
					{ label: t("logo.place"), href: `${work}/ort` },
					{ label: t("logo.title") },
				]}
			/>
			{notice && !actionData && <Alert tone="success" title={t(`logo.${notice}`)} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("logo.title")} lead={t("logo.lead")} />
			<Form files>
				<FileField
					name="logo"
					accept="image/png,image/jpeg,image/webp"
					label={t("logo.file")}
					hint={t("logo.fileHint")}
					error={problems.at("logo")}
				/>
				<TextField
					name="description"
					label={t("logo.description")}
					hint={t("logo.descriptionHint")}
					value={typeof typed === "string" ? typed : (logo?.alt ?? "")}
					error={problems.at("description")}
				/>
				<Button>{t("logo.submit")}</Button>
			</Form>
			{logo && (
				<Section id="jetzt" title={t("logo.now")}>
					<img className="gw-place__logo" src={logo.src} width={logo.width} height={logo.height} alt={logo.alt} />
					<p>{logo.alt}</p>
					<Form>
						<Button look="danger">{t("logo.remove")}</Button>
					</Form>
				</Section>
			)}
		</>
	);
}
