import { z } from "zod";
import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { markLink } from "../commands/mark-link.server";
import { publishResolution } from "../commands/publish-resolution.server";
import { relateResolution, unrelateResolution } from "../commands/relate-resolution.server";
import { aboutForm, linkForm, unrelateForm } from "../forms";
import { messages } from "../messages";
import { managedResolution } from "../queries/find-resolution.server";
import { subjectIn } from "../queries/resolution-list.server";
import { managedPage } from "../queries/resolution-page.server";
import { linkStates } from "../resolution";
import { staffMessages } from "../staff-messages";
import { CopyList } from "../ui/copy-list";
import { ResolutionBadges } from "../ui/resolution-badges";
import { textIn } from "../ui/resolution-fields";
import type { Route } from "./+types/manage";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const told = (["aufgenommen", "gespeichert", "veroeffentlicht"] as const).find((word) => query.has(word)) ?? null;
	return { ...(await managedPage(world, params)), told };
});

const actOf = z.enum(["publish", "relate", "unrelate", "link"]).catch("publish");

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id, code } = await managedResolution(world, params);
	const here = `/o/${params.place}/verwaltung/beschluesse/${code}`;
	const fields = await formFields(request);
	const act = actOf.parse(fields.get("act"));
	if (act === "publish") {
		const outcome = await publishResolution(world, { id });
		return outcome.done ? onward(`${here}?veroeffentlicht`) : again({}, outcome.refusals);
	}
	if (act === "relate") {
		const form = readFields(request, fields, aboutForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await relateResolution(world, { id, code: form.value.reference });
		return outcome.done ? onward(`${here}?gespeichert`) : again(form.typed, outcome.refusals);
	}
	if (act === "unrelate") {
		const form = readFields(request, fields, unrelateForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const about = subjectIn(form.value.about);
		if (!about) return again(form.typed, [{ code: "not-related" }]);
		const outcome = await unrelateResolution(world, { id, about });
		return outcome.done ? onward(`${here}?gespeichert`) : again(form.typed, outcome.refusals);
	}
	const form = readFields(request, fields, linkForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await markLink(world, { id, state: form.value.state });
	return outcome.done ? onward(`${here}?gespeichert`) : again(form.typed, outcome.refusals);
});

const toldWords = { aufgenommen: "recorded", gespeichert: "saved", veroeffentlicht: "published" } as const;

export default function Manage({ loaderData: resolution, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const { place, code, title, told } = resolution;
	const here = `/o/${place.slug}/verwaltung/beschluesse/${code}`;
	return (
		<>
			<title>{`${title} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[{ label: t("list.title"), href: `/o/${place.slug}/verwaltung/beschluesse` }, { label: title }]}
			/>
			{told && !actionData && <Alert tone="success" title={t(`manage.${toldWords[told]}`)} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={title} above={resolution.body} state={<ResolutionBadges {...resolution} />}>
				<ButtonRow>
					<LinkButton href={`${here}/angaben`}>{t("manage.details")}</LinkButton>
					<LinkButton href={`/beschluss/${code}`} look="secondary">
						{t("manage.public")}
					</LinkButton>
				</ButtonRow>
			</PageTitle>
			<Section id="veroeffentlichen" title={t("manage.next")}>
				{resolution.isPublic ? (
					<>
						<p>{t("manage.isPublic")}</p>
						<p>
							<a href={`/o/${place.slug}/verwaltung/massnahmen/neu?aus=resolution:${resolution.id}`}>
								{t("manage.measure")}
							</a>
						</p>
					</>
				) : (
					<>
						<p>{t("manage.publishText")}</p>
						<Form id="zeigen" hidden={{ act: "publish" }} inline>
							<Button>{t("manage.publish")}</Button>
						</Form>
					</>
				)}
			</Section>
			<About
				resolution={resolution}
				error={problems.at("reference")}
				typed={textIn(actionData?.typed ?? {}, "reference")}
			/>
			<Section id="kopien" title={t("manage.copies")} intro={t("manage.copiesText")}>
				<CopyList copies={resolution.copies} />
				<LinkButton href={`${here}/kopie`} look="secondary">
					{t("manage.addCopy")}
				</LinkButton>
			</Section>
			{resolution.address && (
				<Section id="verweis" title={t("manage.link")} intro={t("manage.linkText")}>
					<p>
						<a href={resolution.address} rel="noreferrer nofollow">
							{resolution.address}
						</a>
					</p>
					<Form id="verweis-form" hidden={{ act: "link" }}>
						<Select
							name="state"
							label={t("manage.linkNow")}
							value={resolution.linkState}
							options={linkStates.map((value) => ({ value, label: t(`manage.linkStates.${value}`) }))}
						/>
						<Button look="secondary">{t("manage.linkSave")}</Button>
					</Form>
				</Section>
			)}
		</>
	);
}

type Loaded = Route.ComponentProps["loaderData"];

function About({ resolution, error, typed }: { resolution: Loaded; error?: string; typed: string }) {
	const t = useText(staffMessages);
	return (
		<Section id="vorlage" title={t("manage.about")} intro={t("manage.aboutText")}>
			{resolution.about.length === 0 ? (
				<p>{t("manage.none")}</p>
			) : (
				<ul>
					{resolution.about.map(({ key, title, href, kindLabel }) => (
						<li key={key}>
							{kindLabel}: <a href={href}>{title}</a>
							<Form id={`loesen-${key.replace(":", "-")}`} hidden={{ act: "unrelate", about: key }} inline>
								<Button look="tertiary" small label={t("manage.unrelateOf", { title })}>
									{t("manage.unrelate")}
								</Button>
							</Form>
						</li>
					))}
				</ul>
			)}
			<Form hidden={{ act: "relate" }}>
				<TextField
					name="reference"
					label={t("manage.code")}
					hint={t("manage.codeHint")}
					value={typed}
					error={error}
					width="medium"
				/>
				<Button look="secondary">{t("manage.relate")}</Button>
			</Form>
		</Section>
	);
}
